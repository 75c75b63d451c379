import { browser } from 'wxt/browser';
import type { PictureProblem } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';

/** In the extension's own storage, which is another file on the disk than the history and outlives damage to it. */
const BEGAN_KEY = 'historyBegan';
const LOST_KEY = 'historyLostAt';

/** How long every opening of the history says that it was lost. */
const DAYS_SHOWN = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Notices a history that has vanished: a browser that finds its files damaged throws all of them away, and the database
 * opens empty. One that the seller has deleted is not empty: the log of that stays.
 * @returns what to tell the seller; null where nothing was lost lately
 */
export async function noticeHistoryLoss(database: CaseDatabase, nowMs: number): Promise<PictureProblem | null> {
  const known = await browser.storage.local.get([BEGAN_KEY, LOST_KEY]);
  const isEmpty = await holdsNothing(database);
  if (!isEmpty && !known[BEGAN_KEY]) await browser.storage.local.set({ [BEGAN_KEY]: true });
  let lostAtMs = known[LOST_KEY] as number | undefined;
  if (isEmpty && known[BEGAN_KEY]) {
    lostAtMs = nowMs;
    await browser.storage.local.set({ [LOST_KEY]: lostAtMs });
    await browser.storage.local.remove(BEGAN_KEY);
  }
  return lostAtMs !== undefined && nowMs - lostAtMs < DAYS_SHOWN * DAY_MS ? { reason: 'history-lost' } : null;
}

async function holdsNothing(database: CaseDatabase): Promise<boolean> {
  // One key and no count: counting 100 000 cases takes a second, for which every other reading stands in line.
  for (const store of ['cases', 'log', 'settings'] as const)
    if ((await database.getAllKeys(store, null, 1)).length > 0) return false;
  return true;
}
