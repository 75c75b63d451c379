import type { CaseDatabase } from './database.ts';

/** How long before its deadline an open claim is brought to mind. */
export const REMIND_BEFORE_MS = 24 * 3_600_000;

/** Claims without outcome whose deadline lies within the next 24 hours. */
export async function countDueCases(database: CaseDatabase, nowMs: number): Promise<number> {
  return database.countFromIndex('summaries', 'by-due', IDBKeyRange.bound(nowMs, nowMs + REMIND_BEFORE_MS));
}
