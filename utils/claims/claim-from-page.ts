import type { Platform, PlatformPage, PlatformRegion } from '../platforms/platform.ts';
import { isInScope } from './choose-claim.ts';
import type { ClaimField, ClaimOnPage, FieldSource } from './claim.ts';
import {
  type FieldReader,
  type LabelledValue,
  readAmount,
  readDeadline,
  readDescription,
  readLine,
  readTime,
  readTracking,
} from './claim-fields.ts';
import { claimTypeOf, isClaimTypeText, isStatusText } from './claim-kind.ts';
import { evidenceBySelector } from './evidence-by-selector.ts';
import { evidenceOnPage } from './evidence-on-page.ts';
import { isoInZone } from './parse-time.ts';
import { withoutRepeats } from './picture-key.ts';
import { productOnPage } from './product-on-page.ts';

/** Where and when a claim is read. */
export interface ReadingContext {
  readonly url: URL;
  readonly platform: Platform;
  readonly page: PlatformPage;
  readonly now: Date;
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
export function claimFromPage(reader: FieldReader, { url, platform, page, now }: ReadingContext): ClaimOnPage | null {
  const region: PlatformRegion = platform.region?.(url) ?? platform;
  const fieldSources: Partial<Record<ClaimField, FieldSource>> = {};
  const take = <T>(field: ClaimField, read: LabelledValue<T> | null): T | null => {
    if (read) fieldSources[field] = read.source;
    return read?.value ?? null;
  };
  const claimId = take('claimId', idOf(reader.scope.claimId, page.claimId));
  const orderId = take('orderId', idOf(reader.scope.orderId, page.orderId));
  const evidence = withoutRepeats(platform, foundEvidence(reader, platform));
  if (evidence[0]) fieldSources.evidence = evidence[0].source;
  const { product, source } = productOnPage(reader, new Set(evidence.map((item) => item.url)));
  if (source) fieldSources.product = source;
  const claimTypeText = take('claimType', readLine(reader, 'claimType') ?? readAlone(reader, isClaimTypeText));
  const claim = {
    amount: take('amount', readAmount(reader, region.currency)),
    buyerName: take('buyer', readLine(reader, 'buyer')),
    buyerId: null,
    reason: take('reason', readLine(reader, 'reason')),
    description: take('description', readDescription(reader)),
    claimTypeText,
    claimType: claimTypeText === null ? ('unknown' as const) : claimTypeOf(claimTypeText),
    statusText: take('status', readLine(reader, 'status') ?? readAlone(reader, isStatusText)),
    applyTime: take('applyTime', readTime(reader, 'applyTime', region, now)),
    orderTime: take('orderTime', readTime(reader, 'orderTime', region, now)),
    dispatchTime: take('dispatchTime', readTime(reader, 'dispatchTime', region, now)),
    deliveryTime: take('deliveryTime', readTime(reader, 'deliveryTime', region, now)),
    deadline: take('deadline', readDeadline(reader, region, now)),
    forwardTracking: take('forwardTracking', readTracking(reader, 'forwardTracking')),
    returnTracking: take('returnTracking', readTracking(reader, 'returnTracking')),
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

function foundEvidence(reader: FieldReader, platform: Platform) {
  const labelled = evidenceOnPage(reader);
  return labelled.length > 0 ? labelled : evidenceBySelector(reader, platform.images.evidence);
}

function idOf(shown: FieldReader['scope']['claimId'], inAddress: string | null): LabelledValue<string> | null {
  if (shown) return { value: shown.id, source: { via: 'label', hint: shown.hit.label }, at: shown.at };
  return inAddress === null ? null : { value: inAddress, source: { via: 'url', hint: inAddress }, at: 0 };
}

/** A text that says by itself what it is, such as 仅退款. */
function readAlone({ outline, scope }: FieldReader, isMeant: (text: string) => boolean): LabelledValue<string> | null {
  const at = outline.tokens.findIndex(
    (token, index) => token.kind === 'text' && isInScope(scope, index) && isMeant(token.text),
  );
  const token = outline.tokens[at];
  return token?.kind === 'text' ? { value: token.text, source: { via: 'label', hint: token.text }, at } : null;
}
