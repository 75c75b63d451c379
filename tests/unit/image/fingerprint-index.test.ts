import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FingerprintIndex } from '../../../utils/image/fingerprint-index.ts';
import { distanceBits, nearestOrientationBits, pdqOf } from '../../../utils/image/pdq.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { scenePhoto } from '../../fixtures/scene-photo.ts';

const random = seededRandom(7);
const randomHash = (): Uint32Array => Uint32Array.from({ length: 8 }, () => random() * 2 ** 32);

function withFlippedBits(hash: Uint32Array, bits: readonly number[]): Uint32Array {
  const flipped = hash.slice();
  for (const bit of bits) flipped[bit >> 5] = (flipped[bit >> 5] as number) ^ (1 << (bit & 31));
  return flipped;
}

function indexOf(hashes: readonly Uint32Array[]): FingerprintIndex {
  const index = new FingerprintIndex();
  for (const hash of hashes) index.append(hash);
  return index;
}

describe('FingerprintIndex', () => {
  it('finds exactly the hashes within the distance, nearest first', () => {
    const bits = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 80 });
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), fc.integer({ min: 0, max: 90 }), (flips, maxDistanceBits) => {
        const hash = randomHash();
        const index = indexOf(flips.map((flip) => withFlippedBits(hash, flip)));
        const expected = flips.map((flip) => flip.length).filter((distance) => distance <= maxDistanceBits);
        const found = index.near([hash], maxDistanceBits);
        expect(found.map((match) => match.distanceBits)).toEqual(expected.sort((a, b) => a - b));
        for (const { place, distanceBits: distance } of found) expect(flips[place]).toHaveLength(distance);
      }),
    );
  });

  it('finds in eight orientations of a photograph what a plain scan finds', async () => {
    const hashes = Array.from({ length: 4000 }, randomHash);
    for (const seed of [1, 2, 3]) {
      const { pixels } = await pictureOfFile('photo.jpg', await scenePhoto(seed));
      const { orientations } = pdqOf(pixels as NonNullable<typeof pixels>);
      for (let near = 0; near < 400; near++) {
        const bits = Array.from({ length: Math.floor(random() * 70) }, () => Math.floor(random() * 256));
        hashes[seed * 1000 + near] = withFlippedBits(orientations[near % 8] as Uint32Array, [...new Set(bits)]);
      }
      const index = indexOf(hashes);
      for (const limit of [0, 31, 50, 64]) {
        const plain = hashes.flatMap((hash, place) => {
          const distance = nearestOrientationBits(orientations, hash);
          return distance <= limit ? [[place, distance]] : [];
        });
        const found = index.near(orientations, limit).map(({ place, distanceBits: distance }) => [place, distance]);
        expect(found.sort(([a = 0], [b = 0]) => a - b)).toEqual(plain);
      }
    }
  });

  it('finds what a plain scan finds, whatever the number of hashes, the distance and the hashes searched for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 256 }),
        fc.integer({ min: 1, max: 9 }),
        (count, limit, searchedCount) => {
          const searched = Array.from({ length: searchedCount }, randomHash);
          const hashes = Array.from({ length: count }, (_, place) => {
            const bits = Array.from({ length: Math.floor(random() * 120) }, () => Math.floor(random() * 256));
            const base = searched[place % searchedCount] as Uint32Array;
            const negated = base.map((word) => (place % 3 === 0 ? ~word : word));
            return withFlippedBits(negated, [...new Set(bits)]);
          });
          const plain = hashes
            .map((hash, place) => ({ place, distanceBits: nearestOrientationBits(searched, hash) }))
            .filter((near) => near.distanceBits <= limit)
            .sort((a, b) => a.distanceBits - b.distanceBits || a.place - b.place);
          expect(indexOf(hashes).near(searched, limit)).toEqual(plain);
        },
      ),
    );
  });

  it('finds every one of many that are the same', async () => {
    const { pixels } = await pictureOfFile('photo.jpg', await scenePhoto(5));
    const { orientations, hash } = pdqOf(pixels as NonNullable<typeof pixels>);
    const count = 20_001;
    const index = new FingerprintIndex();
    index.append(Uint32Array.from({ length: count * 8 }, (_, word) => hash[word % 8] as number));
    const found = index.near(orientations, 31);
    expect(found).toHaveLength(count);
    expect(found.at(-1)).toEqual({ place: count - 1, distanceBits: 0 });
  });

  it('gives a place once, at the nearest of the hashes searched for', () => {
    const hash = randomHash();
    const searched = [withFlippedBits(hash, [1, 2, 3]), withFlippedBits(hash, [9]), randomHash()];
    expect(indexOf([hash]).near(searched, 31)).toEqual([{ place: 0, distanceBits: 1 }]);
  });

  it('takes many at once, replaces one, and starts over when it is cleared', () => {
    const hashes = Array.from({ length: 3000 }, randomHash);
    const index = new FingerprintIndex();
    index.append(Uint32Array.from(hashes.slice(0, 1500).flatMap((hash) => [...hash])));
    for (const hash of hashes.slice(1500)) index.append(hash);
    expect(index.size).toBe(3000);
    const replacement = randomHash();
    index.replace(7, replacement);
    expect(index.near([hashes[7] as Uint32Array], 0)).toEqual([]);
    expect(index.near([replacement], 0)).toEqual([{ place: 7, distanceBits: 0 }]);
    for (const place of [0, 1499, 1500, 2999])
      expect(index.near([hashes[place] as Uint32Array], 0)).toEqual([{ place, distanceBits: 0 }]);
    index.clear();
    expect(index.near([hashes[0] as Uint32Array], 31)).toEqual([]);
    index.append(replacement);
    expect(index.near([replacement], 0)).toEqual([{ place: 0, distanceBits: 0 }]);
  });

  it('never finds an erased place by the hash of a photograph', async () => {
    const { pixels } = await pictureOfFile('photo.jpg', await scenePhoto(4));
    const { orientations, hash } = pdqOf(pixels as NonNullable<typeof pixels>);
    const index = indexOf([hash, new Uint32Array(8)]);
    expect(distanceBits(hash, new Uint32Array(8))).toBeGreaterThan(100);
    expect(index.near(orientations, 64).map(({ place }) => place)).toEqual([0]);
  });
});
