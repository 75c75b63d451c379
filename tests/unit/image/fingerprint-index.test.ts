import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FingerprintIndex } from '../../../utils/image/fingerprint-index.ts';
import { distanceBits } from '../../../utils/image/pdq.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

const random = seededRandom(7);
const randomHash = (): Uint32Array => Uint32Array.from({ length: 8 }, () => random() * 2 ** 32);

function withFlippedBits(hash: Uint32Array, bits: readonly number[]): Uint32Array {
  const flipped = hash.slice();
  for (const bit of bits) flipped[bit >> 5] = (flipped[bit >> 5] as number) ^ (1 << (bit & 31));
  return flipped;
}

describe('FingerprintIndex', () => {
  it('finds exactly the hashes within the distance, nearest first', () => {
    const bits = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 80 });
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), fc.integer({ min: 0, max: 90 }), (flips, maxDistanceBits) => {
        const hash = randomHash();
        const index = new FingerprintIndex();
        for (const [picture, flip] of flips.entries()) index.add(`p${picture}`, withFlippedBits(hash, flip));
        const expected = flips.map((flip) => flip.length).filter((distance) => distance <= maxDistanceBits);
        const found = index.near([hash], maxDistanceBits);
        expect(found.map((match) => match.distanceBits)).toEqual(expected.sort((a, b) => a - b));
        for (const { pictureId, distanceBits: distance } of found)
          expect(flips[Number(pictureId.slice(1))]).toHaveLength(distance);
      }),
    );
  });

  it('gives a picture once, at the nearest of the hashes searched for', () => {
    const index = new FingerprintIndex();
    const hash = randomHash();
    index.add('a', hash);
    const searched = [withFlippedBits(hash, [1, 2, 3]), withFlippedBits(hash, [9]), randomHash()];
    expect(index.near(searched, 31)).toEqual([{ pictureId: 'a', distanceBits: 1 }]);
  });

  it('keeps every other hash when some are removed or replaced', () => {
    const index = new FingerprintIndex();
    const hashes = Array.from({ length: 3000 }, randomHash);
    for (const [picture, hash] of hashes.entries()) index.add(`p${picture}`, hash);
    for (let picture = 0; picture < 3000; picture += 3) index.remove(`p${picture}`);
    index.remove('never stored');
    const replacement = randomHash();
    index.add('p1', replacement);
    expect(index.size).toBe(2000);
    expect(index.has('p0')).toBe(false);
    expect(index.near([hashes[1] as Uint32Array], 0)).toEqual([]);
    expect(index.near([replacement], 0)).toEqual([{ pictureId: 'p1', distanceBits: 0 }]);
    for (let picture = 2; picture < 3000; picture += 3)
      expect(index.near([hashes[picture] as Uint32Array], 0)).toEqual([{ pictureId: `p${picture}`, distanceBits: 0 }]);
    expect(index.near([hashes[0] as Uint32Array], 0)).toEqual([]);
  });

  it('is the same after it was stored and read', () => {
    const index = new FingerprintIndex();
    const hashes = Array.from({ length: 1500 }, randomHash);
    for (const [picture, hash] of hashes.entries()) index.add(`拼多多:${picture}`, hash);
    index.remove('拼多多:3');
    const read = FingerprintIndex.fromBuffer(index.toBuffer()) as FingerprintIndex;
    expect(read.size).toBe(1499);
    read.add('later', hashes[3] as Uint32Array);
    const query = withFlippedBits(hashes[700] as Uint32Array, [0, 31, 32, 255]);
    expect(read.near([query], 31)).toEqual([{ pictureId: '拼多多:700', distanceBits: 4 }]);
    expect(read.near([hashes[3] as Uint32Array], 0)).toEqual([{ pictureId: 'later', distanceBits: 0 }]);
    expect(distanceBits(query, hashes[700] as Uint32Array)).toBe(4);
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['something else', new Uint8Array(4000).fill(7).buffer],
    ['half of it', new FingerprintIndex().toBuffer().slice(0, 6)],
  ])('refuses %s', (_name, buffer) => expect(FingerprintIndex.fromBuffer(buffer)).toBeNull());
});
