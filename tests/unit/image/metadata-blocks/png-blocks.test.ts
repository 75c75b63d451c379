import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { walkPng } from '../../../../utils/image/containers/png.ts';
import { MAX_TOTAL_BLOCK_BYTES } from '../../../../utils/image/metadata-blocks/metadata-block.ts';
import { pngBlocks } from '../../../../utils/image/metadata-blocks/png-blocks.ts';
import { join, latin1 } from '../../../fixtures/files/bytes.ts';
import { chunk, iTxt, makePng, tExt, zTxt } from '../../../fixtures/files/make-png.ts';

const blocksOf = (png: Uint8Array) => pngBlocks(png, walkPng(png));
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('pngBlocks', () => {
  it('reads plain, compressed and international text before and after the pixels', () => {
    const png = makePng({
      chunks: [tExt('a', 'one'), zTxt('b', 'two')],
      lateChunks: [iTxt('c', '三'), iTxt('d', '四', true)],
    });
    expect(blocksOf(png).blocks.map(({ keyword, bytes }) => [keyword, text(bytes)])).toEqual([
      ['a', 'one'],
      ['b', 'two'],
      ['c', '三'],
      ['d', '四'],
    ]);
  });

  it("opens ImageMagick's hexadecimal profiles", () => {
    const tiff = join('Exif\0\0', 'II*\0');
    const hex = Array.from(tiff, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const [block] = blocksOf(
      makePng({ chunks: [tExt('Raw profile type exif', `\nexif\n      ${tiff.length}\n${hex}\n`)] }),
    ).blocks;
    expect(block).toMatchObject({ kind: 'exif', bytes: latin1('II*\0') });
  });

  it('gives up on a bomb and on many of them together', () => {
    const bomb = chunk('zTXt', join('bomb\0\0', deflateSync(new Uint8Array(64 * 1024 * 1024))));
    const { blocks, problems } = blocksOf(makePng({ chunks: Array.from({ length: 200 }, () => bomb) }));
    expect(blocks).toEqual([]);
    expect(problems).toEqual(['text-too-large']);
  });

  it('keeps all blocks together within the limit', () => {
    const large = chunk('tEXt', join('a\0', new Uint8Array(3 * 1024 * 1024)));
    const { blocks, problems } = blocksOf(makePng({ chunks: Array.from({ length: 8 }, () => large) }));
    expect(blocks.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(MAX_TOTAL_BLOCK_BYTES);
    expect(problems).toEqual(['text-too-large']);
  });

  it('reports compressed text that does not decompress', () => {
    expect(blocksOf(makePng({ chunks: [chunk('zTXt', 'a\0\0nonsense')] })).problems).toEqual(['bad-compression']);
  });
});
