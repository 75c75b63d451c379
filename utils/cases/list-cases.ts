import type { IDBPIndex } from 'idb';
import type { CaseSummary } from './case-view.ts';
import type { CaseDatabase, CaseSchema } from './database.ts';

/** Rows that one request brings; larger ones hold the page up without being quicker. */
const ROWS_PER_REQUEST = 5000;

type NewestIndex = IDBPIndex<CaseSchema, ['summaries'], 'summaries', 'by-update'>;

/** IndexedDB 3.0, which the types do not have yet. */
interface BackwardsReadable {
  getAllRecords(options: {
    readonly direction: 'prev';
    readonly count: number;
  }): Promise<readonly { readonly value: CaseSummary }[]>;
}

/** The newest cases first; what a page shows until `allCases` has come. */
export async function newestCases(database: CaseDatabase, limit: number): Promise<CaseSummary[]> {
  const index: Partial<BackwardsReadable> & NewestIndex = database.transaction('summaries').store.index('by-update');
  // One answer instead of one a row, where the browser has it: Chromium from 141 on, Firefox not yet.
  if (index.getAllRecords)
    return (await index.getAllRecords({ direction: 'prev', count: limit })).map(({ value }) => value);
  const rows: CaseSummary[] = [];
  let cursor = await index.openCursor(null, 'prev');
  for (; cursor && rows.length < limit; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}

/**
 * Every case, newest first. Reading 100 000 takes seconds, in which cases change.
 * @param changed ids of cases that have changed since the reading began; those in it at its end are read once more and taken out
 */
export async function allCases(
  database: CaseDatabase,
  changed: Set<string> = new Set(),
): Promise<readonly CaseSummary[]> {
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
  let listed: readonly CaseSummary[] = rows.sort(newestFirst);
  while (changed.size > 0) {
    const caseIds = [...changed];
    changed.clear();
    listed = await withChanged(database, caseIds, listed);
  }
  return listed;
}

/** The rows with those of these cases as they are now. */
async function withChanged(
  database: CaseDatabase,
  caseIds: readonly string[],
  rows: readonly CaseSummary[],
): Promise<readonly CaseSummary[]> {
  const now = await Promise.all(caseIds.map((caseId) => readSummary(database, caseId)));
  return caseIds.reduce((all, caseId, index) => withRow(all, caseId, now[index]), rows);
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
