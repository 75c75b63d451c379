import type { HandlingChange } from '../../utils/cases/case-handling.ts';

/** A seller's word on one finding; `null` takes an earlier word back. */
export interface Review {
  readonly pictureId: string;
  readonly kind: string;
  readonly word: 'confirmed' | 'wrong' | null;
}

export type OnReview = (review: Review) => void;

/** How a claim ended, or notes on it. */
export type OnHandling = (change: HandlingChange) => void;

/** Writes text to the clipboard; rejects when the browser refuses. */
export type OnCopy = (written: string) => void | Promise<void>;

/** Reads a stored picture at its full size; null when its bytes are gone. */
export type LoadPicture = (pictureId: string) => Promise<Blob | null>;
