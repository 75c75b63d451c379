import { browser } from 'wxt/browser';
import { readLanguage } from '../text/language-setting.ts';
import { textIn } from '../text/text.ts';
import { DUE_BADGE_COLOUR } from './show-due-badge.ts';

/** Says on the toolbar icon over a tab that its page takes away or hides what the extension shows on it. */
export async function showLostBadge(tabId: number, what: 'panel.takenAway' | 'panel.outOfSight'): Promise<void> {
  const text = textIn(await readLanguage());
  await browser.action.setBadgeBackgroundColor({ tabId, color: DUE_BADGE_COLOUR });
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({ tabId, title: text.t(what, { name: text.t('app.name') }) });
}
