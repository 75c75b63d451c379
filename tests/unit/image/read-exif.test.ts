import { describe, expect, it } from 'vitest';
import { readExif } from '../../../utils/image/read-exif.ts';
import { join, latin1, utf8 } from '../../fixtures/files/bytes.ts';
import { makeTiff } from '../../fixtures/files/make-tiff.ts';

const USER_COMMENT = 0x9286;
const commentOf = (content: Uint8Array): string | undefined =>
  readExif(makeTiff([], [[USER_COMMENT, content]])).texts.get('UserComment');
const utf16 = (text: string, littleEndian: boolean): Uint8Array =>
  Uint8Array.from(
    text.split('').flatMap((character) => {
      const pair = [character.charCodeAt(0) >> 8, character.charCodeAt(0) & 255];
      return littleEndian ? pair.reverse() : pair;
    }),
  );

describe('readExif', () => {
  it.each([
    ['ASCII', join('ASCII\0\0\0', 'Steps: 20')],
    ['UTF-16 big-endian', join('UNICODE\0', utf16('Steps: 20', false))],
    ['UTF-16 little-endian', join('UNICODE\0', utf16('Steps: 20', true))],
    ['no character set', join('\0\0\0\0\0\0\0\0', 'Steps: 20')],
    ['no header at all', latin1('Steps: 20')],
  ])('decodes a comment in %s', (_name, content) => {
    expect(commentOf(content)).toBe('Steps: 20');
  });

  it('decodes Chinese in UTF-8 and in GB 18030', () => {
    const gbk = Uint8Array.of(0xb6, 0xb9, 0xb0, 0xfc);
    const descriptionOf = (bytes: Uint8Array) =>
      readExif(makeTiff([[270, String.fromCharCode(...bytes)]])).texts.get('ImageDescription');
    expect(descriptionOf(utf8('豆包'))).toBe('豆包');
    expect(descriptionOf(gbk)).toBe('豆包');
  });

  it('finds a comment that stands in the wrong directory', () => {
    expect(readExif(makeTiff([[USER_COMMENT, latin1('{"prompt":1}')]])).texts.get('UserComment')).toBe('{"prompt":1}');
  });

  it('does not take a value beyond its limit', () => {
    const { texts, problems } = readExif(makeTiff([[270, new Uint8Array(5 * 1024 * 1024)]]));
    expect(texts.size).toBe(0);
    expect(problems).toContain('text-too-large');
  });
});
