import { describe, expect, it } from 'vitest';
import { VisualWordIndex } from '../../../utils/image/visual-word-index.ts';
import { LEVEL_BITS, ROTATION_BITS, WORD_BITS } from '../../../utils/image/visual-words.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

const random = seededRandom(3);
const ROTATIONS = 2 ** ROTATION_BITS;

interface Entry {
  readonly word: number;
  readonly level: number;
  readonly rotation: number;
}

const randomEntries = (count: number): Entry[] =>
  Array.from({ length: count }, () => ({
    word: Math.floor(random() * 2 ** WORD_BITS),
    level: Math.floor(random() * 8),
    rotation: Math.floor(random() * ROTATIONS),
  }));

const packed = (entries: readonly Entry[]): Uint32Array =>
  Uint32Array.from(
    entries,
    ({ word, level, rotation }) => ((word << (LEVEL_BITS + ROTATION_BITS)) | (level << ROTATION_BITS) | rotation) >>> 0,
  );

/** The same words of a copy that is turned and of another size. */
const moved = (entries: readonly Entry[], levels: number, rotations: number): Entry[] =>
  entries.map(({ word, level, rotation }) => ({
    word,
    level: Math.max(0, level + levels),
    rotation: (rotation + rotations) % ROTATIONS,
  }));

function indexOf(pictures: readonly (readonly Entry[])[]): VisualWordIndex {
  const index = new VisualWordIndex();
  for (const [number, entries] of pictures.entries()) index.add(`p${number}`, packed(entries));
  return index;
}

describe('VisualWordIndex', () => {
  const pictures = Array.from({ length: 60 }, () => randomEntries(500));
  const part = (pictures[17] as Entry[]).slice(0, 40);

  it('finds a picture by a turned part of it at another size', () => {
    const searched = [packed(randomEntries(400)), packed([...randomEntries(300), ...moved(part, 2, 5)])];
    const [first, ...rest] = indexOf(pictures).near(searched, 4, 10);
    expect(first?.pictureId).toBe('p17');
    expect(first?.sharedWords).toBeGreaterThan(30);
    expect(rest).toEqual([]);
  });

  it('does not count words that agree on no one rotation', () => {
    const scattered = part.map((entry, number) => ({ ...entry, rotation: (entry.rotation + number * 7) % ROTATIONS }));
    expect(indexOf(pictures).near([packed(scattered)], 8, 10)).toEqual([]);
  });

  it('counts a word less the more pictures have it', () => {
    const common = randomEntries(40);
    const withCommon = pictures.map((entries) => [...entries, ...common]);
    expect(indexOf(withCommon).near([packed(common)], 4, 10)).toEqual([]);
    expect(indexOf([...pictures, common]).near([packed(common)], 4, 10)).toMatchObject([{ pictureId: 'p60' }]);
  });

  it('forgets and replaces pictures, and is the same after it was stored and read', () => {
    const index = indexOf(pictures);
    index.remove('p17');
    index.remove('never stored');
    index.add('p3', packed(moved(part, 0, 0)));
    const read = VisualWordIndex.fromBuffer(index.toBuffer()) as VisualWordIndex;
    expect(read.size).toBe(59);
    expect([read.has('p17'), read.has('p3'), read.has('p59')]).toEqual([false, true, true]);
    for (const searched of [part, pictures[3], pictures[59]] as Entry[][]) {
      expect(read.near([packed(searched)], 4, 10)).toEqual(index.near([packed(searched)], 4, 10));
    }
    expect(read.near([packed(part)], 4, 10)).toMatchObject([{ pictureId: 'p3' }]);
    expect(read.near([packed(pictures[59] as Entry[])], 4, 10)).toMatchObject([{ pictureId: 'p59' }]);
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['something else', new Uint8Array(4000).fill(7).buffer],
  ])('refuses %s', (_name, buffer) => expect(VisualWordIndex.fromBuffer(buffer)).toBeNull());
});
