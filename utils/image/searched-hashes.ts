import { groupedWords } from './fingerprint-index.ts';
import { PDQ_WORDS } from './pdq.ts';

/** Groups of bits that an orientation negates as a whole, and bits of a group. */
const GROUPS = 4;
const GROUP_BITS = 64;
/** A hash that differs from a negated other in more bits than this gets a scan of its own. */
const MAX_SLACK_BITS = 12;

/** Hashes that one scan serves: each is the base with some groups negated, but for a few bits near the median. */
interface Family {
  readonly base: Int32Array;
  readonly members: Member[];
}

/** Its distance is at least `offset` plus, group by group, `sign` times the distance of the base. */
interface Member {
  readonly signs: readonly [number, number, number, number];
  readonly offset: number;
  readonly slackBits: number;
}

/**
 * The hashes of a search, laid out for the scan. The orientations of a PDQ hash follow from one another by negating whole
 * groups of frequencies and by transposing, so eight of them make two families, and a bound over each family rules out
 * nearly everything after half of the words. What the bound lets through is measured exactly.
 */
export class SearchedHashes {
  readonly #hashes: readonly Int32Array[];
  readonly #families: readonly Family[];

  constructor(hashes: readonly Uint32Array[]) {
    this.#hashes = hashes.map((hash) => groupedWords(hash, 0));
    const families: Family[] = [];
    for (const hash of this.#hashes) if (!families.some((family) => joins(family, hash))) families.push(familyOf(hash));
    this.#families = families;
  }

  /** Calls `visit` for every place that may lie within `maxDistanceBits`; sometimes twice. */
  scan(words: readonly Int32Array[], size: number, maxDistanceBits: number, visit: (place: number) => void): void {
    const [w0, w1, w2, w3, w4, w5, w6, w7] = words as unknown as Eight<Int32Array>;
    for (const { base, members } of this.#families) {
      const [b0, b1, b2, b3, b4, b5, b6, b7] = base as unknown as Eight<number>;
      const limit = maxDistanceBits + Math.max(...members.map(({ slackBits }) => slackBits));
      const [first, second] = [signsOf(members, 0), signsOf(members, 1)];
      for (let place = 0; place < size; place++) {
        const a = bitCount((w0[place] as number) ^ b0, (w1[place] as number) ^ b1);
        const b = bitCount((w2[place] as number) ^ b2, (w3[place] as number) ^ b3);
        const least =
          (first === 'both' ? nearerTo(a) : first === 'kept' ? a : GROUP_BITS - a) +
          (second === 'both' ? nearerTo(b) : second === 'kept' ? b : GROUP_BITS - b);
        if (least > limit) continue;
        const c = bitCount((w4[place] as number) ^ b4, (w5[place] as number) ^ b5);
        const d = bitCount((w6[place] as number) ^ b6, (w7[place] as number) ^ b7);
        for (let index = 0; index < members.length; index++) {
          const { signs, offset } = members[index] as Member;
          if (offset + signs[0] * a + signs[1] * b + signs[2] * c + signs[3] * d <= maxDistanceBits) {
            visit(place);
            break;
          }
        }
      }
    }
  }

  /** Distance of the nearest of the hashes to what is stored in a place, 0 to 256. */
  distanceTo(words: readonly Int32Array[], place: number): number {
    let nearest = Number.POSITIVE_INFINITY;
    for (const hash of this.#hashes) {
      let distance = 0;
      for (let word = 0; word < PDQ_WORDS; word += 2)
        distance += bitCount(
          ((words[word] as Int32Array)[place] as number) ^ (hash[word] as number),
          ((words[word + 1] as Int32Array)[place] as number) ^ (hash[word + 1] as number),
        );
      nearest = Math.min(nearest, distance);
    }
    return nearest;
  }
}

type Eight<T> = readonly [T, T, T, T, T, T, T, T];

function familyOf(base: Int32Array): Family {
  return { base, members: [{ signs: [1, 1, 1, 1], offset: 0, slackBits: 0 }] };
}

/** Takes a hash into the family when negating groups of the base gives it, but for a few bits. */
function joins(family: Family, hash: Int32Array): boolean {
  const differing = Array.from({ length: GROUPS }, (_, group) =>
    bitCount(
      (family.base[group * 2] as number) ^ (hash[group * 2] as number),
      (family.base[group * 2 + 1] as number) ^ (hash[group * 2 + 1] as number),
    ),
  );
  const slackBits = differing.reduce((sum, bits) => sum + nearerTo(bits), 0);
  if (slackBits > MAX_SLACK_BITS) return false;
  const signs = differing.map((bits) => (bits > GROUP_BITS / 2 ? -1 : 1));
  const negated = signs.filter((sign) => sign === -1).length;
  family.members.push({
    signs: signs as unknown as Member['signs'],
    offset: negated * GROUP_BITS - slackBits,
    slackBits,
  });
  return true;
}

function signsOf(members: readonly Member[], group: number): 'both' | 'kept' | 'negated' {
  const signs = new Set(members.map((member) => member.signs[group]));
  return signs.size === 2 ? 'both' : signs.has(1) ? 'kept' : 'negated';
}

/** Bits to the nearer of a group and its negative. */
function nearerTo(differing: number): number {
  return differing <= GROUP_BITS / 2 ? differing : GROUP_BITS - differing;
}

/** Bits set in two 32-bit words together: they are added once their counts fit into four bits each. */
function bitCount(a: number, b: number): number {
  const pairsA = (a - ((a >>> 1) & 0x55555555)) | 0;
  const pairsB = (b - ((b >>> 1) & 0x55555555)) | 0;
  const nibbles =
    ((pairsA & 0x33333333) + ((pairsA >>> 2) & 0x33333333) + (pairsB & 0x33333333) + ((pairsB >>> 2) & 0x33333333)) | 0;
  return Math.imul((nibbles & 0x0f0f0f0f) + ((nibbles >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
