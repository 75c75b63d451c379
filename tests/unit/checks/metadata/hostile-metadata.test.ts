import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../utils/checks/metadata.ts';
import { decodeText, decodeUtf16, decodeXmpPacket } from '../../../../utils/image/decode-text.ts';
import { readXmp } from '../../../../utils/image/read-xmp.ts';
import { join, uint32, utf8 } from '../../../fixtures/files/bytes.ts';
import { box } from '../../../fixtures/files/make-bmff.ts';
import { makeJpeg, xmpSegment } from '../../../fixtures/files/make-jpeg.ts';
import { element, makeMatroska, simpleTag } from '../../../fixtures/files/make-matroska.ts';
import { chunk, iTxt, makePng, tExt } from '../../../fixtures/files/make-png.ts';
import { makeTiff } from '../../../fixtures/files/make-tiff.ts';
import { pictureOfBytes } from '../../../fixtures/files/run-check.ts';

const MEGABYTE = 1 << 20;
/** What one check may keep of a file, as JSON: results of forty pictures stay small. */
const MAX_RESULT_CHARACTERS = 20_000;

async function outcomeOf(bytes: Uint8Array) {
  const outcome = await metadata.run({ picture: pictureOfBytes(bytes), claim: {} } as never);
  if (outcome.status !== 'done') throw new Error(outcome.reason);
  expect(JSON.stringify(outcome).length).toBeLessThan(MAX_RESULT_CHARACTERS);
  return outcome;
}

const problemsOf = async (bytes: Uint8Array): Promise<unknown> =>
  ((await outcomeOf(bytes)).measured.metadata as { problems: unknown }).problems;

describe('hostile metadata', () => {
  it('with entities in XMP expands nothing', () => {
    const levels = Array.from({ length: 12 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(20)}">`);
    const packet = utf8(`<!DOCTYPE x [<!ENTITY e0 "AAAAAAAAAA">${levels.join('')}]><x a:b="&e12;">&e12;</x>`);
    const { properties, isWellFormed } = readXmp(packet);
    expect(isWellFormed).toBe(false);
    expect(properties.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThan(1000);
  });

  it('with XMP nested a hundred thousand times is read to its bound', () => {
    expect(readXmp(utf8('<a>'.repeat(100_000))).isWellFormed).toBe(false);
    expect(readXmp(utf8(`<a ${'x:y="1" '.repeat(50_000)}/>`)).properties.length).toBeLessThanOrEqual(5000);
  });

  it('with a text of 50 MB says so and reads on', async () => {
    const huge = chunk('tEXt', join('Comment\0', new Uint8Array(50 * MEGABYTE).fill(0x41)));
    const { measured, findings } = await outcomeOf(makePng({ chunks: [huge, tExt('AIGC', '{"Label":"1"}')] }));
    expect(measured).toMatchObject({ metadata: { problems: ['text-too-large'] } });
    expect(findings.map(({ kind }) => kind)).toEqual(['tc260-label']);
  });

  it('with compression bombs, one and a thousand, stops at its bound', async () => {
    const bomb = deflateSync(new Uint8Array(40 * MEGABYTE));
    const one = chunk('iTXt', join('XML:com.adobe.xmp\0\x01\0\0\0', bomb));
    expect(await problemsOf(makePng({ chunks: [one] }))).toEqual(['text-too-large']);
    expect(await problemsOf(makePng({ chunks: new Array(200).fill(one) }))).toEqual(['text-too-large']);
  });

  it('with directories that lead in a circle ends', async () => {
    const tiff = makeTiff([[270, 'a long description']]);
    const circle = tiff.slice();
    new DataView(circle.buffer).setUint32(8 + 2 + 12, 8, true);
    expect(await problemsOf(circle)).toContain('cyclic-offsets');
  });

  it('with boxes and tags within themselves ends', async () => {
    let boxes: Uint8Array = box('moov');
    for (let depth = 0; depth < 2000; depth++) boxes = box('moov', boxes);
    expect(await problemsOf(join(box('ftyp', 'isom', '\0\0\0\0', 'isom'), boxes))).toContain('too-deep');
    let tags = simpleTag('a', 'b');
    for (let depth = 0; depth < 2000; depth++) tags = element('\x67\xc8', tags);
    expect(await problemsOf(makeMatroska([tags]))).toContain('too-deep');
  });

  it('with a million empty boxes or elements ends', async () => {
    const many = (one: Uint8Array, count: number): Uint8Array => {
      const all = new Uint8Array(one.length * count);
      for (let index = 0; index < count; index++) all.set(one, index * one.length);
      return all;
    };
    const boxes = join(box('ftyp', 'isom', '\0\0\0\0', 'isom'), box('moov', many(box('free'), 1_000_000)));
    expect(await problemsOf(boxes)).toContain('too-many-parts');
    expect(await problemsOf(makeMatroska([many(element('\x67\xc8'), 100_000)]))).toContain('too-many-parts');
    expect(await problemsOf(makeMatroska([], {}).slice())).toEqual([]);
  });

  it('with JUMBF that nests without end is not opened here', async () => {
    let jumbf: Uint8Array = join(uint32(16), 'jumdc2pa\0\0\0\0');
    for (let depth = 0; depth < 500; depth++) jumbf = join(uint32(jumbf.length + 8), 'jumb', jumbf);
    const { findings } = await outcomeOf(makePng({ chunks: [chunk('caBX', jumbf)] }));
    expect(findings.map(({ kind }) => kind)).toEqual(['c2pa-present']);
  });

  it('in no encoding at all is decoded to something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const decode of [decodeText, decodeUtf16, decodeXmpPacket]) expect(typeof decode(bytes)).toBe('string');
        readXmp(bytes);
      }),
    );
  });

  it('of any bytes in any text gives an answer of bounded size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('AIGC', 'parameters', 'prompt'),
        async (bytes, keyword) => {
          await outcomeOf(makePng({ chunks: [iTxt(keyword, bytes)] }));
          await outcomeOf(makeJpeg({ segments: [xmpSegment(bytes)] }));
        },
      ),
    );
  });
});
