import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import type { ClaimOnPage, FieldSource } from './claim.ts';

/** What the seller said about pictures that were handed over without a page. */
export interface ManualClaimParts {
  /** Unique within this history. */
  readonly claimId: string;
  /** As the seller typed it; empty where it was not given. */
  readonly orderId: string;
  /** The page that a picture was taken from; empty for files. */
  readonly pageUrl: string;
  /** ISO 8601. */
  readonly readAt: string;
}

const TYPED: FieldSource = { via: 'manual', hint: '' };
/** Longest order number that is kept; those of the seller centers have up to 24 characters. */
const MAX_ORDER_CHARACTERS = 64;

/** A claim without a page: everything that a page would have said is absent, and nothing is reported as missing. */
export function manualClaim({ claimId, orderId, pageUrl, readAt }: ManualClaimParts): ClaimOnPage {
  const order = orderId.trim().slice(0, MAX_ORDER_CHARACTERS);
  return {
    platform: MANUAL_PLATFORM,
    pageUrl,
    claimId,
    orderId: order,
    claimType: 'unknown',
    claimTypeText: null,
    statusText: null,
    amount: null,
    buyerName: null,
    buyerId: null,
    reason: null,
    description: null,
    applyTime: null,
    orderTime: null,
    dispatchTime: null,
    deliveryTime: null,
    deadline: null,
    timeZone: 'Asia/Shanghai',
    forwardTracking: null,
    returnTracking: null,
    product: { title: null, id: null, spec: null, link: null, listingImages: [] },
    evidence: [],
    fieldSources: order === '' ? {} : { orderId: TYPED },
    missing: [],
    readAt,
  };
}

/** A claim id that says when it was made, for example `20261121-2305-k3f9`: people read it in the history. */
export function manualClaimId(now: Date, randomness: number): string {
  const stamp = now.toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `${stamp}-${Math.floor(randomness * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
}
