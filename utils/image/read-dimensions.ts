import { hasAscii, readUint16, readUint24Le, readUint32 } from './byte-reading.ts';
import { findBox, walkBmff } from './containers/bmff.ts';
import type { ContainerPart } from './containers/container.ts';
import { walkJpeg } from './containers/jpeg.ts';
import { walkTiff } from './containers/tiff.ts';
import { walkWebp } from './containers/webp.ts';
import type { ImageType } from './sniff-image-type.ts';

/** Pixels as stored; EXIF orientation and HEIF rotation not applied. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that a file declares, read from its structure without decoding a pixel; null where it declares none
 * (SVG, a broken header). It is a claim of the file and may be wrong: it serves to refuse a file before decoding.
 */
export function readDimensions(bytes: Uint8Array, type: ImageType): Dimensions | null {
  const size = declaredSize(bytes, type);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

function declaredSize(bytes: Uint8Array, type: ImageType): Dimensions | null {
  switch (type) {
    case 'png':
      // IHDR is the first chunk; its content begins 16 bytes into the file.
      return { width: readUint32(bytes, 16), height: readUint32(bytes, 20) };
    case 'gif':
      return { width: readUint16(bytes, 6, true), height: readUint16(bytes, 8, true) };
    case 'bmp':
      return bmpSize(bytes);
    case 'jpeg':
      return jpegSize(bytes);
    case 'webp':
      return webpSize(bytes);
    case 'tiff':
      return tiffSize(bytes);
    case 'heic':
    case 'avif':
      return heifSize(bytes, type);
    case 'svg':
      return null;
  }
}

/** BITMAPCOREHEADER has 16-bit sizes; in all later headers a negative height means top-down rows. */
function bmpSize(bytes: Uint8Array): Dimensions {
  if (bytes[14] === 12) return { width: readUint16(bytes, 18, true), height: readUint16(bytes, 20, true) };
  return { width: readUint32(bytes, 18, true) | 0, height: Math.abs(readUint32(bytes, 22, true) | 0) };
}

/** The frame header (ITU-T T.81, B.2.2): precision, height, width. */
function jpegSize(bytes: Uint8Array): Dimensions | null {
  const isFrame = ({ name }: ContainerPart) => name.startsWith('SOF');
  const frame = walkJpeg(bytes, isFrame).parts.find(isFrame);
  if (!frame || frame.sizeBytes < 5) return null;
  return { width: readUint16(bytes, frame.dataOffset + 3), height: readUint16(bytes, frame.dataOffset + 1) };
}

/** The canvas of an extended file, or the frame of a simple one (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1). */
function webpSize(bytes: Uint8Array): Dimensions | null {
  const { parts } = walkWebp(bytes);
  const first = parts[0];
  if (!first) return null;
  const data = first.dataOffset;
  if (first.name === 'VP8X' && first.sizeBytes >= 10) {
    return { width: readUint24Le(bytes, data + 4) + 1, height: readUint24Le(bytes, data + 7) + 1 };
  }
  if (first.name === 'VP8L' && first.sizeBytes >= 5) {
    const packed = readUint32(bytes, data + 1, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (first.name === 'VP8 ' && hasAscii(bytes, data + 3, '\x9d\x01\x2a')) {
    return { width: readUint16(bytes, data + 6, true) & 0x3fff, height: readUint16(bytes, data + 8, true) & 0x3fff };
  }
  return null;
}

/** ImageWidth (256) and ImageLength (257) of the largest directory: a raw file's first one may be a preview. */
function tiffSize(bytes: Uint8Array): Dimensions | null {
  const littleEndian = hasAscii(bytes, 0, 'II');
  const tagValue = (part: ContainerPart): number =>
    readUint16(bytes, part.offset + 2, littleEndian) === 3
      ? readUint16(bytes, part.dataOffset, littleEndian)
      : readUint32(bytes, part.dataOffset, littleEndian);
  const { parts } = walkTiff(bytes);
  const sizes = parts.flatMap((part, index) => {
    if (!part.name.endsWith(' 256')) return [];
    const directory = part.name.slice(0, -4);
    const height = parts.slice(index + 1).find((other) => other.name === `${directory} 257`);
    return height ? [{ width: tagValue(part), height: tagValue(height) }] : [];
  });
  return largest(sizes);
}

/** The largest `ispe` property: tiles have smaller ones than the picture that they make up (ISO/IEC 23008-12, 6.5.3). */
function heifSize(bytes: Uint8Array, type: 'heic' | 'avif'): Dimensions | null {
  const properties = findBox(walkBmff(bytes, type).parts, 'meta', 'iprp', 'ipco')?.children ?? [];
  return largest(
    properties
      .filter((part) => part.name === 'ispe' && part.sizeBytes >= 12)
      .map(({ dataOffset }) => ({
        width: readUint32(bytes, dataOffset + 4),
        height: readUint32(bytes, dataOffset + 8),
      })),
  );
}

function largest(sizes: readonly Dimensions[]): Dimensions | null {
  return sizes.reduce<Dimensions | null>(
    (best, size) => (best === null || size.width * size.height > best.width * best.height ? size : best),
    null,
  );
}
