import type { CaseDatabase } from './database.ts';

const KEY = 'checks-off';

/** Ids of the checks that the seller switched off. It stands in the database, since the worker reads nothing else. */
export async function readChecksOff(database: CaseDatabase): Promise<readonly string[]> {
  return ((await database.get('settings', KEY))?.value as readonly string[] | undefined) ?? [];
}

/** From the next run on these checks are skipped, and say why. */
export async function writeChecksOff(database: CaseDatabase, checks: readonly string[]): Promise<void> {
  await database.put('settings', { key: KEY, value: checks });
}
