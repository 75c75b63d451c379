import type { PayloadRules, Platform, PlatformPage, PlatformRegion } from '../../platforms/platform.ts';
import { isInScope } from '../choose-claim.ts';
import type { ClaimField, ClaimOnPage, ClaimType, FieldSource } from '../claim.ts';
import {
  depthShared,
  type FieldReader,
  type LabelledValue,
  readAmount,
  readDeadline,
  readDescription,
  readLine,
  readTime,
  readTracking,
} from '../claim-fields.ts';
import { claimTypeOf, isClaimTypeText, isStatusText } from '../claim-kind.ts';
import { joinEvidence, joinProduct } from '../join-pictures.ts';
import { claimInPayload, type KnownIds, type PayloadClaim } from '../payload/claim-in-payload.ts';
import { type PayloadReader, payloadReader } from '../payload/join-payload.ts';
import { pictureKey } from '../picture-key.ts';
import type { TaughtReading } from '../taught/read-taught.ts';
import { isoInZone } from '../values/parse-time.ts';
import { evidenceBySelector } from './evidence-by-selector.ts';
import { evidenceOnPage } from './evidence-on-page.ts';
import { productOnPage } from './product-on-page.ts';

/** Where and when a claim is read. */
export interface ReadingContext {
  readonly url: URL;
  readonly platform: Platform;
  readonly page: PlatformPage;
  readonly now: Date;
  /** Parsed JSON, nearest to the source first. */
  readonly payloads: readonly PagePayload[];
  /** What the seller taught, read on this page; each of its fields is believed before any other source. */
  readonly taught: TaughtReading;
}

/** JSON that belongs to the page: what it received, or what it carries in its scripts. */
export interface PagePayload {
  readonly via: 'page-json' | 'inline-json';
  readonly data: unknown;
}

const FIELDS: readonly ClaimField[] = [
  ...(['claimId', 'orderId', 'amount', 'buyer', 'reason', 'description', 'claimType', 'status', 'applyTime'] as const),
  ...(['orderTime', 'dispatchTime', 'deliveryTime', 'deadline', 'forwardTracking', 'returnTracking'] as const),
  ...(['product', 'evidence'] as const),
];

/**
 * The claim of a chosen part of a page. A claim without an id of its own goes by its order's.
 * @returns null where the page shows no id, or an id and nothing else: it is still loading
 */
export function claimFromPage(reader: FieldReader, context: ReadingContext): ClaimOnPage | null {
  const { url, platform, page, now, taught } = context;
  const region: PlatformRegion = platform.region?.(url) ?? platform;
  const ids = { claimId: reader.scope.claimId?.id ?? page.claimId, orderId: reader.scope.orderId?.id ?? page.orderId };
  const found = payloadOf(reader, context, ids);
  const payload = payloadReader(found, platform, region, now);
  const fieldSources: Partial<Record<ClaimField, FieldSource>> = {};
  const take = <T>(field: ClaimField, ...readings: (LabelledValue<T> | null)[]): T | null => {
    const read = readings.find((reading) => reading !== null) ?? null;
    if (read) fieldSources[field] = read.source;
    return read?.value ?? null;
  };
  const text = (field: Exclude<ClaimField, 'product' | 'evidence'>, pointedAt: LabelledValue<string> | null = null) =>
    take(field, pointedAt, payload.text(field), readLine(reader, field));
  const time = (field: 'applyTime' | 'orderTime' | 'dispatchTime' | 'deliveryTime') =>
    take(field, payload.time(field), readTime(reader, field, region, now));

  const claimId = take(
    'claimId',
    taught.claimId ?? null,
    idOf(reader.scope.claimId, page.claimId),
    payload.text('claimId'),
  );
  const orderId = take(
    'orderId',
    taught.orderId ?? null,
    idOf(reader.scope.orderId, page.orderId),
    payload.text('orderId'),
  );
  const evidence = taught.evidence ?? joinEvidence(platform, found?.evidence ?? [], foundEvidence(reader, platform));
  if (evidence[0]) fieldSources.evidence = evidence[0].source;
  const keys = new Set(evidence.map((item) => pictureKey(platform, item.url)));
  const isEvidence = (address: string) => keys.has(pictureKey(platform, address));
  const onPage = productOnPage(reader, isEvidence);
  const joined = joinProduct(platform, onPage.product, found, isEvidence);
  const product = taught.listing ? { ...joined, listingImages: taught.listing } : joined;
  const productSource = payload.text('productTitle')?.source ?? onPage.source;
  if (productSource) fieldSources.product = productSource;
  const kind = readKind(reader, payload, platform);
  const claim = {
    amount: take('amount', taught.amount ?? null, payload.money(readAmount(reader, region.currency))),
    buyerName: text('buyer', taught.buyer),
    buyerId: payload.text('buyerId')?.value ?? null,
    reason: text('reason', taught.reason),
    description: take('description', payload.text('description'), readDescription(reader)),
    claimTypeText: take('claimType', kind?.text ?? null),
    claimType: kind?.claimType ?? ('unknown' as const),
    statusText: take('status', payload.text('status'), readLine(reader, 'status'), readStatusAlone(reader)),
    applyTime: time('applyTime'),
    orderTime: time('orderTime'),
    dispatchTime: time('dispatchTime'),
    deliveryTime: time('deliveryTime'),
    deadline: take('deadline', payload.time('deadline'), readDeadline(reader, region, now)),
    forwardTracking: take('forwardTracking', payload.text('forwardTracking'), readTracking(reader, 'forwardTracking')),
    returnTracking: take('returnTracking', payload.text('returnTracking'), readTracking(reader, 'returnTracking')),
  };
  const id = claimId ?? orderId;
  const isShown = claim.amount !== null || claim.reason !== null || evidence.length > 0;
  if (id === null || !isShown) return null;
  return {
    ...claim,
    platform: platform.id,
    pageUrl: url.href,
    claimId: id,
    orderId: orderId ?? '',
    timeZone: region.timeZone,
    product,
    evidence,
    fieldSources,
    missing: FIELDS.filter((field) => !(field in fieldSources)),
    readAt: isoInZone(now, region.timeZone),
  };
}

