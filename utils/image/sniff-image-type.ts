import { hasAscii, readAscii, readUint32 } from './byte-reading.ts';

/** Picture formats told apart by their first bytes. */
export type ImageType = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'heic' | 'avif' | 'svg';

/** Brands of ISO/IEC 23008-12 Annex B and of HEIF in general; `mif1` alone says HEIF of an unnamed codec. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1', 'heif'];
/** AV1 Image File Format 1.1, section 6. */
const AVIF_BRANDS = ['avif', 'avis'];
/** Enough for an XML declaration, a comment and a doctype before the root element. */
const SVG_PROLOGUE_BYTES = 4096;
/** More brands than any real file lists. */
const MAX_BRANDS = 64;

/**
 * The picture format that the first bytes name, whatever the file is called; null when they name none.
 * @param bytes the file, at least its first 4 kB
 */
export function sniffImageType(bytes: Uint8Array): ImageType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (hasAscii(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a')) return 'gif';
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return 'webp';
  if (hasAscii(bytes, 0, 'II*\0') || hasAscii(bytes, 0, 'MM\0*')) return 'tiff';
  if (hasAscii(bytes, 0, 'II+\0') || hasAscii(bytes, 0, 'MM\0+')) return 'tiff';
  if (hasAscii(bytes, 4, 'ftyp')) return heifType(bytes);
  if (isBmp(bytes)) return 'bmp';
  return isSvg(bytes) ? 'svg' : null;
}

/** `mif1` may stand before `avif`, so an AVIF brand anywhere in the list decides. */
function heifType(bytes: Uint8Array): 'heic' | 'avif' | null {
  const brands = ftypBrands(bytes);
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : null;
}

/** Major brand, then compatible brands, of the `ftyp` box at the start of a file (ISO/IEC 14496-12, 4.3). */
export function ftypBrands(bytes: Uint8Array): string[] {
  const boxEnd = Math.min(readUint32(bytes, 0), bytes.length, 16 + MAX_BRANDS * 4);
  const brands = [readAscii(bytes, 8, 4)];
  for (let offset = 16; offset + 4 <= boxEnd; offset += 4) brands.push(readAscii(bytes, offset, 4));
  return brands;
}

/** "BM" alone begins too many texts, so the size of the header that follows has to be one that exists. */
function isBmp(bytes: Uint8Array): boolean {
  const headerSize = bytes[14] ?? 0;
  return hasAscii(bytes, 0, 'BM') && [12, 16, 40, 52, 56, 64, 108, 124].includes(headerSize) && bytes[15] === 0;
}

/** Skips what may stand before the root element one piece at a time: one pattern for all of it would backtrack. */
function isSvg(bytes: Uint8Array): boolean {
  let rest = readAscii(bytes, hasAscii(bytes, 0, '\xef\xbb\xbf') ? 3 : 0, SVG_PROLOGUE_BYTES).trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!')) {
    const close = rest.startsWith('<!--') ? '-->' : '>';
    const end = rest.indexOf(close);
    if (end < 0) return false;
    rest = rest.slice(end + close.length).trimStart();
  }
  return /^<([\w.-]+:)?svg[\s>]/.test(rest);
}
