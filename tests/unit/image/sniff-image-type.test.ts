import { describe, expect, it } from 'vitest';
import { sniffImageType } from '../../../utils/image/sniff-image-type.ts';
import { sniffOtherType } from '../../../utils/image/sniff-other-type.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('sniffImageType', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['GIF89a', 'gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
    ['\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'avif'],
    [`BM${'\0'.repeat(12)}\x28\0\0\0`, 'bmp'],
    ['<?xml version="1.0"?><!-- a --><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
    ['<svg:svg xmlns:svg="http://www.w3.org/2000/svg">', 'svg'],
  ])('reads %j as %s', (text, type) => {
    expect(sniffImageType(bytesOf(text))).toBe(type);
  });

  it.each(['', 'BM is no bitmap by itself', '<html><svg>', '\0\0\0\x18ftypisom\0\0\0\0isommp42', '\xff\xd8', '<?xml'])(
    'names no picture format for %j',
    (text) => {
      expect(sniffImageType(bytesOf(text))).toBeNull();
    },
  );

  it('answers at once on a prologue made to backtrack', () => {
    expect(sniffImageType(bytesOf('<!---->'.repeat(600)))).toBeNull();
  });
});

describe('sniffOtherType', () => {
  it.each([
    ['', 'empty'],
    ['\0\0\0\x18ftypisom\0\0\0\0isommp42', 'mp4'],
    ['\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'mov'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'webm'],
    ['%PDF-1.7', 'pdf'],
    ['\n<!DOCTYPE html><title>登录</title>', 'html'],
    ['{"error":"403"}', 'json'],
    ['PK\x03\x04', 'zip'],
    ['hello', null],
    ['\x89PNG\r\n\x1a\n', null],
  ])('reads %j as %s', (text, type) => {
    expect(sniffOtherType(bytesOf(text))).toBe(type);
  });
});
