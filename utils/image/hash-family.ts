import { GROUPS } from './grouped-words.ts';
import { distanceBits, PDQ_WORDS } from './pdq.ts';

/** Hashes that one scan serves: each is the base with some groups of bits negated, but for a few bits near the median. */
export interface HashFamily {
  /** Eight words of `groupedWords`. */
  readonly base: Uint32Array;
  /** The most bits in which one of them differs from the base with groups negated. */
  readonly slackBits: number;
}

const GROUP_BITS = 64;
const WORDS_PER_GROUP = PDQ_WORDS / GROUPS;
/** A hash that differs from a negated other in more bits than this gets a scan of its own. */
const MAX_SLACK_BITS = 12;

/**
 * The families of hashes that are searched for together. The orientations of a PDQ hash follow from one another by
 * negating whole groups of frequencies and by transposing, so eight of them make two families.
 * @param hashes eight words of `groupedWords` each
 */
export function familiesOf(hashes: readonly Uint32Array[]): readonly HashFamily[] {
  const families: HashFamily[] = [];
  for (const hash of hashes) {
    const at = families.findIndex(({ base }) => bitsFromNegated(base, hash) <= MAX_SLACK_BITS);
    const family = families[at];
    if (family) families[at] = { ...family, slackBits: Math.max(family.slackBits, bitsFromNegated(family.base, hash)) };
    else families.push({ base: hash, slackBits: 0 });
  }
  return families;
}

/** Bits in which a hash differs from the base when the groups that differ in more than half of their bits are negated. */
function bitsFromNegated(base: Uint32Array, hash: Uint32Array): number {
  let sum = 0;
  for (let group = 0; group < GROUPS; group++) {
    const from = group * WORDS_PER_GROUP;
    const differing = distanceBits(
      base.subarray(from, from + WORDS_PER_GROUP),
      hash.subarray(from, from + WORDS_PER_GROUP),
    );
    sum += Math.min(differing, GROUP_BITS - differing);
  }
  return sum;
}
