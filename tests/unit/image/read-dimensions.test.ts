import { describe, expect, it } from 'vitest';
import { readDimensions } from '../../../utils/image/read-dimensions.ts';
import { join, latin1, uint16, uint32 } from '../../fixtures/files/bytes.ts';
import { makeHeif } from '../../fixtures/files/make-bmff.ts';
import { makeGif } from '../../fixtures/files/make-gif.ts';
import { makeJpeg } from '../../fixtures/files/make-jpeg.ts';
import { makePng } from '../../fixtures/files/make-png.ts';
import { makeTiff } from '../../fixtures/files/make-tiff.ts';
import { makeWebp } from '../../fixtures/files/make-webp.ts';

const bmp = (width: number, height: number): Uint8Array =>
  join('BM', new Uint8Array(12), uint32(40, true), uint32(width, true), uint32(height, true));

describe('readDimensions', () => {
  it.each([
    ['jpeg', makeJpeg({ width: 4000, height: 3000 }), { width: 4000, height: 3000 }],
    ['png', makePng({ width: 20_000, height: 20_000 }), { width: 20_000, height: 20_000 }],
    ['webp', makeWebp(), { width: 40, height: 30 }],
    ['webp', latin1('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\x27\0\x07\x13\0'), { width: 10_000, height: 4872 }],
    ['webp', latin1('RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0\x2f\x7f\xc0\x13\0\0'), { width: 128, height: 80 }],
    ['gif', makeGif(), { width: 9, height: 7 }],
    ['bmp', bmp(30, -20), { width: 30, height: 20 }],
    [
      'tiff',
      makeTiff([
        [256, 640],
        [257, 480],
      ]),
      { width: 640, height: 480 },
    ],
    [
      'tiff',
      makeTiff(
        [
          [256, 640],
          [257, 480],
        ],
        [],
        false,
      ),
      { width: 640, height: 480 },
    ],
    ['heic', makeHeif('heic'), { width: 400, height: 300 }],
    ['avif', makeHeif('avif'), { width: 400, height: 300 }],
  ] as const)('reads what a %s declares', (type, bytes, size) => {
    expect(readDimensions(bytes, type)).toEqual(size);
  });

  it('is null where nothing usable is declared', () => {
    expect(readDimensions(makeJpeg({ height: 0 }), 'jpeg')).toBeNull();
    expect(readDimensions(latin1('\x89PNG\r\n\x1a\n'), 'png')).toBeNull();
    expect(readDimensions(latin1('<svg width="9" height="9"/>'), 'svg')).toBeNull();
    expect(readDimensions(join('\xff\xd8\xff\xc0', uint16(4), '\x08\0'), 'jpeg')).toBeNull();
  });
});
