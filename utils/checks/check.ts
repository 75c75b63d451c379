import type { Picture } from '../image/picture.ts';
import type { Region } from '../image/region.ts';
import type { C2paReader } from './c2pa-reader.ts';
import type { EarlierPictures } from './earlier-pictures.ts';
import type { JsonObject } from './json.ts';
import type { OcrReader } from './ocr-reader.ts';
import type { OpenCv } from './open-cv.ts';
import type { Grade } from './verdict.ts';

/** A photo of packing, or a frame of a video of it, that the seller attached to the claim's order. */
export interface PackingPicture {
  readonly picture: Picture;
  /** When the file arrived in this history, ISO 8601. */
  readonly arrivedAt: string;
}

/** The facts of the claim that a check may use. Times are ISO 8601 with a zone. */
export interface ClaimFacts {
  readonly platform: string;
  readonly claimId: string;
  readonly orderId: string;
  /** Salted hash of the platform's buyer id; null when the page shows none. */
  readonly buyerKey: string | null;
  /** What the page calls the claim, for example `refund_only`; see utils/claims/claim.ts. */
  readonly claimType?: string;
  readonly applyTime?: string;
  /** When this history first read the claim; it was made before. */
  readonly firstReadAt?: string;
  readonly orderTime?: string;
  readonly dispatchTime?: string;
  readonly deliveryTime?: string;
  /** Number of the parcel that the seller sent, and of the one that the buyer sent back. */
  readonly forwardTracking?: string;
  readonly returnTracking?: string;
}

/** Everything that a check may look at. A check reads nothing else: no clock, no network, no storage, no browser. */
export interface CheckInput {
  readonly picture: Picture;
  readonly claim: ClaimFacts;
  /** The seller's own pictures of the product. */
  readonly listing: readonly Picture[];
  /**
   * The one of them that `listing-match` found this picture to be a changed copy of; null where it found none, absent where
   * nothing has compared. Only for a check that lists `altered-listing` under `needs`.
   */
  readonly alteredListing?: Picture | null;
  /** What the seller kept of the packing of this order. */
  readonly packing: readonly PackingPicture[];
  /** The other pictures of the same claim. */
  readonly siblings: readonly Picture[];
  /** Pictures of earlier claims. */
  readonly earlier: EarlierPictures;
  /** Only for a check that lists `opencv` under `needs`. */
  readonly opencv: OpenCv;
  /** Only for a check that lists `ocr` under `needs`. */
  readonly ocr: OcrReader;
  /** Only for a check that lists `c2pa` under `needs`. */
  readonly c2pa: C2paReader;
}

/** Heavy parts that are loaded only for the checks that list them. */
export type Tool = 'opencv' | 'ocr' | 'c2pa';

/**
 * What a check cannot do without; the engine skips the check, with a reason, where it is missing. A check that needs
 * neither `listing` nor `packing` nor `siblings` nor a tool runs as soon as its picture has arrived, with all still empty;
 * one that needs `siblings` runs when every picture of the claim has arrived or is known not to come, and one that needs
 * `altered-listing` when its picture was compared with the listing, whatever that gave. `received-file` is for a check
 * that reads what is written in the file: it is skipped on pictures that this extension made itself, a part of the screen
 * or a frame of a video.
 */
export type Need = 'pixels' | 'listing' | 'packing' | 'siblings' | 'altered-listing' | 'received-file' | Tool;

/** One thing that a check found. Plain JSON: message keys plus numbers, so that an old case reads in any language. */
export interface Finding {
  /** Id of the check. */
  readonly check: string;
  /** Permanent id of what was found; its texts are `finding.<kind>.*` in the locale files. */
  readonly kind: string;
  readonly grade: Grade;
  readonly params: JsonObject;
  /** Where in the picture, strongest first. */
  readonly regions?: readonly Region[];
  /** `false` where a person has to look at the region before the grade counts in full. */
  readonly confirmed?: boolean;
}

export type CheckOutcome =
  | { readonly status: 'done'; readonly measured: JsonObject; readonly findings: readonly Finding[] }
  | { readonly status: 'skipped'; readonly reason: string; readonly params?: JsonObject };

export interface Check {
  /** Permanent, kebab-case, the same as the file's name. */
  readonly id: string;
  /** Raised when results change, so that stored results of an older version are computed again. */
  readonly version: number;
  readonly needs: readonly Need[];
  /**
   * For a check that needs no pixels: `bytes` runs before the picture is decoded; `bytes-then-pixels` too, and once more
   * when it is, so that what the file alone says need not wait.
   */
  readonly reads?: 'bytes' | 'bytes-then-pixels';
  /**
   * It looks at the pixels of this picture, the listing's and the packing's and at the claim, at no file, no other picture of
   * the claim and none of an earlier one: it may run in a second worker, which has nothing else.
   */
  readonly readsPixelsAlone?: true;
  /** Where the method comes from: paper, standard, specification clause. */
  readonly source: string;
  /** Asked before any tool is loaded: why this picture can be skipped at once (`skip.<reason>`), or null. */
  reasonToSkip?(picture: Picture): string | null;
  run(input: CheckInput): CheckOutcome | Promise<CheckOutcome>;
}

/** Declares a check; returns it unchanged, so that its type is inferred where it is written. */
export function defineCheck(check: Check): Check {
  return check;
}

/** The check ran. `measured` is merged into the picture's measurements, so name its keys after the measurement. */
export function done(measured: JsonObject, findings: readonly Finding[] = []): CheckOutcome {
  return { status: 'done', measured, findings };
}

/** The check could not run on this picture, for a reason that a person can read (`skip.<reason>`). */
export function skipped(reason: string, params?: JsonObject): CheckOutcome {
  return params ? { status: 'skipped', reason, params } : { status: 'skipped', reason };
}
