import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureMetadata } from '../../../../utils/checks/metadata/picture-metadata.ts';
import { type ContainerPart, MAX_PARTS } from '../../../../utils/image/containers/container.ts';
import { heifItems } from '../../../../utils/image/containers/heif-items.ts';
import { trailerKind } from '../../../../utils/image/containers/trailer-kind.ts';
import { walkContainer } from '../../../../utils/image/containers/walk-container.ts';
import { MAX_TOTAL_BLOCK_BYTES } from '../../../../utils/image/metadata-blocks/metadata-block.ts';
import { readMetadataBlocks } from '../../../../utils/image/metadata-blocks/read-metadata-blocks.ts';
import { readDimensions } from '../../../../utils/image/read-dimensions.ts';
import { utf8 } from '../../../fixtures/files/bytes.ts';
import { makeAvi } from '../../../fixtures/files/make-avi.ts';
import { makeHeif, makeMp4 } from '../../../fixtures/files/make-bmff.ts';
import { gifComment, gifXmp, makeGif } from '../../../fixtures/files/make-gif.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../../../fixtures/files/make-jpeg.ts';
import { makeMatroska, simpleTag } from '../../../fixtures/files/make-matroska.ts';
import { iTxt, makePng, tExt, zTxt } from '../../../fixtures/files/make-png.ts';
import { makeTiff } from '../../../fixtures/files/make-tiff.ts';
import { makeWebp } from '../../../fixtures/files/make-webp.ts';
import { makeLabelXmp } from '../../../fixtures/files/make-xmp.ts';

const xmp = makeLabelXmp('{"Label":"1"}');
const tiff = makeTiff([[270, 'a description']], [[0x9286, utf8('ASCII\0\0\0text')]]);

/** One whole file of each type, so that damage starts from real structure and not from noise. */
const SEEDS = {
  jpeg: makeJpeg({ segments: [exifSegment(tiff), xmpSegment(xmp), [0xfe, 'comment']], trailer: 'trailer' }),
  png: makePng({ chunks: [tExt('a', 'b'), zTxt('c', 'd'), iTxt('e', 'f', true)] }),
  webp: makeWebp([
    ['EXIF', tiff],
    ['XMP ', xmp],
  ]),
  gif: makeGif([gifXmp(xmp), gifComment('comment')]),
  tiff,
  heic: makeHeif('heic', [['mime', 'application/rdf+xml', xmp]]),
  avif: makeHeif('avif'),
  mp4: makeMp4('AIGC', utf8('{"Label":"1"}')),
  matroska: makeMatroska([simpleTag('AIGC', '{"Label":"1"}', simpleTag('a', 'b'))]),
  avi: makeAvi([['AIGC', utf8('{"Label":"1"}')]]),
} as const;

type Type = keyof typeof SEEDS;
const TYPES = Object.keys(SEEDS) as Type[];

/** A seed with some bytes changed, and perhaps its end cut off. */
function damaged(seed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(seed.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff));
  return fc
    .tuple(fc.array(change, { maxLength: 12 }), fc.integer({ min: 0, max: seed.length }))
    .map(([changes, length]) => {
      const bytes = seed.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes.subarray(0, length);
    });
}

function flatten(parts: readonly ContainerPart[]): ContainerPart[] {
  return parts.flatMap((part) => [part, ...flatten(part.children ?? [])]);
}

function expectBoundedAnswer(bytes: Uint8Array, type: Type): void {
  const container = walkContainer(bytes, type);
  if (!container) throw new Error(`${type} has no walker`);
  const parts = flatten(container.parts);
  expect(parts.length).toBeLessThanOrEqual(MAX_PARTS);
  for (const part of parts) {
    expect(part.sizeBytes).toBeGreaterThanOrEqual(0);
    expect(part.sizeBytes).toBeLessThanOrEqual(Math.max(0, bytes.length - Math.min(part.dataOffset, bytes.length)));
    expect(part.sizeBytes).toBeLessThanOrEqual(part.declaredBytes);
  }
  if (container.endOffset !== null) expect(container.endOffset).toBeLessThanOrEqual(bytes.length);
  trailerKind(bytes, container);
  heifItems(bytes, container.parts);
  const { blocks } = readMetadataBlocks(bytes, container);
  const read = blocks.filter(({ kind }) => kind !== 'c2pa').reduce((sum, block) => sum + block.bytes.length, 0);
  expect(read).toBeLessThanOrEqual(MAX_TOTAL_BLOCK_BYTES + bytes.length);
  readPictureMetadata(bytes, container);
  if (type !== 'mp4' && type !== 'matroska' && type !== 'avi') {
    const size = readDimensions(bytes, type);
    if (size) expect(size.width * size.height).toBeGreaterThan(0);
  }
}

describe.each(TYPES)('%s walker', (type) => {
  it('reads its own seed without a problem', () => {
    const container = walkContainer(SEEDS[type], type);
    expect(container?.problems).toEqual([]);
    expect(container?.isTruncated).toBe(false);
  });

  it('answers within its bounds on damaged files', () => {
    fc.assert(
      fc.property(damaged(SEEDS[type]), (bytes) => expectBoundedAnswer(bytes, type)),
      { numRuns: 400 },
    );
  });

  it('answers within its bounds on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => expectBoundedAnswer(bytes, type)),
      { numRuns: 200 },
    );
  });

  it('calls every cut file truncated, or reads it as a shorter whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SEEDS[type].length - 1 }), (length) => {
        const container = walkContainer(SEEDS[type].subarray(0, length), type);
        expect(container === null || container.isTruncated || (container.endOffset ?? 0) <= length).toBe(true);
      }),
    );
  });
});
