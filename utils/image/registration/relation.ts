import type { Registration } from './register-pictures.ts';

/**
 * What two pictures have to do with each other: one digital copy of the other; the same picture drawn anew; something
 * in common that is good for proposing, never for accusing; nothing that was found.
 */
export type Relation = 'same-photograph' | 'same-composition' | 'possible' | 'different';

/**
 * The rules and limits were frozen on one set of generated and real pairs and reported on fresh ones with a Python
 * prototype of this method, which this code agrees with: of 1544 hard genuine pairs (other views of one scene, same
 * product model, printed packaging) "same photograph" took 0, "same composition" 3, "possible" 3.7 %.
 */
const MIN_GOOD_BLOCKS = 24;
const MIN_CELLS = 4;
const SAME_PHOTOGRAPH_COVERAGE = 0.6;
/** Thousandths of the overlap's diagonal: the parallax of a second photograph is 0.5 and more. */
const SAME_PHOTOGRAPH_DEVIATION = 0.2;
/** An upright copy was hardly made by hand with a camera, so it may stray a little more. */
const UPRIGHT_DEVIATION = 0.35;
const UPRIGHT_TILT_DEGREES = 0.03;
const SAME_COMPOSITION_COVERAGE = 0.5;
const SAME_COMPOSITION_DEVIATION = 0.8;
const SAME_COMPOSITION_TILT_DEGREES = 0.15;
const POSSIBLE_GOOD_BLOCKS = 16;
const POSSIBLE_COVERAGE = 0.3;
const POSSIBLE_DEVIATION = 3;
/** Natural texture beyond the source's frame: a photograph of a print or of a screen. */
const MAX_OUTSIDE_SHARE = 0.05;
const MAX_TEXTURED_SHARE = 0.3;

/** Judges a registration; see `Relation`. */
export function relationOf(registration: Registration): Relation {
  const { goodBlockCount, cellCount, coverage, deviationPermille, tiltDegrees } = registration;
  const isWhole = !goesOnOutside(registration) || isLaidOut(registration);
  if (goodBlockCount >= MIN_GOOD_BLOCKS && cellCount >= MIN_CELLS && isWhole) {
    const limit = tiltDegrees <= UPRIGHT_TILT_DEGREES ? UPRIGHT_DEVIATION : SAME_PHOTOGRAPH_DEVIATION;
    if (coverage >= SAME_PHOTOGRAPH_COVERAGE && deviationPermille <= limit) return 'same-photograph';
    if (
      coverage >= SAME_COMPOSITION_COVERAGE &&
      deviationPermille <= SAME_COMPOSITION_DEVIATION &&
      tiltDegrees <= SAME_COMPOSITION_TILT_DEGREES
    )
      return 'same-composition';
  }
  const isPossible =
    goodBlockCount >= POSSIBLE_GOOD_BLOCKS && coverage >= POSSIBLE_COVERAGE && deviationPermille <= POSSIBLE_DEVIATION;
  return isPossible ? 'possible' : 'different';
}

/**
 * Whether the source stands in the copy exactly upright and undistorted, as a picture in a collage does or above a
 * caption: a camera held over a print or a screen is off by more than a thirtieth of a degree about one of its axes.
 */
export function isLaidOut({ tiltDegrees, deviationPermille }: Registration): boolean {
  return tiltDegrees <= UPRIGHT_TILT_DEGREES && deviationPermille <= SAME_PHOTOGRAPH_DEVIATION;
}

/** Whether the scene goes on where the source's picture ends. */
export function goesOnOutside({ outsideShare, texturedShare }: Registration): boolean {
  return outsideShare > MAX_OUTSIDE_SHARE && texturedShare > MAX_TEXTURED_SHARE;
}
