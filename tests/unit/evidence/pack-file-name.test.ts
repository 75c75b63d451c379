import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extensionOf, packFileName } from '../../../utils/evidence/pack-file-name.ts';

it.each([
  ['IMG_0001.JPG', 'IMG_0001.jpg'],
  ['../../etc/passwd', 'etc-passwd'],
  ['..\\..\\x.exe', 'x.exe'],
  ['微信图片_2026.jpg', '_2026.jpg'],
  ['图片', 'picture'],
  ['a\u202egpj.exe', 'a-gpj.exe'],
  ['.htaccess', 'htaccess'],
])('%s becomes %s', (name, expected) => {
  expect(packFileName(name, 'picture')).toBe(expected);
});

it('leads no unpacking program out of its folder, whatever a page calls a picture', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(packFileName(name, 'picture')).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      expect(packFileName(name, 'picture')).not.toContain('..');
    }),
  );
});

it('takes the ending from the bytes', () => {
  expect(extensionOf(new Uint8Array([0xff, 0xd8, 0xff]))).toBe('.jpg');
  expect(extensionOf(new TextEncoder().encode('RIFF1234WEBP'))).toBe('.webp');
  expect(extensionOf(new TextEncoder().encode('II*\0'))).toBe('.tiff');
  expect(extensionOf(new TextEncoder().encode('\0\0\0\x18ftypmif1\0\0\0\0avif'))).toBe('.avif');
  expect(extensionOf(new TextEncoder().encode('\0\0\0\x18ftypisom\0\0\0\0mp42'))).toBe('.mp4');
  expect(extensionOf(new TextEncoder().encode('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg">'))).toBe(
    '.bin',
  );
  expect(extensionOf(new TextEncoder().encode('MZ, a program'))).toBe('.bin');
});
