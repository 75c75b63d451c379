import { browser } from 'wxt/browser';
import { historyDatabase } from '../cases/database.ts';
import { readSiteRules } from '../cases/site-rules.ts';
import { sitePattern } from '../claims/taught/taught-platform.ts';
import { PLATFORMS } from '../platforms/index.ts';

const SCRIPT_ID = 'seller-centers';
const SCRIPT_FILE = '/content-scripts/content.js';

/**
 * Has the content script run on the pages of those seller centers and taught sites that the seller has permitted, and on
 * no others.
 * Called at every start and whenever a permission changes.
 */
export async function registerContentScript(): Promise<void> {
  const matches = await permittedPages();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE.slice(1)],
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/**
 * Runs the content script on permitted pages that are open already: a registration counts only for pages loaded after
 * it, and nobody should have to reload the page that they have just enabled.
 */
export async function runInOpenPages(): Promise<void> {
  const matches = await permittedPages();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  const runs = await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [SCRIPT_FILE] })],
    ),
  );
  // A tab may be closed or show an error page by now; the others have the script.
  for (const run of runs) if (run.status === 'rejected') console.warn('A page could not be reached', run.reason);
}

async function permittedPages(): Promise<string[]> {
  const taught = (await readSiteRules(await historyDatabase())).map(({ origin }) => sitePattern(origin));
  const patterns = [...new Set([...PLATFORMS.flatMap((platform) => platform.matches), ...taught])];
  const permitted = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  return patterns.filter((_, index) => permitted[index]);
}
