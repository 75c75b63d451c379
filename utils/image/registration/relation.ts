import { applyTo } from './homography.ts';
import type { Drift } from './measure-drift.ts';
import type { Composition } from './register-composition.ts';
import type { Registration } from './register-pictures.ts';

/**
 * What two pictures have to do with each other: one digital copy of the other; the same picture drawn anew; one plane
 * seen twice, to a precision that hardly a lens has: a copy that was pulled out of shape, or flat goods; something
 * in common that is good for proposing, never for accusing; nothing that was found.
 */
export type Relation = 'same-photograph' | 'same-composition' | 'same-plane' | 'possible' | 'different';

/**
 * The rules and limits were frozen on one set of generated and real pairs and reported on fresh ones with a Python
 * prototype of this method, which this code agrees with: of 1544 hard genuine pairs (other views of one scene, same
 * product model, printed packaging) "same photograph" took 0, "possible" 3.7 %.
 */
const MIN_GOOD_BLOCKS = 24;
const MIN_CELLS = 4;
const SAME_PHOTOGRAPH_COVERAGE = 0.6;
/** Thousandths of the overlap's diagonal: the parallax of a second photograph is 0.5 and more. */
const SAME_PHOTOGRAPH_DEVIATION = 0.2;
/** An upright copy was hardly made by hand with a camera, so it may stray a little more. */
const UPRIGHT_DEVIATION = 0.35;
const UPRIGHT_TILT_DEGREES = 0.03;
/**
 * Of 168 copies (tuning half) three have more, and of 12 that were turned by some degrees none has half as much; made-up
 * second photographs from within a fifth of a percent of the distance have 0.158 and more.
 */
const MAX_COPY_WARP_PERMILLE = 0.15;
const CRISP_PLANE_COVERAGE = 0.97;
const POSSIBLE_GOOD_BLOCKS = 16;
const POSSIBLE_COVERAGE = 0.3;
const POSSIBLE_DEVIATION = 3;
/** Drawn anew: set on generated drifts and on second views of nearly the same framing. */
const REDRAWN_BLOCKS = 60;
const REDRAWN_LOOSE_COVERAGE = 0.7;
const REDRAWN_TILT_DEGREES = 0.08;
/** A share of the frame. */
const SAME_FRAMING_REACH = 0.02;
/**
 * Drawn anew, by what the pictures show: set on the tuning half of generated drifts and of second photographs that take
 * pains to have the listing's frame. Where the whole frame is shown, as a generator leaves it, less is asked of the rest.
 */
const COMPOSITION_BLOCKS = 40;
const COMPOSITION_CELLS = 9;
const COMPOSITION_NEAR_SHARE = 0.7;
const COMPOSITION_SQUEEZE = 0.06;
/** What strays less is a copy or a scan, and is judged as one. */
const COMPOSITION_STRAY_PERMILLE = 0.35;
/** Things at several depths leave less. */
const COMPOSITION_ACROSS_SHARE = 0.18;
/** A caption fills up to half of its strip with glyphs; a table or a floor fills more with its texture. */
const COMPOSITION_TEXTURED_SHARE = 0.5;
const WHOLE_FRAME_SHARE = 0.92;
const WHOLE_FRAME_TILT_DEGREES = 0.2;
const WHOLE_FRAME_ORDERED_SHARE = 0.33;
const PART_TILT_DEGREES = 0.12;
const PART_ORDERED_SHARE = 0.3;
/** And beyond doubt: it wanders farther than measuring errs and hardly in any order, in the listing's very frame. */
const SURE_TILT_DEGREES = 0.1;
const SURE_ORDERED_SHARE = 0.2;
const SURE_STRAY_PERMILLE = 0.7;
const SURE_ACROSS_SHARE = 0.3;
const SURE_NEAR_SHARE = 0.85;
/** A plane seen twice: set on generated warps, views of flat goods through lenses, and shallow relief. */
const SAME_PLANE_BLOCKS = 80;
const SAME_PLANE_CELLS = 8;
const SAME_PLANE_COVERAGE = 0.8;
const SAME_PLANE_BEND = 0.045;
const SAME_PLANE_DEVIATION = 40;
/** For a note, twice what a copy needs; and the most of the source is shown: of a thing with depth, one face may be a plane. */
const SEEN_PLANE_BLOCKS = 48;
const SEEN_PLANE_SHARE = 0.6;
/** Natural texture beyond the source's frame: a photograph of a print or of a screen. */
const MAX_OUTSIDE_SHARE = 0.05;
const MAX_TEXTURED_SHARE = 0.3;

/**
 * Judges a registration; see `Relation`.
 * @param layouts `collages` also takes a source that stands upright and undistorted among other content
 */
export function relationOf(registration: Registration, layouts: 'copies' | 'collages' = 'copies'): Relation {
  const { goodBlockCount, cellCount, coverage, deviationPermille, tiltDegrees } = registration;
  const isWhole = !goesOnOutside(registration) || (layouts === 'collages' && isLaidOut(registration));
  if (goodBlockCount >= MIN_GOOD_BLOCKS && cellCount >= MIN_CELLS && isWhole) {
    const isUpright = tiltDegrees <= UPRIGHT_TILT_DEGREES;
    const limit = isUpright ? UPRIGHT_DEVIATION : SAME_PHOTOGRAPH_DEVIATION;
    const hasItsDetail = coverage >= SAME_PHOTOGRAPH_COVERAGE;
    // A hand that moves a camera turns it by a hair as well.
    const isSecondShot = !isUpright && isSurelyBent(registration);
    if (hasItsDetail && deviationPermille <= limit && !isSecondShot) return 'same-photograph';
    if (!hasItsDetail && isRedrawn(registration)) return 'same-composition';
  }
  if (isSamePlane(registration)) return 'same-plane';
  const isPossible =
    goodBlockCount >= POSSIBLE_GOOD_BLOCKS && coverage >= POSSIBLE_COVERAGE && deviationPermille <= POSSIBLE_DEVIATION;
  return isPossible ? 'possible' : 'different';
}

