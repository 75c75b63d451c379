import { browser } from 'wxt/browser';
import { undoUnfinishedRestore } from '../backup/restore-lock.ts';
import { historyDatabase } from '../cases/database.ts';
import { deleteExpired } from '../cases/delete-cases.ts';
import { tellHistoryChanged } from '../cases/history-changes.ts';
import { readSettings } from '../settings/settings.ts';
import { showDueBadge } from './show-due-badge.ts';

const DUE_ALARM = 'due';
const RETENTION_ALARM = 'retention';
const DUE_MINUTES = 15;
const DAY_MINUTES = 24 * 60;

/** Sets the clock for what comes round by itself, at the start of the browser and after an update. */
export async function keepHouse(): Promise<void> {
  await browser.alarms.create(DUE_ALARM, { delayInMinutes: 1, periodInMinutes: DUE_MINUTES });
  await browser.alarms.create(RETENTION_ALARM, { delayInMinutes: 1, periodInMinutes: DAY_MINUTES });
  if (await undoUnfinishedRestore(await historyDatabase())) tellHistoryChanged();
}

/** Does what an alarm is for: the count of claims that are due, or the deletion of what is past its retention period. */
export async function onHouseAlarm(name: string): Promise<void> {
  const database = await historyDatabase();
  if (name === RETENTION_ALARM) {
    const { retentionDays } = await readSettings();
    if ((await deleteExpired(database, retentionDays, new Date().toISOString())) > 0) tellHistoryChanged();
  }
  await showDueBadge(database, Date.now());
}
