/**
 * From this many background residuals a changed region counts, and above this background the whole pair differs, so that
 * no place says anything. Set on the tuning half of the generated cases, reported on the other half (docs/benchmarks.md).
 */
export const MIN_COUNTED_STRENGTH = 8;
export const MAX_BACKGROUND_LEVELS = 7;
