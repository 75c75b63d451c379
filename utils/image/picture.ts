import type { DecodedImage } from './decoded-image.ts';
import type { MadeFrom } from './made-from.ts';
import type { ImageType } from './sniff-image-type.ts';

/**
 * One picture as the checks see it: the bytes as received, and the pixels when they could be decoded.
 * Nothing in it changes after it was made, so anything computed from it can be kept with it.
 */
export interface Picture {
  readonly id: string;
  /** File name, or the last part of the address; for people only, never trusted. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, 64 lower-case hex digits. */
  readonly sha256: string;
  /** What the first bytes say the file is; `null` when they name no picture format. */
  readonly type: ImageType | null;
  /** `null` when the file could not be decoded. */
  readonly pixels: DecodedImage | null;
  /** Absent for a file as received. */
  readonly madeFrom?: MadeFrom;
  /** The preview that is embedded in the file, as stored: no rotation applied. Absent where there is none that decodes. */
  readonly thumbnail?: DecodedImage | null;
  /** Computes once per picture and key, so that several checks share features, hashes and the like. */
  derived<T>(key: string, compute: () => T): T;
  /**
   * The same for what took long, is plain data and small beside the pixels: where two workers hold the picture, what one
   * of them has computed is handed to the other.
   */
  derivedForAll<T>(key: string, compute: () => T): T;
  /** What `derivedForAll` has given so far, by key. */
  readonly forAll: ReadonlyMap<string, unknown>;
  /** Takes over what another worker has computed of the same picture; what is known here stays. */
  takeOver(computed: ReadonlyMap<string, unknown>): void;
}

/** Makes a `Picture` whose derived values live as long as the object. */
export function makePicture(parts: Omit<Picture, 'derived' | 'derivedForAll' | 'forAll' | 'takeOver'>): Picture {
  const own = new Map<string, unknown>();
  const forAll = new Map<string, unknown>();
  return {
    ...parts,
    forAll,
    derived: (key, compute) => computedOnce(own, key, compute),
    derivedForAll: (key, compute) => computedOnce(forAll, key, compute),
    takeOver(computed) {
      for (const [key, value] of computed) if (!forAll.has(key)) forAll.set(key, value);
    },
  };
}

function computedOnce<T>(known: Map<string, unknown>, key: string, compute: () => T): T {
  if (!known.has(key)) known.set(key, compute());
  return known.get(key) as T;
}
