import { type ChangeRegion, mapChanges } from '../image/change-map/change-map.ts';
import { MAX_BACKGROUND_LEVELS, MIN_COUNTED_STRENGTH } from '../image/change-map/counting-limits.ts';
import { containerOf } from '../image/containers/walk-container.ts';
import { shareOfIdenticalTiles } from '../image/identical-tiles.ts';
import type { Picture } from '../image/picture.ts';
import type { Region } from '../image/region.ts';
import { type Homography, invert } from '../image/registration/homography.ts';
import { mapRegion, overlaps } from '../image/registration/map-region.ts';
import { type Registration, registerPictures } from '../image/registration/register-pictures.ts';
import { goesOnOutside, relationOf } from '../image/registration/relation.ts';
import { shortlistPictures } from '../image/registration/shortlist-pictures.ts';
import { measureSharedGrain } from '../image/shared-grain.ts';
import { subjectOfPicture } from '../image/subject-of-picture.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { JsonObject } from './json.ts';
import { readCaptureTime } from './metadata/capture-time.ts';
import { readPictureMetadata } from './metadata/picture-metadata.ts';
import type { OpenCv } from './open-cv.ts';

const ID = 'contradiction';

/** Other pictures of the claim that are registered in full; a third of a second each. */
const MAX_REGISTRATIONS = 3;
/**
 * Above what two exposures of noise-free scenes reach (0.62 of 17, tuning half); pictures with little noise of their own
 * still pass it, which is why grain alone is never more than a note.
 */
const MIN_GRAIN_TILES = 24;
const MIN_GRAIN_CORRELATION = 0.65;
/** Two exposures of cameras far quieter than a phone's reach 0.19 at most (tuning half); versions edited without loss have all. */
const MIN_IDENTICAL_TILES = 0.25;
/** Unpacking, or turning the thing over, changes more of the overlap than an added damage does. */
const MAX_CHANGED_SHARE = 0.1;

/**
 * Whether two pictures of one claim are the same photograph and yet differ in one place. One of them was then changed
 * there, and nothing says which, nor by whom. Drawings, crops, tone and re-saves are no difference. Two exposures from
 * one standpoint (a tripod, a burst) may really show two states of the thing: their capture times and their grain speak
 * for that, and then another sentence says so. Both are notes: on pairs that set no limit they spoke of honest ones
 * more often than of edited ones. A clue is only what agrees to the last bit in many textured places
 * (`same-exposure-differs`), as two versions of one file do that went through one platform, and two exposures never
 * (docs/benchmarks-contradiction.md).
 */
export const contradiction = defineCheck({
  id: ID,
  version: 4,
  needs: ['pixels', 'siblings', 'opencv'],
  source:
    'A digital copy has no parallax and keeps its grain (photo-response and shot noise: Lukáš, Fridrich, Goljan, 2006); measured in docs/benchmarks-contradiction.md',
  run,
});

function run({ picture, siblings, opencv }: CheckInput): CheckOutcome {
  // Between two frames things move, and what the screen shows is not what was sent.
  if (picture.madeFrom) return skipped(`made-from-${picture.madeFrom.kind}`);
  const subject = subjectOfPicture(picture);
  // Two screens of one app look alike whatever they show.
  if (subject.isScreen) return skipped('screenshot-not-compared');
  const comparable = siblings.filter(
    (sibling) =>
      sibling.pixels && !sibling.madeFrom && sibling.sha256 !== picture.sha256 && !subjectOfPicture(sibling).isScreen,
  );
  const findings: Finding[] = [];
  const pairs: JsonObject[] = [];
  for (const sibling of shortlistPictures(opencv, comparable, picture, MAX_REGISTRATIONS)) {
    const pair = comparePair(opencv, sibling, picture);
    if (!pair) continue;
    pairs.push({ sibling: sibling.name, ...pair.measured });
    if (pair.finding) findings.push(pair.finding);
  }
  return done({ contradiction: { compared: comparable.length, sameView: pairs } }, findings);
}

interface Pair {
  readonly measured: JsonObject;
  readonly finding: Finding | null;
}

/** The registration of a sibling onto a picture, which the sibling's own turn needs too; kept with the picture. */
function registered(opencv: OpenCv, source: Picture, copy: Picture): Registration | null {
  return copy.derived(`contradiction.registered ${source.id}`, () => {
    const registration = registerPictures(opencv, source, copy);
    if (!registration) source.derived(apartKey(copy), () => true);
    return registration;
  });
}

function apartKey({ id }: Picture): string {
  return `contradiction.apart ${id}`;
}

