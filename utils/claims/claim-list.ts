import type { Platform, PlatformRegion } from '../platforms/platform.ts';
import type { Money } from './claim.ts';
import { type FieldReader, readAmount, readDeadline, readLine } from './claim-fields.ts';
import { type ClaimPart, claimParts } from './page/claim-parts.ts';
import { findLabels, labelDictionary } from './page/find-labels.ts';
import { idsOnPage } from './page/ids-on-page.ts';
import { outlinePage } from './page/page-outline.ts';
import { browserPageView } from './page/page-view.ts';
import { rowLink } from './page/row-link.ts';
import { inlineJson } from './payload/inline-json.ts';
import { rowsInPayloads } from './payload/rows-in-payloads.ts';
import { type ReadClaimOptions, receivedAbout } from './read-claim.ts';

/** One claim of a list page, as far as the list says. What it lacks, the claim's own page says. */
export interface ClaimRow {
  readonly platform: string;
  /** The claim's own id; the order's where the list shows no other. With `platform` it gives the case: see `caseIdOf`. */
  readonly claimId: string;
  readonly orderId: string | null;
  readonly amount: Money | null;
  readonly reason: string | null;
  readonly claimTypeText: string | null;
  readonly statusText: string | null;
  /** ISO 8601 with the zone that was assumed; a countdown runs from the time of the reading. */
  readonly deadline: string | null;
  /** Address of the claim's own page; null where it opens over the list after a click. */
  readonly link: string | null;
  /** `page`: the row links to it; `pattern`: put together from the seller center's known form of address. */
  readonly linkSource: 'page' | 'pattern' | null;
  /** False for a row that the page has received and does not show, as in a list that renders only what is in view. */
  readonly isShown: boolean;
}

/** Rows that are read from one page. */
const MAX_ROWS = 500;

/**
 * Reads the claims of a list page, in reading order: first those that it shows, then those that it received in the
 * same answer and does not show. Reads only, as `readClaim` does.
 * @param url the page's address; a page that is no list of this seller center gives no rows
 * @param now what countdowns run from
 */
export function readClaimList(
  document: Document,
  url: URL,
  platform: Platform,
  now: Date,
  { view = browserPageView(), received = [] }: ReadClaimOptions = {},
): ClaimRow[] {
  if (platform.page(url)?.kind !== 'list') return [];
  const region: PlatformRegion = platform.region?.(url) ?? platform;
  const ignored = platform.images.ignore.map(({ css }) => css);
  const outline = outlinePage(document, view, ignored);
  const dictionary = labelDictionary(platform);
  const hits = findLabels(outline, dictionary);
  const shown = claimParts(outline, idsOnPage(outline, dictionary, hits, platform)).map((part) => {
    const reader: FieldReader = { outline, dictionary, hits, scope: part.scope };
    const ids = { claimId: part.claimId, orderId: part.orderId };
    return {
      platform: platform.id,
      ...ids,
      amount: readAmount(reader, region.currency)?.value ?? null,
      reason: readLine(reader, 'reason')?.value ?? null,
      claimTypeText: readLine(reader, 'claimType')?.value ?? null,
      statusText: readLine(reader, 'status')?.value ?? null,
      deadline: readDeadline(reader, region, now)?.value ?? null,
      ...rowLink(linksIn(part), ids, platform, url),
      isShown: true,
    };
  });
  const ids = shown.flatMap(({ claimId, orderId }) => [claimId, ...(orderId ? [orderId] : [])]);
  const payloads = [...receivedAbout(received, ids), ...(platform.payload ? inlineJson(document) : [])];
  const carried = rowsInPayloads(payloads, platform, region, { outline, dictionary, url, now });
  const isSaying = (row: ClaimRow) => row.amount !== null || row.reason !== null || row.statusText !== null;
  // A list that labels its rows has none without a word: those are ids in some other place.
  const rows = shown.some(isSaying) ? shown.filter((row) => isSaying(row) || row.link !== null) : shown;
  return joinRows(rows, carried).slice(0, MAX_ROWS);
}

function linksIn({ elements }: ClaimPart): string[] {
  return elements.flatMap((element) => [
    ...(element.tagName === 'A' ? [(element as HTMLAnchorElement).href] : []),
    ...[...element.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  ]);
}

/** Adds to each row what a payload says about it beyond the page, and the rows that only a payload has. */
function joinRows(shown: readonly ClaimRow[], carried: readonly ClaimRow[]): ClaimRow[] {
  const isSame = (a: ClaimRow, b: ClaimRow) =>
    a.claimId === b.claimId || (a.orderId !== null && a.claimId === a.orderId && a.orderId === b.orderId);
  const joined = shown.map((row): ClaimRow => {
    const other = carried.find((candidate) => isSame(row, candidate));
    if (!other) return row;
    const link = row.link ? {} : { link: other.link, linkSource: other.linkSource };
    return {
      ...row,
      claimId: other.claimId,
      orderId: row.orderId ?? other.orderId,
      amount: row.amount ?? other.amount,
      reason: row.reason ?? other.reason,
      claimTypeText: row.claimTypeText ?? other.claimTypeText,
      statusText: row.statusText ?? other.statusText,
      deadline: row.deadline ?? other.deadline,
      ...link,
    };
  });
  return [...joined, ...carried.filter((row) => !joined.some((seen) => seen.claimId === row.claimId))];
}
