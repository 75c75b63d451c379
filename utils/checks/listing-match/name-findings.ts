import type { ChangeMap, ChangeRegion } from '../../image/change-map/change-map.ts';
import { MAX_BACKGROUND_LEVELS, MIN_COUNTED_STRENGTH } from '../../image/change-map/counting-limits.ts';
import { isOpenKind } from '../../image/change-map/region-kind.ts';
import type { Registration } from '../../image/registration/register-pictures.ts';
import {
  goesOnOutside,
  hasSameFraming,
  isExactCopy,
  isLaidOut,
  isSeenAsPlane,
  isSurelyDrawnAnew,
} from '../../image/registration/relation.ts';
import type { TextureDepth } from '../../image/registration/texture-depth.ts';
import type { Finding } from '../check.ts';
import type { JsonObject } from '../json.ts';
import type { Grade } from '../verdict.ts';
import type { Candidate } from './find-sources.ts';

const ID = 'listing-match';

/**
 * A scan of flat artwork passes the similarity test (2 to 10 % at half a degree of tilt), so it proves less. Of 270
 * photographs none has more than 0.14; printed graphics have half and more.
 */
const MAX_FLAT_SHARE = 0.3;
/** Share of the frame's width and of its height that added damage does not reach across. */
const PATTERN_SPAN = 0.6;
/** Other light, focus and noise leave more than a warp and a save do: 0.9 is the least that is ever measured. */
const TILTED_BACKGROUND_LEVELS = 1.2;
/** Lab levels: saving again, scaling and cropping leave 1 to 4. */
const MAX_FAINT_TONE_SHIFT = 6;
/** The same: what lost its colours, as a black and white copy did, may have lost its detail with them and was not drawn anew. */
const MAX_REDRAWN_TONE_SHIFT = 20;
/** Above this share of the frame the rest is a border, a caption or a viewer's interface. */
const MAX_COLLAGE_SHARE = 0.6;
/** For "another photograph of it": enough agrees, and by more than a redrawn copy strays. */
const OTHER_PHOTO_INLIERS = 25;
const OTHER_PHOTO_BLOCKS = 16;
const OTHER_PHOTO_DEVIATION = 0.8;

/**
 * Much agrees, and strays as another photograph does. Usually that speaks for the buyer; where the whole listing picture
 * lies in it as one plane it may as well be a screen, so that it speaks for nobody.
 */
export function otherPhoto(registration: Registration, params: JsonObject): Finding[] {
  if (registration.inlierCount < OTHER_PHOTO_INLIERS || registration.goodBlockCount < OTHER_PHOTO_BLOCKS) return [];
  if (isSeenAsPlane(registration)) return [finding('listing-photographed', 'note', params)];
  return registration.deviationPermille > OTHER_PHOTO_DEVIATION
    ? [finding('same-object-other-photo', 'note', params)]
    : [];
}

/** What a registered and mapped pair shows. */
export function findingsOf(
  { registration, relation, drift }: Candidate,
  changes: ChangeMap,
  params: JsonObject,
  depth: TextureDepth,
): Finding[] {
  const isArtwork = depth.flatShare > MAX_FLAT_SHARE;
  const most = (grade: Grade): Grade => (isArtwork ? 'clue' : grade);
  // The shallowest relief shifts as little as the faintest change differs, and no hand holds a camera that upright.
  // Nor can a difference be told from the error of a guess at what a filter did, where it did much.
  const mayBeFaint = isLaidOut(registration) && changes.toneShift <= MAX_FAINT_TONE_SHIFT;
  const counted = changes.regions.filter((region) => isCounted(region) && (mayBeFaint || !isFaint(region)));
  const regions = counted.map(({ region }) => region);
  if (relation === 'same-composition') {
    const hasItsColours = changes.toneShift <= MAX_REDRAWN_TONE_SHIFT;
    const isSure = hasItsColours && hasSameFraming(registration) && (!drift || isSurelyDrawnAnew(drift));
    const grade = isSure ? most('strong') : 'clue';
    return [finding('listing-redrawn', grade, params, regions)];
  }
  if (relation === 'same-plane')
    return counted.length > 0 &&
      !counted.some(isFaint) &&
      !isArtwork &&
      changes.backgroundResidual <= TILTED_BACKGROUND_LEVELS
      ? [{ ...finding('listing-tilted', 'clue', params, regions), confirmed: false }]
      : otherPhoto(registration, params);
  // A filter, or everything but one place darkened: the detail is there, so this is no more than the picture sent again.
  if (changes.backgroundResidual > MAX_BACKGROUND_LEVELS) return [finding('listing-filtered', 'clue', params)];
  if (counted.length > 0) {
    // Where one place may be drawn, the others may be too; and between the words of a watermark lie more of them.
    const written = changes.regions.filter(({ kind }) => kind === 'overlay-text');
    const isSure = counted.every(isDamageLike) && !isPattern([...counted, ...written]) && isExactCopy(registration);
    const grade = isSure ? 'proof' : 'strong';
    return [{ ...finding('listing-altered', most(grade), params, regions), confirmed: false }];
  }
  const overlays = changes.regions.filter(({ kind }) => kind.startsWith('overlay-'));
  // A collage of the listing and the received item is what an honest buyer sends to compare them.
  const isPart = goesOnOutside(registration) && registration.shareOfCopy < MAX_COLLAGE_SHARE;
  const resent = isPart ? finding('listing-included', 'note', params) : finding('listing-resent', 'clue', params);
  return overlays.length === 0 ? [resent] : [resent, overlayFinding(overlays, params)];
}

/** Whether a region may be added damage and stands far enough above the pair's own residual, or above its surroundings. */
function isCounted({ kind, strength }: ChangeRegion): boolean {
  return kind === 'faint' || (isOpenKind(kind) && strength >= MIN_COUNTED_STRENGTH);
}

/** Whether the places are all over the picture, as a watermark's words and a frame are. */
function isPattern(places: readonly ChangeRegion[]): boolean {
  const left = Math.min(...places.map(({ region }) => region.x));
  const top = Math.min(...places.map(({ region }) => region.y));
  const right = Math.max(...places.map(({ region }) => region.x + region.width));
  const bottom = Math.max(...places.map(({ region }) => region.y + region.height));
  return right - left >= PATTERN_SPAN && bottom - top >= PATTERN_SPAN;
}

function isFaint({ kind }: ChangeRegion): boolean {
  return kind === 'faint';
}

function isDamageLike({ kind }: ChangeRegion): boolean {
  return kind === 'damage-like';
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
