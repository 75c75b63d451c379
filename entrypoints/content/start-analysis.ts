import { type ClaimOnPage, caseIdOf } from '../../utils/claims/claim.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readSettings } from '../../utils/settings/settings.ts';
import { hideForScreenshot } from './hide-for-screenshot.ts';
import type { PanelSession } from './panel-session.ts';

/** Of a panel's session, what an analysis is begun from. */
type AnalysedPage = Pick<
  PanelSession,
  'frame' | 'claim' | 'whenSettled' | 'readClaimNow' | 'readPagePictures' | 'signal'
>;

/**
 * Has a claim analysed as the page shows it now, with a screenshot of the page beside it.
 * @returns that claim, once its analysis has begun; the one of the session where the visit has ended before
 */
export async function startAnalysis(page: AnalysedPage, again: boolean): Promise<ClaimOnPage> {
  await page.whenSettled();
  if (page.signal.aborted) return page.claim;
  const claim = page.readClaimNow() ?? page.claim;
  const fromPage = await page.readPagePictures(claim);
  // The picture is taken of what stands there at the click; nothing that is analysed waits for it.
  await Promise.all([
    sendMessage('case.analyse', { claim, fromPage, again }),
    takeScreenshot(page.frame, caseIdOf(claim)),
  ]);
  return claim;
}

async function takeScreenshot(frame: HTMLElement, caseId: string): Promise<void> {
  const { takesPageScreenshots } = await readSettings();
  const showAgain = takesPageScreenshots ? await hideForScreenshot(frame) : () => undefined;
  try {
    await sendMessage('page.capture', { caseId });
  } finally {
    showAgain();
  }
}
