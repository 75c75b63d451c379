import { type Difference, mayBeTwoThings, measureDifference } from '../image/change-map/measure-difference.ts';
import { PDQ_SAME_BITS, PDQ_UNUSABLE_QUALITY } from '../image/pdq.ts';
import type { Picture } from '../image/picture.ts';
import type { Region } from '../image/region.ts';
import { grayImageOf } from '../image/registration/gray-image.ts';
import { type Homography, IDENTITY, invert, multiply } from '../image/registration/homography.ts';
import { registerPictures } from '../image/registration/register-pictures.ts';
import { relationOf } from '../image/registration/relation.ts';
import { findSamePhotograph, mayBeTwoShots } from '../image/registration/same-photograph.ts';
import { shortlistPictures } from '../image/registration/shortlist-pictures.ts';
import { measureTextureDepth } from '../image/registration/texture-depth.ts';
import { type Subject, subjectOfPicture } from '../image/subject-of-picture.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import { type Candidate, findEarlierCandidates } from './earlier-candidates.ts';
import { pdqOfPicture } from './fingerprint.ts';
import type { JsonObject } from './json.ts';
import type { OpenCv } from './open-cv.ts';
import type { Grade } from './verdict.ts';
import { isSameBuyer, isWithoutOrder } from './whose-picture.ts';

const ID = 'seen-before';

/** Earlier pictures that are opened and registered; about half a second each. */
const MAX_OPENED = 5;
/** Listing pictures that are registered before a match counts. */
const MAX_LISTING_REGISTRATIONS = 3;
/**
 * Drawn graphics that many people have: placeholders of a platform, thank-you cards, size charts. Of 270 photographs none
 * has more than 0.14; printed graphics have half and more.
 */
const GRAPHICS_FLAT_SHARE = 0.5;
/** A scan of flat artwork passes the similarity test (2 to 10 % at half a degree of tilt), so it proves less. */
const MAX_FLAT_SHARE = 0.3;
/** Damage that somebody adds takes less; so much is another thing. */
const MAX_ADDED_SHARE = 0.05;

/**
 * Whether this photograph is already in the claim of another order. Fingerprint and visual words propose earlier
 * pictures; only registration, or the same file byte by byte, decides. Screens are never compared with screens, and
 * pictures that many people have (the seller's own, goods cut out on white, drawn graphics, plain ones) are left out by rule.
 * It cannot tell who took the photograph first, nor compare with claims that this history has not seen.
 */
export const seenBefore = defineCheck({
  id: ID,
  version: 4,
  needs: ['pixels', 'opencv'],
  source:
    'PDQ and visual words propose, a digital copy has no parallax decides; measured in docs/benchmarks-seen-before.md',
  run,
});

async function run(input: CheckInput): Promise<CheckOutcome> {
  const { picture, opencv, earlier } = input;
  if (!picture.pixels) return skipped('no-pixels');
  // Most likely a picture of a claim that is in the history too, handed over once more.
  if (isWithoutOrder(input.claim)) return skipped('order-not-given');
  const subject = subjectOfPicture(picture);
  const { photograph } = subject;
  if (!photograph) return skipped('screen-without-photograph', { interfacePercent: percent(subject.interfaceShare) });
  if (subject.isOnWhite) return skipped('goods-on-white');
  if ((pdqOfPicture(photograph)?.quality ?? 0) <= PDQ_UNUSABLE_QUALITY) return skipped('photograph-too-plain');

  const flatShare = flatShareOf(opencv, photograph);
  if (flatShare > GRAPHICS_FLAT_SHARE) return skipped('flat-graphics');

  const candidates = await findEarlierCandidates(input, photograph);
  const confirmed: Confirmed[] = [];
  const gone: Candidate[] = [];
  for (const candidate of candidates.slice(0, MAX_OPENED)) {
    const opened = await earlier.open(candidate.pictureId);
    if (!opened?.pixels) gone.push(candidate);
    else {
      const match = compare(opencv, candidate, opened, picture, subject);
      if (match) confirmed.push(match);
    }
  }
  const measured = {
    seenBefore: { candidates: candidates.length, opened: Math.min(MAX_OPENED, candidates.length) - gone.length },
  };
  // A screen's hash may be near to another screen, which cannot be told once that one's bytes are gone.
  const known = findingsOf(input, confirmed, subject.isScreen ? [] : gone, flatShare);
  const findings = known.length > 0 || subject.isScreen ? known : sharedFindings(input, photograph);
  if (findings.length === 0) return done(measured);
  const listing = ownListingPicture(opencv, input.listing, photograph);
  return listing ? skipped('own-listing-picture', { listing: listing.name }) : done(measured, findings);
}

