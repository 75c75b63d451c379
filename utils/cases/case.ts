import type { CheckOutcome } from '../checks/check.ts';
import type { EarlierPicture } from '../checks/earlier-pictures.ts';
import type { JsonObject } from '../checks/json.ts';
import type { ClaimOnPage } from '../claims/claim.ts';
import type { DamagePatch } from '../image/damage-patch/damage-patch.ts';
import type { MadeFrom } from '../image/made-from.ts';

/** `interrupted` is a run that ended without an answer (browser closed, worker killed); opening the case resumes it. */
export type CaseStatus = 'running' | 'done' | 'cancelled' | 'interrupted';

export interface StoredCase {
  readonly caseId: string;
  readonly claim: ClaimOnPage;
  readonly orderId: string;
  readonly platform: string;
  readonly buyerKey: string | null;
  readonly status: CaseStatus;
  /** Why the last run was interrupted; null otherwise. */
  readonly problem: PictureProblem | null;
  /** Ids of the checks that this run makes on every picture; empty until the run has begun. */
  readonly checks: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a picture is handed over as. */
export type PictureRole = 'evidence' | 'listing';
/** What a picture is in its case: also one of the packing of the order. */
export type RoleInCase = PictureRole | 'packing';

/** Bytes as received, with what the server said about them. */
export interface CapturedImage {
  readonly url: string;
  readonly receivedAt: string;
  readonly contentType: string | null;
  readonly sizeBytes: number;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly blob: Blob;
}

/** Why a picture could not be fetched, read or decoded; its texts are `problem.<reason>.*`. */
export interface PictureProblem {
  readonly reason: string;
  readonly params?: JsonObject;
}

export interface StoredPicture {
  readonly pictureId: string;
  readonly caseId: string;
  readonly role: RoleInCase;
  /** Place in the claim, from 0, counted per role. */
  readonly index: number;
  readonly name: string;
  /** The address on the page, as delivered; empty for a file that was handed over. */
  readonly url: string;
  /** The picture as the page showed it. */
  readonly delivered: CapturedImage | null;
  /** A larger version of it, where the image server had one. */
  readonly larger: CapturedImage | null;
  /** Which of the two was analysed. */
  readonly analysed: 'delivered' | 'larger';
  /** Of a video whose frames were made; absent for a picture, and for a video that could not be looked at. */
  readonly video?: VideoFacts;
  /** Absent for bytes as received. */
  readonly madeFrom?: MadeFrom;
  /** When the seller added it by hand to a case that was there; absent for all others. */
  readonly addedAt?: string;
  readonly problem: PictureProblem | null;
  /** Displayed size in pixels, once decoded. */
  readonly width: number | null;
  readonly height: number | null;
  readonly decodeMs: number | null;
}

export interface VideoFacts {
  readonly durationSeconds: number;
  /** Displayed size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** What one check said about one picture. */
export interface StoredResult {
  readonly pictureId: string;
  readonly caseId: string;
  readonly check: string;
  readonly version: number;
  readonly outcome: CheckOutcome | { readonly status: 'failed'; readonly reason: string; readonly params?: JsonObject };
  readonly elapsedMs: number;
  /** Ids of the listing or packing pictures that a comparing check has seen; absent for the others. */
  readonly comparedWith?: readonly string[];
}

/** A seller's word on one finding, kept apart from what the check said. */
export interface StoredReview {
  readonly pictureId: string;
  readonly kind: string;
  readonly word: 'confirmed' | 'wrong';
  readonly at: string;
}

/** One PDQ fingerprint of an evidence picture. */
export interface StoredFingerprint extends EarlierPicture {
  /** 64 hex digits. */
  readonly pdq: string;
  readonly quality: number;
  /** Where it lies in the shards: shard times `SHARD_SIZE` plus place; absent until it is packed. */
  readonly slot?: number;
}

/** A block of PDQ hashes, read back as it was written. */
export interface FingerprintShard {
  readonly shard: number;
  /** Eight words each; all zero where a fingerprint was deleted. */
  readonly hashes: Uint32Array;
  /** How many were not deleted. */
  readonly live: number;
}

/** Whose hashes lie in a shard, place by place; empty where one was deleted. */
export interface ShardPictures {
  readonly shard: number;
  readonly pictureIds: readonly string[];
}

/** A fingerprint that waits to be packed with others. */
export interface UnpackedFingerprint {
  readonly pictureId: string;
  readonly hash: Uint32Array;
}

/** Version of a result that no check wrote, since it hung or crashed: the same run does not try again, a new one does. */
export const GIVEN_UP = -1;

/** The visual words of one evidence picture, by which a part of it is found again; see utils/image/visual-words.ts. */
export interface StoredWords {
  readonly pictureId: string;
  readonly words: Uint32Array;
  /** When it was kept, ISO 8601: the oldest go first. */
  readonly keptAt: string;
}

/** A changed place of a listing picture, by which the same damage is searched for. */
export interface StoredDamage {
  readonly pictureId: string;
  /** From 0, largest first. */
  readonly place: number;
  readonly keptAt: string;
  readonly keypoints: DamagePatch['keypoints'];
}

/** How it looks, opened only when key points have proposed it. */
export interface StoredDamagePatch {
  readonly pictureId: string;
  readonly place: number;
  readonly patch: DamagePatch;
}

/** The case that a picture belongs to, from the picture's id. */
export function caseIdOfPicture(pictureId: string): string {
  return pictureId.slice(0, pictureId.lastIndexOf('#'));
}
