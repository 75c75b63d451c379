import type { OpenCv } from '../../checks/open-cv.ts';
import type { SamePhotograph } from '../registration/same-photograph.ts';
import { mapChanges } from './change-map.ts';

/**
 * A camera on a stand, at a packing table or in a parcel warehouse sees the same background behind every thing. Where more
 * of the view differs than this, or than a pen covers, the two may be two things. Tuning half: of 180 copies 2 differ by as much
 * (screenshots of a crop, with interface in them), of things that take 3 % of the frame and more nearly all.
 */
const MAX_UNEXPLAINED_SHARE = 0.01;
const MAX_DRAWN_SHARE = 0.02;

/** How much of what two pictures of one view share is not the same in both, as shares of the overlap, 0 to 1. */
export interface Difference {
  /** What no drawing tool was found to have made. */
  readonly unexplained: number;
  /** All of it but writing and slivers at the rim. */
  readonly most: number;
}

/**
 * Measures what differs between two pictures that register as one photograph. The background of a camera that stands
 * still registers as a copy does, whatever lies before it.
 * @throws Error when a picture has no pixels
 */
export function measureDifference(opencv: OpenCv, { source, copy, registration }: SamePhotograph): Difference {
  if (!source.pixels || !copy.pixels) throw new Error('measureDifference needs decoded pictures');
  // One thing in another's place may have the colours that the first had.
  const changes = mapChanges(opencv, source.pixels, copy.pixels, registration, 'counted');
  const counted = (changes?.regions ?? []).filter(({ kind }) => kind !== 'rim' && kind !== 'overlay-text');
  return {
    unexplained: changes?.changedFraction ?? 0,
    most: counted.reduce((sum, { areaFraction }) => sum + areaFraction, 0),
  };
}

/** Whether so much differs that a camera which stood still may have photographed one thing and then another. */
export function mayBeTwoThings({ unexplained, most }: Difference): boolean {
  return unexplained > MAX_UNEXPLAINED_SHARE || most > MAX_DRAWN_SHARE;
}