/** What a pair says; null where the two are not one photograph. */
function comparePair(opencv: OpenCv, sibling: Picture, picture: Picture): Pair | null {
  // A difference counts only when it is seen from both sides: where one side does not line up, neither has a finding.
  if (picture.derived(apartKey(sibling), () => false)) return null;
  const forward = registered(opencv, sibling, picture);
  if (!forward) return null;
  const backward = (): Registration | null => registered(opencv, picture, sibling);
  const isSame =
    relationOf(forward) === 'same-photograph' ||
    // The picture may be the whole of which the sibling is a part.
    (goesOnOutside(forward) && isSamePhotograph(backward()));
  if (!isSame) return null;
  const changes = mapPair(opencv, sibling, picture, forward);
  if (!changes) return null;
  const back = changes.counted.length > 0 ? backward() : null;
  const seenFromThere = back && mapPair(opencv, picture, sibling, back);
  const siblingToPicture = forward.sourceToCopy.map((value) => rounded(value, 6));
  const counted = seenFromThere
    ? changes.counted.filter(({ region }) => isConfirmedBy(seenFromThere, forward.sourceToCopy, region))
    : [];
  const grain = counted.length > 0 ? measureSharedGrain(opencv, sibling, picture, forward) : null;
  const identical = counted.length > 0 ? identicalTilesOf(sibling, picture) : null;
  const measured = {
    deviationPermille: rounded(forward.deviationPermille, 3),
    backgroundResidual: rounded(changes.backgroundResidual, 2),
    differing: counted.length,
    grainTiles: grain?.tileCount ?? null,
    grainCorrelation: grain && rounded(grain.correlation, 3),
    identicalTiles: identical === null ? null : rounded(identical, 3),
  };
  if (!grain) return { measured, finding: null };
  const changedShare = counted.reduce((sum, { areaFraction }) => sum + areaFraction, 0);
  const mayBeOneExposure = !haveDifferentCaptureTimes(sibling, picture) && changedShare <= MAX_CHANGED_SHARE;
  const isOneExposure = mayBeOneExposure && identical !== null && identical >= MIN_IDENTICAL_TILES;
  const hasOneGrain =
    mayBeOneExposure && grain.tileCount >= MIN_GRAIN_TILES && grain.correlation >= MIN_GRAIN_CORRELATION;
  const finding: Finding = {
    check: ID,
    kind: isOneExposure ? 'same-exposure-differs' : hasOneGrain ? 'contradiction' : 'same-view-differs',
    grade: isOneExposure ? 'clue' : 'note',
    params: {
      sibling: sibling.name,
      siblingId: sibling.id,
      places: counted.length,
      samePercent: Math.round(forward.sameFraction * 100),
      mirrored: forward.mirrored,
      changedShare: rounded(changedShare, 4),
      grainCorrelation: rounded(grain.correlation, 3),
      ...(isOneExposure ? { identicalPercent: Math.round(identical * 100) } : {}),
      siblingToPicture,
      siblingRegions: counted.map(({ region }) => boxOf(mapRegion(invert(forward.sourceToCopy), region))),
    },
    regions: counted.map(({ region }) => region),
  };
  return { measured, finding };
}

function identicalTilesOf(sibling: Picture, picture: Picture): number | null {
  return sibling.pixels && picture.pixels && shareOfIdenticalTiles(sibling.pixels, picture.pixels);
}

/** Two times mean two exposures; a time that is missing or the same means nothing. */
function haveDifferentCaptureTimes(a: Picture, b: Picture): boolean {
  const [first, second] = [a, b].map((picture) => {
    const container = containerOf(picture);
    return container && readCaptureTime(readPictureMetadata(picture.bytes, container))?.local;
  });
  return Boolean(first && second && first !== second);
}

function isSamePhotograph(registration: Registration | null): boolean {
  return registration !== null && relationOf(registration) === 'same-photograph';
}

/** What differs in one direction: drawings are recognised only in the picture that has them, the copy. */
interface PairChanges {
  readonly backgroundResidual: number;
  readonly counted: readonly ChangeRegion[];
  /** Boxes of what was drawn on the copy, and of slivers at its rim. */
  readonly explained: readonly Region[];
}

function mapPair(opencv: OpenCv, source: Picture, copy: Picture, registration: Registration): PairChanges | null {
  if (!source.pixels || !copy.pixels) throw new Error('contradiction needs pixels');
  const changes = mapChanges(opencv, source.pixels, copy.pixels, registration, 'counted');
  if (!changes) return null;
  const { regions, backgroundResidual } = changes;
  const isDifferentAllOver = backgroundResidual > MAX_BACKGROUND_LEVELS;
  const isCounted = ({ kind, strength }: ChangeRegion): boolean =>
    kind === 'damage-like' && strength >= MIN_COUNTED_STRENGTH;
  return {
    backgroundResidual,
    counted: isDifferentAllOver ? [] : regions.filter(isCounted),
    explained: regions.filter(({ kind }) => kind !== 'damage-like').map(({ region }) => region),
  };
}

/** Whether the place differs seen from the sibling as well, and nothing that was drawn on the sibling explains it. */
function isConfirmedBy({ counted, explained }: PairChanges, siblingToPicture: Homography, place: Region): boolean {
  const isThere = (region: Region): boolean => overlaps(mapRegion(siblingToPicture, region), place);
  return counted.some(({ region }) => isThere(region)) && !explained.some(isThere);
}

function boxOf({ x, y, width, height }: Region): number[] {
  return [x, y, width, height].map((value) => rounded(value, 4));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
