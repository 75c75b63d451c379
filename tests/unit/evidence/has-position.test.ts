import sharp from 'sharp';
import { expect, it } from 'vitest';
import { hasPosition } from '../../../utils/evidence/has-position.ts';
import { join, uint32 } from '../../fixtures/files/bytes.ts';
import { box, makeMp4 } from '../../fixtures/files/make-bmff.ts';

const plain = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } }).jpeg();

it('sees that a file states where it was taken', async () => {
  const located = await plain()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
    .toBuffer();
  expect(await hasPosition(new Blob([new Uint8Array(located)]))).toBe(true);
});

it('sees none where there is none', async () => {
  const camera = await plain()
    .withExif({ IFD0: { Make: 'Camera' } })
    .toBuffer();
  expect(await hasPosition(new Blob([new Uint8Array(camera)]))).toBe(false);
  expect(await hasPosition(new Blob(['GPSLatitude']))).toBe(false);
});

it.each([
  [
    'an iPhone, in its keyed metadata',
    makeMp4('com.apple.quicktime.location.ISO6709', new TextEncoder().encode('+31-121/')),
    true,
  ],
  ['an Android phone, in its user data', video(box('\u00a9xyz', '\0\x08\x15\xc7+31-121/')), true],
  ['a 3GPP recorder', video(box('loci', '\0\0\0\0')), true],
  ['a phone that may not', video(box('\u00a9mak', '\0\x05\x15\xc7Phone')), false],
  ['a phone whose key only sounds like it', makeMp4('com.apple.quicktime.locations', new Uint8Array(4)), false],
])('of a video by %s', async (_, bytes, isStated) => {
  expect(await hasPosition(new Blob([bytes as BlobPart]))).toBe(isStated);
});

it('reads of a video what is said beside its frames, however long they are, and finds what comes after them', async () => {
  const frames = new Uint8Array(8 * 1024 * 1024);
  const position = box('moov', box('udta', box('\u00a9xyz', '\0\x08\x15\xc7+31-121/')));
  const file = new WatchedBlob([
    join(box('ftyp', 'qt  ', '\0\0\0\0', 'qt  '), box('mdat', frames), position),
  ] as BlobPart[]);
  expect(await hasPosition(file)).toBe(true);
  expect(file.bytesRead).toBeLessThan(64 * 1024);
});

it.each([
  [
    'of 64-bit sizes',
    join(uint32(1), 'moov', uint32(0), uint32(16 + 22), box('udta', box('\u00a9xyz', '+31-1'))),
    true,
  ],
  ['that reaches to the end of the file', join(uint32(0), 'moov', box('udta', box('\u00a9xyz', '+31-1'))), true],
  ['that says it is longer than the file', join(uint32(9999), 'moov', box('udta', box('\u00a9xyz', '+31-1'))), true],
  ['behind a box that cannot be', join(uint32(3), 'free', box('moov', box('udta', box('\u00a9xyz', '+31-1')))), false],
])('reads a movie box %s', async (_, boxes, isStated) => {
  expect(await hasPosition(new Blob([join(box('ftyp', 'isom', '\0\0\0\0', 'isom'), boxes) as BlobPart]))).toBe(
    isStated,
  );
});

/** Counts what is read of it. */
class WatchedBlob extends Blob {
  bytesRead = 0;

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.bytesRead += this.size;
    return super.arrayBuffer();
  }

  override slice(start = 0, end = this.size): Blob {
    this.bytesRead += Math.min(this.size, end) - start;
    return super.slice(start, end);
  }
}

function video(userData: Uint8Array): Uint8Array {
  return join(
    box('ftyp', 'isom', '\0\0\0\0', 'isom', 'mp42'),
    box('moov', box('udta', userData)),
    box('mdat', 'frames'),
  );
}
