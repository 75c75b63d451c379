import type { ClaimField, ClaimType, EvidenceRole } from '../claims/claim.ts';

/** How far a fact about a page that we could not visit is to be trusted; see docs/platforms.md. */
export type Confidence = 'official' | 'several-sources' | 'one-source' | 'memory' | 'guess';

/** A dated selector: what it found, when that was last known, and how well. */
export interface DatedSelector {
  readonly css: string;
  /** Year and month, for example `2026-09`. */
  readonly seen: string;
  readonly confidence: Confidence;
}

export interface PlatformPage {
  /** What kind of page the address is. */
  readonly kind: 'claim' | 'list';
  /** The claim's id as the address has it, or null. */
  readonly claimId: string | null;
  readonly orderId: string | null;
}

export interface ImageRules {
  /** Where the buyer's evidence stands when no label leads to it. */
  readonly evidence: readonly DatedSelector[];
  /** Where the seller's own pictures of the product stand. */
  readonly listing: readonly DatedSelector[];
  /** Places whose pictures are never evidence: avatars, notification drawers, recommendations. */
  readonly ignore: readonly DatedSelector[];
}

/** No selectors: labels alone lead to the pictures. */
export const noPicturePlaces: ImageRules = { evidence: [], listing: [], ignore: [] };

/** Fields that a payload can have; a payload also names parts of the product and of the buyer. */
export type PayloadField =
  | Exclude<ClaimField, 'product' | 'evidence'>
  | 'buyerId'
  | 'productTitle'
  | 'productId'
  | 'productSpec'
  | 'productLink'
  | 'productImages';

/** A key of a payload under which pictures of the claim stand. */
export interface EvidenceKey {
  readonly key: string;
  readonly role: EvidenceRole;
  /** True for a key as common as `images`: it counts only in the object that holds the claim's own id. */
  readonly besideId?: boolean;
  /** Where each entry names its side: the key, and what its values mean. */
  readonly side?: { readonly key: string; readonly roles: Readonly<Record<string, EvidenceRole>> };
}

/** What the fields of a claim are called in the JSON that a page carries. Searched for at any depth. */
export interface PayloadRules {
  readonly keys: Readonly<Partial<Record<PayloadField, readonly string[]>>>;
  /** Keys whose whole numbers are hundredths of the currency's main unit (fen, cents). */
  readonly minorUnitKeys: readonly string[];
  readonly evidence: readonly EvidenceKey[];
  /** Numbers that stand for a kind of claim. */
  readonly claimTypeCodes?: Readonly<Record<string, ClaimType>>;
}

/** Zone and currency of one country's seller center, where one platform has several. */
export interface PlatformRegion {
  readonly timeZone: string;
  readonly currency: string;
}

/** Where a seller center's pages are: all of it that is needed before a page is read. */
export interface PlatformAddress {
  /** Match patterns of its pages. */
  readonly matches: readonly string[];
  /** Reads a page's address; null where it is not a refund page. */
  page(url: URL): PlatformPage | null;
}

/** One seller center, as data: what its pages are called, what they say, where pictures stand. */
export interface Platform extends PlatformAddress {
  /** Permanent, kebab-case, the same as the file's name. */
  readonly id: string;
  /** Match patterns of the servers that its pictures come from. */
  readonly imageHosts: readonly string[];
  /** Match patterns of the pages of products, read for listing pictures where the seller allows it. */
  readonly productHosts?: readonly string[];
  readonly timeZone: string;
  readonly currency: string;
  /** The address of a claim's page by its ids, where the form of address has both; for rows of a list without a link. */
  claimUrl?(ids: { readonly claimId: string; readonly orderId: string | null }, listUrl: URL): string | null;
  /** Labels of this seller center, tried before the common ones; see utils/platforms/labels.ts. */
  readonly labels: Readonly<Partial<Record<ClaimField, readonly string[]>>>;
  readonly images: ImageRules;
  /** Zone and currency by address, for a platform with one host per country; null for the platform's own. */
  region?(url: URL): PlatformRegion | null;
  /** How an id of this seller center looks, where that is distinctive enough to be found without a label. */
  readonly idPatterns?: { readonly claimId?: RegExp; readonly orderId?: RegExp };
  readonly payload?: PayloadRules;
  /** Addresses that may hold a larger version of a delivered picture, best first; empty where it is the original. */
  originals(url: string): readonly string[];
}

/** Declares a seller center; returns it unchanged. Without effects, so that a script may take its addresses alone. */
/* @__NO_SIDE_EFFECTS__ */
export function definePlatform(platform: Platform): Platform {
  return platform;
}
