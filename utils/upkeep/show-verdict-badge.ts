import { browser } from 'wxt/browser';
import type { CaseView } from '../cases/case-view.ts';
import { readLanguage } from '../text/language-setting.ts';
import { textIn } from '../text/text.ts';
import { DUE_BADGE_COLOUR } from './show-due-badge.ts';

/** Gray whatever the verdict: the toolbar repeats what was found and sounds no alarm. */
const BADGE_COLOUR = '#5f6368';

/**
 * Writes the verdict of the case that a tab shows on the toolbar icon over that tab, where no page can draw: a panel
 * that a page has copied says what it likes, this does not. Until the analysis is done, and without a case, the tab has
 * what all tabs have.
 */
export async function showVerdictBadge(tabId: number, view: CaseView | null): Promise<void> {
  if (view?.status !== 'done') return clearVerdictBadge(tabId);
  const text = textIn(await readLanguage());
  const verdict = text.t(`verdict.${view.verdict}`);
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  await browser.action.setBadgeText({ tabId, text: verdict });
  await browser.action.setTitle({
    tabId,
    title: text.t('panel.toolbar', { name: text.t('app.name'), order: view.claim.orderId, verdict }),
  });
}

/** Gives a tab what all tabs have. */
export async function clearVerdictBadge(tabId: number): Promise<void> {
  // Null takes the tab's own text away; the published types know strings only.
  await browser.action.setBadgeText({ tabId, text: null as unknown as string });
  await browser.action.setTitle({ tabId, title: await browser.action.getTitle({}) });
  await browser.action.setBadgeBackgroundColor({ tabId, color: DUE_BADGE_COLOUR });
}
