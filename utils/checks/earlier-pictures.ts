import type { Picture } from '../image/picture.ts';

/** A picture of an earlier claim, as the history knows it without opening it. */
export interface EarlierPicture {
  readonly pictureId: string;
  readonly caseId: string;
  readonly orderId: string;
  readonly platform: string;
  readonly buyerKey: string | null;
  readonly name: string;
  /** When it was captured, ISO 8601. */
  readonly capturedAt: string;
}

export interface EarlierMatch extends EarlierPicture {
  /** PDQ distance of the nearest of the eight orientations, 0 to 256. */
  readonly distanceBits: number;
}

export interface EarlierLikeness extends EarlierPicture {
  /** Visual words in common that agree on one rotation and one change of size. */
  readonly sharedWords: number;
}

/** A fingerprint that another shop shared; there is no picture to it, so it is never more than a `clue`. */
export interface SharedMatch {
  /** As the other shop calls itself. */
  readonly shop: string;
  /** Day of that shop's finding, `2026-11-21`. */
  readonly on: string;
  /** Kind of that shop's finding. */
  readonly kind: string;
  readonly distanceBits: number;
}

/** The history as a check sees it: two ways to search it, and a way to open one picture. */
export interface EarlierPictures {
  /**
   * Earlier pictures whose PDQ fingerprint lies within `maxDistanceBits` of one of `hashes`, nearest first.
   * @param hashes the eight orientations of the picture's PDQ hash, each eight 32-bit words
   */
  near(hashes: readonly Uint32Array[], maxDistanceBits: number): readonly EarlierMatch[];
  /**
   * Earlier pictures that share at least `minSharedWords` visual words, most first, at most `limit`; finds a part of a
   * picture, which the fingerprint cannot.
   * @param searched `VisualWords.searched` of the picture (utils/image/visual-words.ts)
   */
  alike(searched: readonly Uint32Array[], minSharedWords: number, limit: number): readonly EarlierLikeness[];
  /** Fingerprints of other shops within `maxDistanceBits`, nearest first; absent where none were imported. */
  shared?(hashes: readonly Uint32Array[], maxDistanceBits: number): readonly SharedMatch[];
  /** Opens one; null when its bytes are gone or cannot be decoded. */
  open(pictureId: string): Promise<Picture | null>;
}

/** A history with nothing in it. */
export const NO_EARLIER_PICTURES: EarlierPictures = { near: () => [], alike: () => [], open: async () => null };
