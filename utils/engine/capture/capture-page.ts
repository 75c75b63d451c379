import { browser } from 'wxt/browser';
import type { PageCapture } from '../../cases/page-shots.ts';
import { readSettings } from '../../settings/settings.ts';
import { sha256Hex } from '../../sha256.ts';

/** What Chromium and Firefox say where the seller has not called the extension on this tab. */
const NOT_PERMITTED = /permission|activeTab|all_urls/i;

/**
 * The visible part of a tab as PNG. A browser permits it after the toolbar button, the menu or a key was used on that tab
 * (`activeTab`), whatever hosts the extension may read; a click into the page itself does not count. Whatever stands in
 * the way ends as data.
 */
export async function capturePage(tabId: number, now: () => string): Promise<PageCapture> {
  if (!(await readSettings()).takesPageScreenshots) return { problem: { reason: 'screenshot-off' } };
  try {
    const tab = await browser.tabs.get(tabId);
    // A capture shows whichever tab is in front.
    if (!tab.active || tab.windowId === undefined) return { problem: { reason: 'screenshot-not-visible' } };
    const dataUrl = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    const takenAt = now();
    const after = await browser.tabs.get(tabId);
    if (!after.active || after.url !== tab.url) return { problem: { reason: 'screenshot-not-visible' } };
    const blob = await (await fetch(dataUrl)).blob();
    const sha256 = await sha256Hex(new Uint8Array(await blob.arrayBuffer()));
    return { shot: { url: tab.url ?? '', takenAt, sha256, sizeBytes: blob.size, blob } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (NOT_PERMITTED.test(detail)) return { problem: { reason: 'screenshot-not-permitted' } };
    return { problem: { reason: 'screenshot-failed', params: { detail } } };
  }
}
