import sharp from 'sharp';
import { expect, it } from 'vitest';
import { hasPosition } from '../../../utils/evidence/has-position.ts';
import { join } from '../../fixtures/files/bytes.ts';
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

function video(userData: Uint8Array): Uint8Array {
  return join(
    box('ftyp', 'isom', '\0\0\0\0', 'isom', 'mp42'),
    box('moov', box('udta', userData)),
    box('mdat', 'frames'),
  );
}
