import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mended, videoReaderWithoutHang } from '../../../scripts/video-reader-without-hang.mjs';

const FILE = join(import.meta.dirname, '../../../node_modules/mediabunny/dist/modules/src/matroska/ebml.js');
const code = readFileSync(FILE, 'utf8');

interface Slice {
  readonly length: number;
}

/** The library's search for the next element, alone, over bytes that hold none; it gives up after so many reads. */
async function readsOfSearch(source: string, sizeBytes: number): Promise<number> {
  const start = source.indexOf('export const resync');
  const search = source.slice(start, source.indexOf('\n};', start) + 3).replace('export const resync =', 'return');
  const build = new Function('isThenable', 'readElementId', 'MAX_VAR_INT_SIZE', search);
  const resync = build(
    () => false,
    () => null,
    8,
  ) as (reader: unknown, start: number, ids: readonly number[], until: number) => Promise<null>;
  let reads = 0;
  const requestSliceRange = (_: number, __: number, length: number): Slice | null =>
    ++reads > 100 ? null : { length };
  await resync({ requestSliceRange }, 0, [1], sizeBytes);
  return reads;
}

it('ends the search for the next element of a damaged video, which the library alone does not', async () => {
  expect(await readsOfSearch(code, 1000)).toBeGreaterThan(100);
  expect(await readsOfSearch(mended(code), 1000)).toBe(2);
});

it('mends just that file, and says so when the library has changed', () => {
  const { transform } = videoReaderWithoutHang() as unknown as { transform(code: string, id: string): unknown };
  expect(transform(code, FILE)).not.toBeNull();
  expect(transform('', '/elsewhere.js')).toBeNull();
  expect(() => transform('', FILE)).toThrow(/mediabunny has changed/);
});
