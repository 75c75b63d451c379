import sharp from 'sharp';
import { utf8 } from '../fixtures/files/bytes.ts';
import { makeAvi } from '../fixtures/files/make-avi.ts';
import { makeHeif, makeMp4 } from '../fixtures/files/make-bmff.ts';
import { gifComment, gifXmp, makeGif } from '../fixtures/files/make-gif.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../fixtures/files/make-jpeg.ts';
import { makeMatroska, simpleTag } from '../fixtures/files/make-matroska.ts';
import { iTxt, makePng, tExt, zTxt } from '../fixtures/files/make-png.ts';
import { makeTiff } from '../fixtures/files/make-tiff.ts';
import { makeWebp } from '../fixtures/files/make-webp.ts';
import { makeLabelXmp } from '../fixtures/files/make-xmp.ts';

/** A file that mutations start from. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LABEL = '{"Label":"1","ContentProducer":"p","ProduceID":"1","ReservedCode1":"","ContentPropagator":"c"}';

/** One small file of every structure that is walked, with metadata in every place that is read, and four that decode. */
export async function makeSeeds(): Promise<Seed[]> {
  const xmp = makeLabelXmp(LABEL);
  const tiff = makeTiff(
    [
      [0x010f, 'Maker'],
      [0x0131, 'Adobe Photoshop 26.0'],
      [0x0132, '2026:11:20 10:00:00'],
    ],
    [
      [0x9003, '2026:11:20 10:00:00'],
      [0x9286, utf8(`ASCII\0\0\0${LABEL}`)],
      [0xa002, 64],
      [0xa003, 48],
    ],
  );
  const structures: Record<string, Uint8Array> = {
    'made.jpg': makeJpeg({ segments: [exifSegment(tiff), xmpSegment(xmp), [0xfe, utf8(LABEL)]], trailer: 'more' }),
    'made.png': makePng({
      chunks: [
        tExt('parameters', 'Steps: 20, Sampler: Euler a, Seed: 1'),
        zTxt('prompt', '{"3":{"class_type":"KSampler"}}'),
      ],
      lateChunks: [iTxt('XML:com.adobe.xmp', xmp, true), iTxt('AIGC', LABEL)],
    }),
    'made.webp': makeWebp([
      ['EXIF', tiff],
      ['XMP ', xmp],
    ]),
    'made.gif': makeGif([gifXmp(xmp), gifComment(LABEL)], 'more'),
    'made.tif': tiff,
    'made.heic': makeHeif('heic', [
      ['Exif', '', tiff],
      ['mime', 'application/rdf+xml', xmp],
    ]),
    'made.avif': makeHeif('avif', [['mime', 'application/rdf+xml', xmp]]),
    'made.mp4': makeMp4('AIGC', utf8(LABEL)),
    'made.avi': makeAvi([['IAIG', utf8(LABEL)]]),
    'made.webm': makeMatroska([simpleTag('AIGC', LABEL)]),
    'live.webm': makeMatroska([simpleTag('AIGC', LABEL)], { isLive: true }),
    'made.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>0</script></svg>'),
  };
  const noise = {
    width: 96,
    height: 64,
    channels: 3 as const,
    noise: { type: 'gaussian' as const, mean: 128, sigma: 30 },
  };
  const image = () => sharp({ create: { ...noise, background: '#888' } });
  const decodable: Record<string, Buffer> = {
    'noise.jpg': await image()
      .jpeg({ quality: 80, progressive: true })
      .withXmp(new TextDecoder().decode(xmp))
      .toBuffer(),
    'noise.png': await image().png().toBuffer(),
    'noise.webp': await image().webp().toBuffer(),
    'noise.gif': await image().gif().toBuffer(),
  };
  return Object.entries({ ...structures, ...decodable }).map(([name, bytes]) => ({
    name,
    bytes: new Uint8Array(bytes),
  }));
}