/** What all payloads together say about the claim: for each field the first that has it, and everyone's evidence. */
function payloadOf(reader: FieldReader, { platform, payloads }: ReadingContext, ids: KnownIds): PayloadClaim | null {
  const { payload: rules } = platform;
  const found = (rules ? payloads : []).flatMap(
    ({ data, via }) => claimInPayload(data, rules as PayloadRules, ids, reader.dictionary, via) ?? [],
  );
  if (found.length === 0) return null;
  return {
    // The last entry of a key wins in a map.
    fields: new Map(found.toReversed().flatMap(({ fields }) => [...fields])),
    evidence: found.flatMap(({ evidence }) => evidence),
    productImages: [...new Set(found.flatMap(({ productImages }) => productImages))],
  };
}

function foundEvidence(reader: FieldReader, platform: Platform) {
  const labelled = evidenceOnPage(reader);
  return labelled.length > 0 ? labelled : evidenceBySelector(reader, platform.images.evidence);
}

/** The kind of claim: a code of the payload says it best, a text of the page is what the seller sees. */
function readKind(
  reader: FieldReader,
  payload: PayloadReader,
  platform: Platform,
): { text: LabelledValue<string>; claimType: ClaimType } | null {
  const carried = payload.text('claimType');
  const coded = carried ? platform.payload?.claimTypeCodes?.[carried.value] : undefined;
  const shown = readLine(reader, 'claimType') ?? readAlone(reader, isClaimTypeText);
  const text = carried && !/^\d+$/.test(carried.value) ? carried : (shown ?? carried);
  return text ? { text, claimType: coded ?? claimTypeOf(text.value) } : null;
}

function idOf(shown: FieldReader['scope']['claimId'], inAddress: string | null): LabelledValue<string> | null {
  if (shown) return { value: shown.id, source: { via: 'label', hint: shown.hit.label }, at: shown.at };
  return inAddress === null ? null : { value: inAddress, source: { via: 'url', hint: inAddress }, at: 0 };
}

/** Texts in such places name states that the claim may come to, or that a list can be cut down to. */
const OTHER_STATES = '[role="tab"],[class*="tab" i]:not(table *),[class*="step" i],nav,button,[class*="filter" i]';

/** A state that stands without a label, also before what is left of the time: `待审核，剩余 47:12`. */
function readStatusAlone(reader: FieldReader): LabelledValue<string> | null {
  const { outline, scope } = reader;
  let nearest: { value: string; at: number; depth: number } | null = null;
  for (let at = scope.from; at < scope.to; at++) {
    const token = outline.tokens[at];
    if (token?.kind !== 'text' || !isInScope(scope, at) || token.element.closest(OTHER_STATES)) continue;
    const [head = ''] = token.text.split(/[,，;；。·]/, 1);
    const value = [token.text, head.trim()].find(isStatusText);
    if (value === undefined) continue;
    // The entries of a menu are states, too.
    const depth = depthShared(reader, at);
    if (nearest === null || depth > nearest.depth) nearest = { value, at, depth };
  }
  if (nearest === null) return readAlone(reader, isStatusText);
  return { value: nearest.value, source: { via: 'label', hint: nearest.value }, at: nearest.at };
}

/** A text that says by itself what it is, such as 仅退款. */
function readAlone({ outline, scope }: FieldReader, isMeant: (text: string) => boolean): LabelledValue<string> | null {
  const at = outline.tokens.findIndex(
    (token, index) => token.kind === 'text' && isInScope(scope, index) && isMeant(token.text),
  );
  const token = outline.tokens[at];
  return token?.kind === 'text' ? { value: token.text, source: { via: 'label', hint: token.text }, at } : null;
}
