import type { Finding } from '../checks/check.ts';
import type { JsonObject } from '../checks/json.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { ClaimOnPage } from '../claims/claim.ts';
import type { MadeFrom } from '../image/made-from.ts';
import type { CaseStatus, PictureProblem, VideoFacts } from './case.ts';
import type { Outcome } from './case-handling.ts';

/** A finding as the panel and the history show it. */
export interface FindingView extends Finding {
  /** The seller's own word on it. */
  readonly review: 'confirmed' | 'wrong' | null;
}

export interface PictureView {
  readonly pictureId: string;
  readonly name: string;
  readonly index: number;
  readonly state: 'waiting' | 'checking' | 'done';
  /** Small picture to show, longest side at most 640 px; null until fetched, or when it cannot be decoded. */
  readonly preview: Blob | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly problem: PictureProblem | null;
  /** What this extension made the picture from; absent for a file as received. */
  readonly madeFrom?: MadeFrom;
  /** When the seller added it by hand to a case that was there; absent for all others. */
  readonly addedAt?: string;
  /** Of a video whose frames are among the pictures; absent for a picture. */
  readonly video?: VideoFacts;
  readonly verdict: Verdict;
  /** Strongest first. */
  readonly findings: readonly FindingView[];
  readonly skipped: readonly { readonly check: string; readonly reason: string; readonly params?: JsonObject }[];
  readonly failed: readonly { readonly check: string; readonly reason: string; readonly params?: JsonObject }[];
  readonly measured: JsonObject;
}

export interface ListingPictureView {
  readonly pictureId: string;
  readonly name: string;
  readonly preview: Blob | null;
  readonly problem: PictureProblem | null;
}

/** A photo or video of packing, or a frame of such a video, as the case was compared with it. */
export interface PackingPictureView extends ListingPictureView {
  /** From 1, counted over files; a frame has the number of its video. */
  readonly number: number;
  /** When the file arrived, ISO 8601. */
  readonly arrivedAt: string;
  /** Of the file as it arrived. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly madeFrom?: MadeFrom;
  readonly video?: VideoFacts;
}

/** Everything that a case shows, in one piece; plain data and Blobs, so that it crosses any message. */
export interface CaseView {
  readonly caseId: string;
  readonly claim: ClaimOnPage;
  readonly status: CaseStatus;
  /** Why the last run was interrupted; null otherwise. Its texts are `problem.<reason>.*`. */
  readonly problem: PictureProblem | null;
  readonly verdict: Verdict;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Steps: one per picture to fetch and one per picture and check. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly pictures: readonly PictureView[];
  readonly listing: readonly ListingPictureView[];
  readonly packing: readonly PackingPictureView[];
  /** Other claims of the same buyer in this history; 0 when the page shows no buyer id. */
  readonly otherClaimsOfBuyer: number;
  /** The buyer's claims without an outcome, this one included, and what they come to in its currency; null without a buyer id. */
  readonly openClaimsOfBuyer: OpenClaims | null;
  /** What the seller said of its end; null while it is open. */
  readonly outcome: Outcome | null;
  readonly closedAt: string | null;
  readonly notes: string;
}

export interface OpenClaims {
  readonly count: number;
  /** Decimal in the currency's main unit, as text. */
  readonly value: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** One line of the history's list. */
export interface CaseSummary {
  readonly caseId: string;
  readonly platform: string;
  readonly orderId: string;
  readonly claimId: string;
  readonly buyerName: string | null;
  readonly buyerKey: string | null;
  readonly productTitle: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly verdict: Verdict;
  readonly status: CaseStatus;
  /** What the seller said of its end; null while it is open. */
  readonly outcome: Outcome | null;
  /** The deadline of a claim without outcome, in ms since 1970; absent otherwise, which leaves it out of its index. */
  readonly dueAtMs?: number;
  readonly pictureCount: number;
  /** What the search looks in, made when the row is written: making it for 100 000 rows would be felt. */
  readonly searchText: string;
  /** Evidence pictures that are also in another order's claim. */
  readonly reusedCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}