/** Whether the whole is bent by more than a copy is, and by single blocks that err little enough to tell. */
function isSurelyBent({ warpPermille, planeCoverage }: Registration): boolean {
  return warpPermille > MAX_COPY_WARP_PERMILLE && planeCoverage >= CRISP_PLANE_COVERAGE;
}

/**
 * Whether the similarity still holds on the whole while every detail strayed from it at random: what a picture drawn
 * anew does. In a second photograph what strays has a direction, and tilt and perspective are never nil.
 */
function isRedrawn({ goodBlockCount, looseCoverage, deviationPermille, tiltDegrees }: Registration): boolean {
  return (
    goodBlockCount >= REDRAWN_BLOCKS &&
    looseCoverage >= REDRAWN_LOOSE_COVERAGE &&
    deviationPermille <= UPRIGHT_DEVIATION &&
    tiltDegrees <= REDRAWN_TILT_DEGREES
  );
}

/**
 * Whether a picture shows what the listing picture shows, place by place, while each place strays by itself: what a
 * generator leaves. A second photograph is tilted, and strays in order or along one line.
 */
export function isSameComposition(composition: Composition): boolean {
  const { blockCount, cellCount, nearShare, squeeze, strayPermille, acrossShare, tiltDegrees, orderedShare } =
    composition.drift;
  const isSeen =
    blockCount >= COMPOSITION_BLOCKS &&
    cellCount >= COMPOSITION_CELLS &&
    nearShare >= COMPOSITION_NEAR_SHARE &&
    squeeze <= COMPOSITION_SQUEEZE &&
    strayPermille >= COMPOSITION_STRAY_PERMILLE &&
    acrossShare >= COMPOSITION_ACROSS_SHARE &&
    !(goesOnOutside(composition) && composition.texturedShare > COMPOSITION_TEXTURED_SHARE);
  if (!isSeen) return false;
  return composition.shareOfSource >= WHOLE_FRAME_SHARE
    ? tiltDegrees <= WHOLE_FRAME_TILT_DEGREES && orderedShare <= WHOLE_FRAME_ORDERED_SHARE
    : tiltDegrees <= PART_TILT_DEGREES && orderedShare <= PART_ORDERED_SHARE;
}

/** Whether what was drawn anew is so beyond doubt; asked where the framing is the listing's own. */
export function isSurelyDrawnAnew(drift: Drift): boolean {
  const { nearShare, tiltDegrees, orderedShare, acrossShare, strayPermille } = drift;
  return (
    acrossShare >= SURE_ACROSS_SHARE &&
    nearShare >= SURE_NEAR_SHARE &&
    tiltDegrees <= SURE_TILT_DEGREES &&
    orderedShare <= SURE_ORDERED_SHARE &&
    strayPermille >= SURE_STRAY_PERMILLE
  );
}

/** Whether the copy shows the source's frame, no more and no less, upright or mirrored. */
export function hasSameFraming({ sourceToCopy, mirrored }: Registration): boolean {
  return [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].every(([x, y]) => {
    const [u, v] = applyTo(sourceToCopy, x as number, y as number);
    const expected = mirrored ? 1 - (x as number) : (x as number);
    return Math.hypot(u - expected, v - (y as number)) <= SAME_FRAMING_REACH;
  });
}

function isSamePlane(registration: Registration): boolean {
  const { goodBlockCount, cellCount, planeCoverage, bendPermille, deviationPermille } = registration;
  return (
    goodBlockCount >= SAME_PLANE_BLOCKS &&
    cellCount >= SAME_PLANE_CELLS &&
    planeCoverage >= SAME_PLANE_COVERAGE &&
    bendPermille <= SAME_PLANE_BEND &&
    deviationPermille <= SAME_PLANE_DEVIATION &&
    !goesOnOutside(registration)
  );
}

/**
 * Whether the source as a whole, with all that stands in it near and far, lies in the copy as one plane does that a camera
 * saw: a screen or a print of it, or goods that are flat. Which of these, no geometry tells: the lens bends each alike.
 */
export function isSeenAsPlane(registration: Registration): boolean {
  const { goodBlockCount, cellCount, planeCoverage, shareOfSource } = registration;
  return (
    goodBlockCount >= SEEN_PLANE_BLOCKS &&
    cellCount >= SAME_PLANE_CELLS &&
    planeCoverage >= SAME_PLANE_COVERAGE &&
    shareOfSource >= SEEN_PLANE_SHARE
  );
}

/**
 * Whether the similarity holds as no second photograph lets it, also where the looser limit of upright copies applies:
 * not even the least move of a camera, which bends a picture slowly and by less than the limits of "same photograph".
 */
export function isExactCopy({ deviationPermille, warpPermille }: Registration): boolean {
  return deviationPermille <= SAME_PHOTOGRAPH_DEVIATION && warpPermille <= MAX_COPY_WARP_PERMILLE;
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
