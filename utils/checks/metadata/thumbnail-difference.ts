import type { ThumbnailAgreement } from './compare-thumbnail.ts';

/** Below this the two are not the same view: another photograph, or a cut that keeps the shape. */
const MAX_OTHER_CORRELATION = 0.5;
/** From here on they are the same view, so that a difference in one place is one. */
const MIN_SAME_CORRELATION = 0.9;
/** A wall, a sheet of paper: what little structure there is, a re-save can take away. */
const MIN_CONTRAST = 12;
/** A date stamp or a small logo stays below it. */
const MIN_CHANGED_FRACTION = 0.01;

/**
 * What the preview tells: `other` view, the same view with a place `changed`, or null for nothing. In between lies what
 * honest handling does, and nothing is said.
 */
export function thumbnailDifference({
  correlation,
  changedFraction,
  contrast,
}: ThumbnailAgreement): 'other' | 'changed' | null {
  if (contrast < MIN_CONTRAST) return null;
  if (correlation < MAX_OTHER_CORRELATION) return 'other';
  return correlation >= MIN_SAME_CORRELATION && changedFraction >= MIN_CHANGED_FRACTION ? 'changed' : null;
}
