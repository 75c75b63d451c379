import { browser } from 'wxt/browser';
import type { CaseDatabase } from '../cases/database.ts';
import { countDueCases } from '../cases/due-cases.ts';
import { readLanguage } from '../text/language-setting.ts';
import { textIn } from '../text/text.ts';

export const DUE_BADGE_COLOUR = '#8f1d2c';

/** Writes on the toolbar icon how many open claims have less than a day left. */
export async function showDueBadge(database: CaseDatabase, nowMs: number): Promise<void> {
  const count = await countDueCases(database, nowMs);
  const text = textIn(await readLanguage());
  await browser.action.setBadgeBackgroundColor({ color: DUE_BADGE_COLOUR });
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setTitle({
    title: count === 0 ? text.t('app.name') : text.t('history.dueBadge', { name: text.t('app.name'), count }),
  });
}
