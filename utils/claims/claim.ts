/** What the seller center calls this kind of claim, reduced to what matters here. */
export type ClaimType = 'refund_only' | 'return_refund' | 'exchange' | 'reship' | 'repair' | 'dispute' | 'unknown';

export type EvidenceRole = 'buyer' | 'seller' | 'platform' | 'unknown';

/** Where a field of the claim was read. */
export interface FieldSource {
  readonly via: 'url' | 'page-json' | 'inline-json' | 'label' | 'selector' | 'taught' | 'manual';
  /** The label, key or selector that led to it. */
  readonly hint: string;
}

export interface Money {
  /** Decimal in the currency's main unit, as text, for example `12.90`. */
  readonly value: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What the page or the payload had, untouched. */
  readonly raw: string;
}

/** One piece of evidence on the page: the address exactly as delivered. */
export interface EvidenceItem {
  readonly url: string;
  readonly kind: 'image' | 'video';
  readonly role: EvidenceRole;
  readonly source: FieldSource;
}

export interface ProductOnPage {
  readonly title: string | null;
  readonly id: string | null;
  readonly spec: string | null;
  readonly link: string | null;
  /** Addresses of the seller's own pictures of the product, as delivered. */
  readonly listingImages: readonly string[];
}

/** The fields of a claim that a page can lack. */
export type ClaimField =
  | 'claimId'
  | 'orderId'
  | 'amount'
  | 'buyer'
  | 'reason'
  | 'description'
  | 'claimType'
  | 'status'
  | 'applyTime'
  | 'orderTime'
  | 'dispatchTime'
  | 'deliveryTime'
  | 'deadline'
  | 'forwardTracking'
  | 'returnTracking'
  | 'product'
  | 'evidence';

/**
 * A refund claim as read from a page. Everything here comes from a page that is not ours: text to show, never to trust.
 * Ids are strings, since many exceed 2^53. Times are ISO 8601 with the zone that was assumed.
 */
export interface ClaimOnPage {
  readonly platform: string;
  readonly pageUrl: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly claimType: ClaimType;
  readonly claimTypeText: string | null;
  readonly statusText: string | null;
  readonly amount: Money | null;
  /** As shown, often masked by the platform. */
  readonly buyerName: string | null;
  readonly buyerId: string | null;
  readonly reason: string | null;
  readonly description: string | null;
  readonly applyTime: string | null;
  readonly orderTime: string | null;
  readonly dispatchTime: string | null;
  readonly deliveryTime: string | null;
  readonly deadline: string | null;
  /** IANA zone that times without a zone were read in. */
  readonly timeZone: string;
  readonly forwardTracking: string | null;
  readonly returnTracking: string | null;
  readonly product: ProductOnPage;
  readonly evidence: readonly EvidenceItem[];
  readonly fieldSources: Readonly<Partial<Record<ClaimField, FieldSource>>>;
  readonly missing: readonly ClaimField[];
  readonly readAt: string;
}

/** The permanent id of a case: one per claim of one platform. */
export function caseIdOf(claim: Pick<ClaimOnPage, 'platform' | 'claimId'>): string {
  return `${claim.platform}:${claim.claimId}`;
}