interface Confirmed {
  readonly candidate: Candidate;
  readonly params: JsonObject;
  readonly region: Region;
  /** Two shots of one moment would agree as well. */
  readonly mayBeTwoShots: boolean;
  readonly difference: Difference;
}

/** Shows that an earlier picture is the same photograph; null when it does not. */
function compare(
  opencv: OpenCv,
  candidate: Candidate,
  opened: Picture,
  picture: Picture,
  subject: Subject,
): Confirmed | null {
  const earlierSubject = subjectOfPicture(opened);
  // Two screens of one app look alike whatever they show.
  if (earlierSubject.isScreen && subject.isScreen) return null;
  if (opened.sha256 === picture.sha256)
    return {
      candidate,
      params: {
        sameFraction: 1,
        samePercent: 100,
        deviationPermille: 0,
        mirrored: false,
        identicalFile: true,
        earlierToPicture: [...IDENTITY],
      },
      region: { x: 0, y: 0, width: 1, height: 1 },
      mayBeTwoShots: false,
      difference: { unexplained: 0, most: 0 },
    };
  if (!earlierSubject.photograph || !subject.photograph) return null;
  const same = findSamePhotograph(opencv, earlierSubject.photograph, subject.photograph);
  if (!same) return null;
  const sameFraction = same.sameFraction * subject.region.width * subject.region.height;
  return {
    candidate,
    params: {
      sameFraction: rounded(sameFraction),
      samePercent: percent(sameFraction),
      deviationPermille: rounded(same.registration.deviationPermille),
      mirrored: same.registration.mirrored,
      identicalFile: false,
      earlierToPicture: betweenWholes(earlierSubject.region, same.earlierToPicture, subject.region),
    },
    region: within(subject.region, same.region),
    mayBeTwoShots: mayBeTwoShots(opencv, same),
    difference: measureDifference(opencv, same),
  };
}

function findingsOf(
  { claim }: CheckInput,
  confirmed: readonly Confirmed[],
  gone: readonly Candidate[],
  flatShare: number,
): Finding[] {
  const [best] = [...confirmed].sort((a, b) => weightOf(b) - weightOf(a));
  if (best) {
    const { candidate, params, region, mayBeTwoShots, difference } = best;
    const orderCount = new Set(confirmed.map(({ candidate: { platform, orderId } }) => `${platform} ${orderId}`)).size;
    const isOfSameBuyer = isSameBuyer(claim, candidate);
    const all = { ...earlierParams(candidate), ...params, orderCount };
    if (mayBeTwoThings(difference)) {
      const isMuch = difference.most > MAX_ADDED_SHARE;
      const grade: Grade = isOfSameBuyer || isMuch ? 'note' : 'clue';
      const differing = { ...all, differingPercent: Math.max(1, percent(difference.most)) };
      return [{ check: ID, kind: 'reused-view', grade, params: differing, regions: [region] }];
    }
    // One buyer may photograph the goods of two orders together, so that counts for nothing.
    const isSure = candidate.isOtherOrder && flatShare <= MAX_FLAT_SHARE && !mayBeTwoShots;
    const grade: Grade = isOfSameBuyer ? 'note' : isSure ? 'proof' : 'clue';
    const kind = mayBeTwoShots ? 'reused-moment' : isOfSameBuyer ? 'reused-same-buyer' : 'reused';
    return [{ check: ID, kind, grade, params: all, regions: [region] }];
  }
  const near = gone.find(
    (candidate) =>
      candidate.distanceBits !== null && candidate.distanceBits <= PDQ_SAME_BITS && !isSameBuyer(claim, candidate),
  );
  if (!near) return [];
  return [{ check: ID, kind: 'reused-hash-only', grade: 'clue', params: earlierParams(near) }];

  function weightOf({ candidate, mayBeTwoShots, difference }: Confirmed): number {
    const isSure = !mayBeTwoShots && !mayBeTwoThings(difference);
    return (candidate.isOtherOrder ? 4 : 0) + (isSameBuyer(claim, candidate) ? 0 : 2) + (isSure ? 1 : 0);
  }
}

