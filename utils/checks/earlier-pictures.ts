import type { DamagePatch, PatchKeypoints } from '../image/damage-patch/damage-patch.ts';
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

/** Something that was added to a listing picture in an earlier claim, by what it is searched for. */
export interface EarlierDamage {
  readonly pictureId: string;
  /** From 0, largest first. */
  readonly place: number;
  readonly keypoints: PatchKeypoints;
}

/** One of them opened, with whose it is. */
export interface OpenedDamage extends EarlierPicture {
  readonly patch: DamagePatch;
  /** The seller has looked at the place and confirmed that it is no drawing. */
  readonly isConfirmed: boolean;
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

/** The history as a check sees it: two ways to search it, a way to open one picture, and the damages found so far. */
export interface EarlierPictures {
  /**
   * Earlier pictures whose PDQ fingerprint lies within `maxDistanceBits` of one of `hashes`, nearest first.
   * @param hashes the eight orientations of the picture's PDQ hash, each eight 32-bit words
   */
  near(hashes: readonly Uint32Array[], maxDistanceBits: number): Promise<readonly EarlierMatch[]>;
  /**
   * Earlier pictures that share at least `minSharedWords` visual words, most first, at most `limit`; finds a part of a
   * picture, which the fingerprint cannot. Only the newest pictures have words.
   * @param searched `VisualWords.searched` of the picture (utils/image/visual-words.ts)
   */
  alike(searched: readonly Uint32Array[], minSharedWords: number, limit: number): Promise<readonly EarlierLikeness[]>;
  /** Fingerprints of other shops within `maxDistanceBits`, nearest first; absent where none were imported. */
  shared?(hashes: readonly Uint32Array[], maxDistanceBits: number): readonly SharedMatch[];
  /** Opens one; null when its bytes are gone or cannot be decoded. */
  open(pictureId: string): Promise<Picture | null>;
  /** Damages on listing pictures, the newest. */
  damages(): readonly EarlierDamage[];
  /** Opens one; null when it was deleted, belongs to the present claim, or the seller has marked it wrong. */
  openDamage(damage: EarlierDamage): Promise<OpenedDamage | null>;
}

/** A history with nothing in it. */
export const NO_EARLIER_PICTURES: EarlierPictures = {
  near: async () => [],
  alike: async () => [],
  open: async () => null,
  damages: () => [],
  openDamage: async () => null,
};
