import type { Platform, PlatformPage } from '../platforms/platform.ts';
import { type ClaimScope, chooseClaim } from './choose-claim.ts';
import type { ClaimOnPage } from './claim.ts';
import { claimFromPage } from './page/claim-from-page.ts';
import { findLabels, labelDictionary } from './page/find-labels.ts';
import { idsOnPage } from './page/ids-on-page.ts';
import { outlinePage, type PageOutline } from './page/page-outline.ts';
import { browserPageView, type PageView } from './page/page-view.ts';
import { inlineJson } from './payload/inline-json.ts';
import { NOTHING_TAUGHT, readTaught, withTaughtIds } from './taught/read-taught.ts';
import type { SiteRule } from './taught/site-rule.ts';

/** Why a page gives no claim. `not-a-claim-page` by its address; the others by what it shows. */
export type ClaimReading =
  | { readonly ready: true; readonly claim: ClaimOnPage }
  | {
      readonly ready: false;
      readonly reason: 'not-a-claim-page' | 'page-not-ready' | 'several-claims';
      readonly params: Readonly<Record<string, string | number>>;
    };

/** JSON that the page received, newest first: a list, or what gives those that hold one of these ids (all for none). */
export type ReceivedJson = readonly unknown[] | ((ids: readonly string[]) => readonly unknown[]);

export interface ReadClaimOptions {
  /** How the page looks; by default as the browser shows it, with open shadow roots. */
  readonly view?: PageView;
  /** What the page received; what its scripts carry is read anyway. */
  readonly received?: ReceivedJson;
  /** What the seller taught about this kind of page; it wins field by field. */
  readonly rule?: SiteRule | null;
}

/**
 * Reads the refund claim that a page shows. Reads only: it clicks nothing, requests nothing and changes nothing.
 * @param document the top document; same-origin frames and shadow roots are read with it
 * @param url the page's address, which may be newer than the page's content: their ids must agree
 * @param now what countdowns run from, and the time of the reading
 */
export function readClaim(
  document: Document,
  url: URL,
  platform: Platform,
  now: Date,
  { view = browserPageView(), received = [], rule = null }: ReadClaimOptions = {},
): ClaimReading {
  const page = platform.page(url);
  if (page === null) return { ready: false, reason: 'not-a-claim-page', params: {} };
  const outline = outlinePage(
    document,
    view,
    platform.images.ignore.map(({ css }) => css),
  );
  const dictionary = labelDictionary(platform);
  const hits = findLabels(outline, dictionary);
  const taught = rule ? readTaught({ outline, dictionary }, rule) : NOTHING_TAUGHT;
  const ids = withTaughtIds(idsOnPage(outline, dictionary, hits, platform), taught);
  const choice = chooseClaim(outline, page, hits, ids);
  if (!choice.isChosen) return { ready: false, reason: choice.reason, params: choice.params };
  const known = [page.claimId, page.orderId, choice.scope.claimId?.id, choice.scope.orderId?.id];
  const payloads = [
    ...receivedAbout(
      received,
      known.filter((id) => typeof id === 'string'),
    ).map((data) => ({ via: 'page-json' as const, data })),
    ...(platform.payload ? inlineJson(document) : []).map((data) => ({ via: 'inline-json' as const, data })),
  ];
  const claim = claimFromPage(
    { outline, dictionary, hits, scope: choice.scope },
    { url, platform, page, now, payloads, taught },
  );
  if (claim === null) return { ready: false, reason: 'page-not-ready', params: {} };
  if (!rule && isListRow(page, claim, choice.scope, outline))
    return { ready: false, reason: 'several-claims', params: { count: 1 } };
  return { ready: true, claim };
}

/** Whether a claim is the only row of a list: one shown in full has its pictures with it, or stands in a dialog. */
function isListRow(page: PlatformPage, claim: ClaimOnPage, { from, to }: ClaimScope, { tokens }: PageOutline): boolean {
  const isNamed = page.claimId !== null || page.orderId !== null;
  const isWholePage = from === 0 && to === tokens.length;
  return page.kind === 'list' && !isNamed && isWholePage && claim.evidence.length === 0;
}

/** The received JSON that can be about these ids. */
export function receivedAbout(received: ReceivedJson, ids: readonly string[]): readonly unknown[] {
  return typeof received === 'function' ? received(ids) : received;
}
