import type { CaseSummary } from './case-view.ts';
import type { CaseDatabase } from './database.ts';

/** Rows that one request brings; larger ones hold the page up without being quicker. */
const ROWS_PER_REQUEST = 5000;

/** The newest cases first; what a page shows until `allCases` has come. */
export async function newestCases(database: CaseDatabase, limit: number): Promise<CaseSummary[]> {
  const rows: CaseSummary[] = [];
  let cursor = await database.transaction('summaries').store.index('by-update').openCursor(null, 'prev');
  for (; cursor && rows.length < limit; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}

/** Every case, newest first. */
export async function allCases(database: CaseDatabase): Promise<CaseSummary[]> {
  const { store } = database.transaction('summaries');
  const rows: CaseSummary[] = [];
  for (let after: string | null = null; ; ) {
    const batch: CaseSummary[] = await store.getAll(
      after === null ? null : IDBKeyRange.lowerBound(after, true),
      ROWS_PER_REQUEST,
    );
    for (const row of batch) rows.push(row);
    after = batch.at(-1)?.caseId ?? null;
    if (batch.length < ROWS_PER_REQUEST) break;
  }
  return rows.sort(newestFirst);
}

/** One case's row; undefined when it is not stored. */
export async function readSummary(database: CaseDatabase, caseId: string): Promise<CaseSummary | undefined> {
  return database.get('summaries', caseId);
}

/** The rows with one of them replaced, added or (when undefined) left out, newest first. */
export function withRow(
  rows: readonly CaseSummary[],
  caseId: string,
  row: CaseSummary | undefined,
): readonly CaseSummary[] {
  const others = rows.filter((other) => other.caseId !== caseId);
  if (!row) return others;
  const place = others.findIndex((other) => newestFirst(row, other) <= 0);
  return others.toSpliced(place < 0 ? others.length : place, 0, row);
}

function newestFirst(a: CaseSummary, b: CaseSummary): number {
  return a.updatedAt === b.updatedAt ? 0 : a.updatedAt < b.updatedAt ? 1 : -1;
}
