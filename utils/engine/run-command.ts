import { browser } from 'wxt/browser';
import { askLoader } from './ask-loader.ts';
import { offerScreenArea } from './capture/screen-area-requests.ts';
import { openHistory } from './open-history.ts';

/**
 * Does what a key was pressed for on a tab.
 * @param command a name of the manifest's `commands`
 */
export async function runCommand(command: string, tabId: number | undefined): Promise<void> {
  if (command === 'analyse') await analyseTab(tabId);
  if (command === 'mark-area' && !(await offerScreenArea()))
    await openHistory({ newCheck: { problem: 'no-area-here' } });
}

/** The same as 分析 on a page with a claim; on any other page the popup, which has the other ways. */
async function analyseTab(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined && (await askLoader('analyse', { tabId }))) return;
  try {
    await browser.action.openPopup();
  } catch {
    // No window has the focus, or the browser opens popups only for a click.
    await openHistory({ newCheck: {} });
  }
}