/** A hash that another shop shared says that somebody saw a picture like this one, and nothing can be laid beside it. */
function sharedFindings({ earlier }: CheckInput, photograph: Picture): Finding[] {
  const orientations = pdqOfPicture(photograph)?.orientations ?? [];
  const near = earlier.shared?.(orientations, PDQ_SAME_BITS)[0];
  if (!near) return [];
  const { shop, on, kind, distanceBits } = near;
  const params = { shop, sharedOn: on, sharedKind: kind, distanceBits };
  return [{ check: ID, kind: 'shared-hash', grade: 'clue', params }];
}

function earlierParams(candidate: Candidate): JsonObject {
  return {
    earlierCase: candidate.caseId,
    earlierPictureId: candidate.pictureId,
    earlierOrder: candidate.orderId,
    earlierPlatform: candidate.platform,
    earlierName: candidate.name,
    earlierAt: candidate.capturedAt,
    earlierOn: candidate.capturedAt.slice(0, 10),
    distanceBits: candidate.distanceBits,
    sharedWords: candidate.sharedWords === null ? null : rounded(candidate.sharedWords),
  };
}

/** The seller's own picture that this one shows, if any: those are in many claims, and another check compares them. */
function ownListingPicture(opencv: OpenCv, listing: readonly Picture[], photograph: Picture): Picture | null {
  const readable = listing.filter(({ pixels }) => pixels);
  const likely = shortlistPictures(opencv, readable, photograph, MAX_LISTING_REGISTRATIONS);
  return (
    likely.find((own) => {
      const registration = registerPictures(opencv, own, photograph);
      const relation = registration && relationOf(registration);
      return relation === 'same-photograph' || relation === 'same-composition';
    }) ?? null
  );
}

function flatShareOf(opencv: OpenCv, picture: Picture): number {
  const { pixels } = picture;
  if (!pixels) throw new Error('seen-before needs pixels');
  return measureTextureDepth(grayImageOf(opencv, picture, pixels)).flatShare;
}

/** An alignment of two cut-out photographs as one of the pictures that they were cut from, nine numbers to six places. */
function betweenWholes(earlier: Region, photographs: Homography, picture: Region): number[] {
  const placed = multiply(multiply(placeIn(picture), photographs), invert(placeIn(earlier)));
  return placed.map((value) => Number((value / placed[8]).toFixed(6)));
}

/** From fractions of a region to fractions of the picture around it. */
function placeIn({ x, y, width, height }: Region): Homography {
  return [width, 0, x, 0, height, y, 0, 0, 1];
}

function within(outer: Region, inner: Region): Region {
  return {
    x: outer.x + inner.x * outer.width,
    y: outer.y + inner.y * outer.height,
    width: inner.width * outer.width,
    height: inner.height * outer.height,
  };
}

const percent = (share: number): number => Math.round(share * 100);
const rounded = (value: number): number => Number(value.toFixed(3));
