import { browser } from 'wxt/browser';
import { PLATFORMS } from '../platforms/index.ts';

const SCRIPT_ID = 'seller-centers';

/**
 * Has the content script run on the pages of those seller centers that the seller has permitted, and on no others.
 * Called at every start and whenever a permission changes.
 */
export async function registerContentScript(): Promise<void> {
  const matches: string[] = [];
  for (const pattern of PLATFORMS.flatMap((platform) => platform.matches)) {
    if (await browser.permissions.contains({ origins: [pattern] })) matches.push(pattern);
  }
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: ['content-scripts/content.js'],
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
