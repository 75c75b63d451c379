import { type ClaimRow, readClaimList } from '../../utils/claims/claim-list.ts';
import type { PageView } from '../../utils/claims/page/page-view.ts';
import { whenClaimSettles } from '../../utils/claims/page/when-claim-settles.ts';
import { type ClaimReading, readClaim } from '../../utils/claims/read-claim.ts';
import { platformOf } from '../../utils/platforms/platform-of.ts';
import { receivedAbout } from './answers-of-page.ts';

/** What a page says: its claim, or why there is none, and the claims that it lists. */
export interface PageReading {
  readonly reading: ClaimReading;
  readonly rows: readonly ClaimRow[];
}

/** Nobody waits before a card here: pictures, or a dialog over a list, may come seconds after the rest of a page. */
const PATIENCE_MS = 4_000;

/** What this page says, once it has stopped changing: for the extension's own scripts. */
export async function readPage(view: PageView, signal: AbortSignal): Promise<PageReading> {
  const url = () => new URL(location.href);
  const platform = platformOf(url());
  if (!platform) return { reading: { ready: false, reason: 'not-a-claim-page', params: {} }, rows: [] };
  const options = { view, received: receivedAbout };
  const read = (address: URL) => readClaim(document, address, platform, new Date(), options);
  const patience = { openingMs: PATIENCE_MS, patienceMs: PATIENCE_MS };
  const reading = await whenClaimSettles({ document, url, platform, read, signal, ...patience });
  return { reading, rows: readClaimList(document, url(), platform, new Date(), options) };
}
