import { type ChangeMap, type ChangeRegion, mapChanges } from '../image/change-map/change-map.ts';
import { isOpenKind } from '../image/change-map/region-kind.ts';
import type { Picture } from '../image/picture.ts';
import { grayImageOf } from '../image/registration/gray-image.ts';
import { type Registration, registerPictures } from '../image/registration/register-pictures.ts';
import { type Relation, relationOf } from '../image/registration/relation.ts';
import { shortlistPictures } from '../image/registration/shortlist-pictures.ts';
import { measureTextureDepth, type TextureDepth } from '../image/registration/texture-depth.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { JsonObject } from './json.ts';
import type { OpenCv } from './open-cv.ts';
import type { Grade } from './verdict.ts';

const ID = 'listing-match';

/** Below this many pixels on the short side a picture shows too little to be judged. */
const MIN_SHORT_SIDE_PIXELS = 120;
/** "Same photograph" needs 24 textured blocks (relation.ts); a picture with fewer tiles than that can never pass. */
const MIN_TEXTURED_TILES = 24;
/** Listing pictures that are registered in full; the measured cost is 0.3 s each. */
const MAX_REGISTRATIONS = 3;
/**
 * Limits set on the tuning half of the generated cases, reported on the other half (docs/benchmarks.md): a region
 * counts from this many background residuals, and above this background the whole picture was drawn anew.
 */
const MIN_COUNTED_STRENGTH = 8;
const REDRAWN_BACKGROUND_LEVELS = 7;
/**
 * A scan of flat artwork passes the similarity test (2 to 10 % at half a degree of tilt), so it proves less. Of 270
 * photographs none has more than 0.14; printed graphics have half and more.
 */
const MAX_FLAT_SHARE = 0.3;
/** For "another photograph of it": enough agrees, and by more than a redrawn copy strays. */
const OTHER_PHOTO_INLIERS = 25;
const OTHER_PHOTO_BLOCKS = 16;
const OTHER_PHOTO_DEVIATION = 0.8;

/**
 * Compares the buyer's picture with the seller's own pictures of the product: whether it is a digital copy of one of
 * them, and where it was changed. It cannot judge plain goods, photographed screens, or very small overlaps, and it
 * cannot tell a seller's own before-and-after pair from a tripod apart.
 */
export const listingMatch = defineCheck({
  id: ID,
  version: 1,
  needs: ['pixels', 'listing', 'opencv'],
  source: 'A digital copy has no parallax: one similarity explains the overlap; measured in docs/benchmarks.md',
  run,
});

interface Candidate {
  readonly listing: Picture;
  readonly registration: Registration;
  readonly relation: Relation;
}

function run({ picture, listing, opencv }: CheckInput): CheckOutcome {
  if (!picture.pixels) throw new Error('listing-match needs pixels');
  const { width, height } = picture.pixels;
  if (Math.min(width, height) < MIN_SHORT_SIDE_PIXELS) return skipped('picture-too-small', { width, height });
  const readable = listing.filter((candidate) => candidate.pixels);
  if (readable.length === 0) return skipped('listing-unreadable');
  const textured = readable.filter((candidate) => isTextured(opencv, candidate));
  if (textured.length === 0) return skipped('listing-too-plain');
  if (!isTextured(opencv, picture)) return skipped('picture-too-plain');
  const best = findSource(opencv, picture, textured);
  const compared = { listingCompared: textured.length, listingTooPlain: readable.length - textured.length };
  if (!best) return done({ listingMatch: { ...compared, relation: 'different' } });
  const { findings, measured } = judge(opencv, picture, best);
  return done({ listingMatch: { ...compared, ...measured } }, findings);
}

/** The listing picture that explains the buyer's picture best; null when none lines up. */
function findSource(opencv: OpenCv, picture: Picture, listing: readonly Picture[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of shortlistPictures(opencv, listing, picture, MAX_REGISTRATIONS)) {
    const registration = registerPictures(opencv, candidate, picture);
    if (!registration) continue;
    const found = { listing: candidate, registration, relation: relationOf(registration) };
    if (!best || rankOf(found) > rankOf(best)) best = found;
  }
  return best;
}

const RELATIONS: readonly Relation[] = ['different', 'possible', 'same-composition', 'same-photograph'];

/** The relation first, then the share of the picture that it explains. */
function rankOf({ relation, registration }: Candidate): number {
  return RELATIONS.indexOf(relation) + Math.min(0.99, registration.sameFraction);
}

