import { PDQ_UNUSABLE_QUALITY } from '../image/pdq.ts';
import type { Picture } from '../image/picture.ts';
import { visualWordsOf } from '../image/visual-words.ts';
import type { CheckInput } from './check.ts';
import type { EarlierPicture } from './earlier-pictures.ts';
import { pdqOfPicture } from './fingerprint.ts';
import { isOtherOrder, isSameClaim, isSameOrder, isWithoutOrder } from './whose-picture.ts';

/** An earlier picture that may be the same photograph. */
export interface Candidate extends EarlierPicture {
  /** Null where only visual words proposed it, and the other way round. */
  readonly distanceBits: number | null;
  readonly sharedWords: number | null;
  /** It is certain that it belongs to another order; false when either claim does not say its order. */
  readonly isOtherOrder: boolean;
}

/** Wider than the published 31 bits: 12 of 1 582 374 pairs of different things lie within it, and registration decides. */
const PROPOSAL_BITS = 50;
/** Set on the tuning half: one pair in a thousand of different photographs shares 3.9 (tests/bench/run-reuse-bench.ts). */
const MIN_SHARED_WORDS = 4;
const MAX_ALIKE = 40;

/**
 * Earlier pictures worth opening, likeliest first. Left out by rule: pictures of the same claim, of the same order, and
 * of claims put together by hand without an order number.
 * @param photograph the photograph in the picture, without border or interface
 */
export async function findEarlierCandidates(
  { picture, claim, earlier, opencv }: CheckInput,
  photograph: Picture,
): Promise<readonly Candidate[]> {
  const found = new Map<string, Candidate>();
  const propose = (match: EarlierPicture, measured: Partial<Pick<Candidate, 'distanceBits' | 'sharedWords'>>): void => {
    if (match.pictureId === picture.id || isSameClaim(claim, match) || isSameOrder(claim, match)) return;
    if (isWithoutOrder(match)) return;
    const known = found.get(match.pictureId) ?? { ...match, distanceBits: null, sharedWords: null };
    found.set(match.pictureId, { ...known, ...measured, isOtherOrder: isOtherOrder(claim, match) });
  };
  for (const match of await earlier.near(hashesOf(picture, photograph), PROPOSAL_BITS))
    propose(match, { distanceBits: match.distanceBits });
  const { searched } = visualWordsOf(opencv, photograph);
  for (const match of await earlier.alike(searched, MIN_SHARED_WORDS, MAX_ALIKE))
    propose(match, { sharedWords: match.sharedWords });
  return [...found.values()].sort((a, b) => likelihoodOf(b) - likelihoodOf(a));
}

function hashesOf(picture: Picture, photograph: Picture): readonly Uint32Array[] {
  return [...new Set([picture, photograph])]
    .map(pdqOfPicture)
    .flatMap((pdq) => (pdq && pdq.quality > PDQ_UNUSABLE_QUALITY ? pdq.orientations : []));
}

/** Bits short of the radius count like shared words: both run from a few to some dozens for a true match. */
function likelihoodOf({ distanceBits, sharedWords }: Candidate): number {
  return Math.max(distanceBits === null ? 0 : PROPOSAL_BITS - distanceBits, sharedWords ?? 0);
}
