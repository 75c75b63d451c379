import { type ChangeMap, type ChangeRegion, mapChanges } from '../image/change-map/change-map.ts';
import { cutDamagePatches } from '../image/damage-patch/cut-damage-patches.ts';
import type { Picture } from '../image/picture.ts';
import { grayImageOf } from '../image/registration/gray-image.ts';
import type { Drift } from '../image/registration/measure-drift.ts';
import { measureTextureDepth, type TextureDepth } from '../image/registration/texture-depth.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { JsonObject } from './json.ts';
import { type Candidate, explainsAsMuch, findSources, sameFractionOf } from './listing-match/find-sources.ts';
import { findingsOf, otherPhoto } from './listing-match/name-findings.ts';
import { inWhole, inWholeMatrix, type PictureView, viewsOfPicture } from './listing-match/views-of-picture.ts';
import type { OpenCv } from './open-cv.ts';

const ID = 'listing-match';

/** Below this many pixels on the short side a picture shows too little to be judged. */
const MIN_SHORT_SIDE_PIXELS = 120;
/** "Same photograph" needs 24 textured blocks (relation.ts); a picture with fewer tiles than that can never pass. */
const MIN_TEXTURED_TILES = 24;
/**
 * Compares the buyer's picture with the seller's own pictures of the product: whether it is a digital copy of one of
 * them, and where it was changed. It cannot judge plain goods, photographed screens, or very small overlaps, and it
 * cannot tell a seller's own before-and-after pair from a tripod apart.
 */
export const listingMatch = defineCheck({
  id: ID,
  version: 8,
  needs: ['pixels', 'listing', 'opencv'],
  readsPixelsAlone: true,
  source: 'A digital copy has no parallax: one similarity explains the overlap; measured in docs/benchmarks.md',
  run,
});

interface Judgement {
  readonly found: Candidate;
  readonly findings: Finding[];
  readonly measured: JsonObject;
  /** In the view that was registered; null where none was mapped. */
  readonly changes: ChangeMap | null;
  /** Share of the overlap that changed, 0 to 1. */
  readonly changedFraction: number;
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
  const sources = findSources(opencv, viewsOfPicture(picture), textured);
  const compared = { listingCompared: textured.length, listingTooPlain: readable.length - textured.length };
  if (sources.length === 0) return done({ listingMatch: { ...compared, relation: 'different' } });
  const { found, changes, findings, measured } = judgeBest(opencv, sources);
  // What was added is searched for in earlier claims and kept for later ones: here the map is at hand.
  if (found.view.picture === picture && findings.some(isAltered))
    cutDamagePatches(opencv, found.listing, picture, { registration: found.registration, changes });
  return done({ listingMatch: { ...compared, ...measured } }, findings);
}

/** Whether a finding says that something was added to the listing picture. */
function isAltered({ kind }: Finding): boolean {
  return kind === 'listing-altered';
}

/**
 * The judgement of the best source. A shop has the same photograph with and without its promotional words: what differs
 * from one version and not from another was not changed by the buyer, so the version with the least change is the source.
 */
function judgeBest(opencv: OpenCv, [best, ...others]: readonly Candidate[]): Judgement {
  if (!best) throw new Error('judgeBest needs a source');
  let judgement = judge(opencv, best);
  for (const other of others) {
    if (best.relation !== 'same-photograph' || !explainsAsMuch(other, best)) break;
    if (!judgement.findings.some(isAltered)) break;
    const second = judge(opencv, other);
    if (second.changedFraction < judgement.changedFraction) judgement = second;
  }
  return judgement;
}

function judge(opencv: OpenCv, found: Candidate): Judgement {
  const { listing, view, registration, relation, drift } = found;
  const params = paramsOf(found);
  const measured = {
    ...params,
    relation,
    coverage: rounded(registration.coverage, 3),
    looseCoverage: rounded(registration.looseCoverage, 3),
    goodBlocks: registration.goodBlockCount,
    tiltDegrees: rounded(registration.tiltDegrees, 3),
    planeCoverage: rounded(registration.planeCoverage, 3),
    bendPermille: Number.isFinite(registration.bendPermille) ? rounded(registration.bendPermille, 3) : null,
    warpPermille: rounded(registration.warpPermille, 3),
    ...(drift ? { drift: driftMeasurements(drift) } : {}),
  };
  if (relation === 'possible' || relation === 'different')
    return { found, measured, findings: otherPhoto(registration, params), changes: null, changedFraction: 0 };
  if (!listing.pixels || !view.picture.pixels) throw new Error('listing-match needs pixels');
  const inView = mapChanges(opencv, listing.pixels, view.picture.pixels, registration);
  const changes = placed(view, inView);
  if (!changes) return { found, measured, findings: [], changes: null, changedFraction: 0 };
  const details = { ...params, changedFraction: rounded(changes.changedFraction, 4) };
  return {
    found,
    changes: inView,
    changedFraction: changes.changedFraction,
    measured: {
      ...measured,
      changedFraction: details.changedFraction,
      backgroundResidual: rounded(changes.backgroundResidual, 2),
      toneShift: rounded(changes.toneShift, 1),
      regions: changes.regions.map(regionMeasurements),
    },
    findings: findingsOf(found, changes, details, depthOf(opencv, listing)),
  };
}

/** Changes found in a view, as places and shares of the whole picture. */
function placed({ region: frame }: PictureView, changes: ChangeMap | null): ChangeMap | null {
  const share = frame.width * frame.height;
  return (
    changes && {
      ...changes,
      changedFraction: changes.changedFraction * share,
      regions: changes.regions.map((change) => ({
        ...change,
        region: inWhole(frame, change.region),
        areaFraction: change.areaFraction * share,
      })),
    }
  );
}

function paramsOf(found: Candidate): JsonObject {
  const { listing, view, registration } = found;
  const sameFraction = sameFractionOf(found);
  return {
    listing: listing.name,
    listingId: listing.id,
    sameFraction: rounded(sameFraction, 3),
    samePercent: Math.round(sameFraction * 100),
    inliers: registration.inlierCount,
    deviationPermille: rounded(registration.deviationPermille, 3),
    mirrored: registration.mirrored,
    listingToPicture: inWholeMatrix(view.region, registration.sourceToCopy).map((value) => rounded(value, 6)),
  };
}

function driftMeasurements({ blockCount, ...measures }: Drift): JsonObject {
  return {
    blockCount,
    ...Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, rounded(value, 3)])),
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
