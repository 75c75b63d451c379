import type { PictureProblem } from './case.ts';

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
