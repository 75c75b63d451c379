import type { CapturedImage, PictureProblem } from './case.ts';

/** A file that was picked, dropped or pasted, and looked at. */
export interface HandedFile {
  /** SHA-256 of its bytes, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly name: string;
  readonly blob: Blob;
  readonly media: 'image' | 'video';
}

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: PictureProblem;
}

/** A file as one page of the extension sends it to another. */
export interface SentFile {
  readonly name: string;
  readonly blob: Blob;
}

/** How many files were taken that were not there, and those that were not taken. */
export interface AddedFiles {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
}

/** The record of a file that a person handed over, which comes from no address. */
export function capturedFile({ sha256, blob }: HandedFile, receivedAt: string): CapturedImage {
  return { url: '', receivedAt, contentType: blob.type || null, sizeBytes: blob.size, sha256, blob };
}
