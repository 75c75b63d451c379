import { historyDatabase } from '../cases/database.ts';
import { isKnownCase } from '../cases/is-known-case.ts';
import { platformOf } from '../platforms/platform-of.ts';
import { askLoader } from './ask-loader.ts';

/** The loader comes when a page is idle, which may be a little after the browser calls it complete. */
const TRIES = 4;
const TRY_AGAIN_MS = 500;

/**
 * Has a page whose address names a claim of the history show its result. Asked here and not by the page, which pays
 * nothing for it where the claim is new.
 * @param address of the tab; an extension hears it on permitted sites only
 */
export async function openKnownClaim(tabId: number, address: string | undefined): Promise<void> {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  const platform = url && platformOf(url);
  const page = url ? platform?.page(url) : null;
  if (!platform || !page || (page.claimId === null && page.orderId === null)) return;
  if (!(await isKnownCase(await historyDatabase(), platform.id, page))) return;
  for (let tried = 0; tried < TRIES; tried++) {
    if (await askLoader('open', { tabId, frameId: 0 })) return;
    // Nobody is there yet, or the tab was closed; then nobody ever is.
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}
