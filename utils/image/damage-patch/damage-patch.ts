import type { Region } from '../region.ts';

/** Pixels of a patch around the changed place, so that descriptors near its rim have something to look at. */
export const PATCH_MARGIN = 34;

/** How a changed place looks, cut out of a picture that is otherwise the seller's own: by it the same damage is found again. */
export interface DamagePatch {
  /** Where it lies in the picture that it was cut from. */
  readonly region: Region;
  readonly width: number;
  readonly height: number;
  /** Gray levels with the damage, row by row. */
  readonly damaged: Uint8Array;
  /** Gray levels of the seller's picture in the same place, without it. */
  readonly underlying: Uint8Array;
  /** 1 where the two differ. */
  readonly inside: Uint8Array;
  readonly keypoints: PatchKeypoints;
  /** A drawing tool could have made it as well. Absent in patches stored before these were kept, and then false. */
  readonly mayBeDrawn?: boolean;
}

/** ORB key points on the changed pixels, x and y in pixels of the patch. Enough to propose a place, never to decide. */
export interface PatchKeypoints {
  readonly count: number;
  readonly points: Float32Array;
  /** Eight 32-bit words each. */
  readonly descriptors: Uint32Array;
}
