import sharp from 'sharp';
import { expect, it } from 'vitest';
import { hasPosition } from '../../../utils/evidence/has-position.ts';

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