function judge(
  opencv: OpenCv,
  picture: Picture,
  { listing, registration, relation }: Candidate,
): { findings: Finding[]; measured: JsonObject } {
  const params = paramsOf(listing, registration);
  const measured = { ...params, relation };
  if (relation !== 'same-photograph' && relation !== 'same-composition') {
    const isOther =
      registration.inlierCount >= OTHER_PHOTO_INLIERS &&
      registration.goodBlockCount >= OTHER_PHOTO_BLOCKS &&
      registration.deviationPermille > OTHER_PHOTO_DEVIATION;
    return { measured, findings: isOther ? [finding('same-object-other-photo', 'note', params)] : [] };
  }
  if (!listing.pixels || !picture.pixels) throw new Error('listing-match needs pixels');
  const changes = mapChanges(opencv, listing.pixels, picture.pixels, registration);
  if (!changes) return { measured, findings: [] };
  const details = { ...params, changedFraction: rounded(changes.changedFraction, 4) };
  return {
    measured: {
      ...measured,
      changedFraction: details.changedFraction,
      backgroundResidual: rounded(changes.backgroundResidual, 2),
      regions: changes.regions.map(regionMeasurements),
    },
    findings: findingsOf(relation, changes, details, depthOf(opencv, listing)),
  };
}

function findingsOf(relation: Relation, changes: ChangeMap, params: JsonObject, depth: TextureDepth): Finding[] {
  const isArtwork = depth.flatShare > MAX_FLAT_SHARE;
  const most = (grade: Grade): Grade => (isArtwork ? 'clue' : grade);
  const counted = changes.regions.filter(isCounted);
  const regions = counted.map(({ region }) => region);
  if (relation === 'same-composition') return [finding('listing-redrawn', 'clue', params, regions)];
  if (changes.backgroundResidual > REDRAWN_BACKGROUND_LEVELS)
    return [finding('listing-redrawn', most('strong'), params, regions)];
  if (counted.length > 0) {
    const grade = counted.some(({ kind }) => kind === 'damage-like') ? 'proof' : 'strong';
    return [{ ...finding('listing-altered', most(grade), params, regions), confirmed: false }];
  }
  const overlays = changes.regions.filter(({ kind }) => kind.startsWith('overlay-'));
  const resent = finding('listing-resent', 'clue', params);
  return overlays.length === 0 ? [resent] : [resent, overlayFinding(overlays, params)];
}

/** Whether a region may be added damage and stands far enough above the pair's own residual. */
function isCounted({ kind, strength }: ChangeRegion): boolean {
  return isOpenKind(kind) && strength >= MIN_COUNTED_STRENGTH;
}

function overlayFinding(overlays: readonly ChangeRegion[], params: JsonObject): Finding {
  const count = (kind: ChangeRegion['kind']): number => overlays.filter((overlay) => overlay.kind === kind).length;
  const counts = {
    drawings: count('overlay-drawing'),
    texts: count('overlay-text'),
    mosaics: count('overlay-mosaic'),
    blurs: count('overlay-blur'),
  };
  const regions = overlays.map(({ region }) => region);
  return finding('listing-overlay', 'note', { ...params, ...counts }, regions);
}

function finding(kind: string, grade: Grade, params: JsonObject, regions: Finding['regions'] = []): Finding {
  return { check: ID, kind, grade, params, ...(regions.length > 0 ? { regions } : {}) };
}

function paramsOf(listing: Picture, registration: Registration): JsonObject {
  return {
    listing: listing.name,
    listingId: listing.id,
    sameFraction: rounded(registration.sameFraction, 3),
    samePercent: Math.round(registration.sameFraction * 100),
    inliers: registration.inlierCount,
    deviationPermille: rounded(registration.deviationPermille, 3),
    mirrored: registration.mirrored,
    listingToPicture: registration.sourceToCopy.map((value) => rounded(value, 6)),
  };
}

function regionMeasurements({ kind, region, areaFraction, strength, reasons }: ChangeRegion): JsonObject {
  return {
    kind,
    areaFraction: rounded(areaFraction, 5),
    strength: rounded(strength, 1),
    box: [region.x, region.y, region.width, region.height].map((value) => rounded(value, 4)),
    reasons: Object.fromEntries(Object.entries(reasons).map(([name, value]) => [name, rounded(value, 3)])),
  };
}

function isTextured(opencv: OpenCv, picture: Picture): boolean {
  return depthOf(opencv, picture).texturedTileCount >= MIN_TEXTURED_TILES;
}

function depthOf(opencv: OpenCv, picture: Picture): TextureDepth {
  return picture.derived('registration.texture-depth', () => {
    if (!picture.pixels) throw new Error('listing-match needs pixels');
    return measureTextureDepth(grayImageOf(opencv, picture, picture.pixels));
  });
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
