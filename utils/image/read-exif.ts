import ExifReader from 'exifreader';
import { readUint16, readUint32 } from './byte-reading.ts';
import type { ContainerPart } from './containers/container.ts';
import { walkTiff } from './containers/tiff.ts';
import { decodeText, decodeUtf16 } from './decode-text.ts';
import { type Dimensions, readDimensions } from './read-dimensions.ts';

/** Tags that hold text or say when and with what the picture was taken. Nothing about places, owners or serial numbers. */
const TEXT_TAGS = {
  269: 'DocumentName',
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  305: 'Software',
  315: 'Artist',
  33432: 'Copyright',
  36867: 'DateTimeOriginal',
  36881: 'OffsetTimeOriginal',
  37510: 'UserComment',
  40091: 'XPTitle',
  40092: 'XPComment',
  40094: 'XPKeywords',
  40095: 'XPSubject',
} as const;
export type ExifTextTag = (typeof TEXT_TAGS)[keyof typeof TEXT_TAGS];

const USER_COMMENT_CHARSET_BYTES = 8;
const THUMBNAIL_OFFSET_TAG = 'IFD1 513';
const THUMBNAIL_LENGTH_TAG = 'IFD1 514';
const ORIENTATION_TAG = 'IFD0 274';
const PIXEL_WIDTH_TAG = 'Exif IFD 40962';
const PIXEL_HEIGHT_TAG = 'Exif IFD 40963';
/** Field types (TIFF 6.0, section 2). */
const SHORT = 3;
const LONG = 4;
/** Values handed to the tag reader; its own bound is four times the file. */
const MAX_VALUES_BYTES = 4 * 1024 * 1024;

export interface Exif {
  readonly texts: ReadonlyMap<ExifTextTag, string>;
  /** Pixels of the embedded preview, by its own header; null where there is none. */
  readonly thumbnail: Dimensions | null;
  /** The embedded preview: a JPEG of its own. */
  readonly thumbnailJpeg: Uint8Array | null;
  /** PixelXDimension and PixelYDimension: the size that the writer says the picture has, before any rotation. */
  readonly pixelSize: Dimensions | null;
  /** 1 to 8 (Exif 3.0, 4.6.5.1.6); null where none is given. */
  readonly orientation: number | null;
  readonly problems: readonly string[];
}

const NO_EXIF = { texts: new Map(), thumbnail: null, thumbnailJpeg: null, pixelSize: null, orientation: null };

/**
 * Text and time tags of a TIFF structure, in whatever directory they stand: some writers put UserComment into the first.
 * Source: Exif 3.0 (CIPA DC-008), 4.6. The GPS directory is not opened.
 */
export function readExif(tiff: Uint8Array): Exif {
  const { parts, problems } = walkTiff(tiff);
  if (parts.length === 0) return { ...NO_EXIF, problems };
  const wanted = parts.filter((part) => tagOf(part) in TEXT_TAGS);
  const sizeBytes = wanted.reduce((sum, part) => sum + part.sizeBytes, 0);
  if (sizeBytes > MAX_VALUES_BYTES) return { ...NO_EXIF, problems: [...problems, 'text-too-large'] };
  const tags = ExifReader.loadView(new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength), {
    includeUnknown: true,
    includeTags: { exif: Object.keys(TEXT_TAGS).map(Number) },
  });
  const texts = new Map<ExifTextTag, string>();
  for (const tag of Object.values(tags as unknown as Record<string, { id?: number; value: unknown }>)) {
    const name = TEXT_TAGS[tag.id as keyof typeof TEXT_TAGS];
    const text = name && textOf(name, tag.value);
    if (text) texts.set(name, text);
  }
  const thumbnailJpeg = thumbnailOf(tiff, parts);
  return {
    texts,
    thumbnailJpeg,
    thumbnail: thumbnailJpeg && readDimensions(thumbnailJpeg, 'jpeg'),
    pixelSize: pixelSizeOf(tiff, parts),
    orientation: orientationOf(tiff, parts),
    problems,
  };
}

function tagOf(part: ContainerPart): number {
  return Number(part.name.slice(part.name.lastIndexOf(' ') + 1));
}

/** The reader gives ASCII as strings and everything else as numbers. */
function textOf(name: ExifTextTag, value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  if (value.every((item) => typeof item === 'string')) return redecoded(value.join('\0')).trim();
  if (!value.every((item) => typeof item === 'number')) return '';
  const bytes = Uint8Array.from(value);
  if (name.startsWith('XP')) return decodeUtf16(bytes).trim();
  return name === 'UserComment' ? decodeUserComment(bytes) : decodeText(bytes).trim();
}

/** The reader leaves text that is not UTF-8 as one character a byte. */
function redecoded(text: string): string {
  const isByteString = /[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text);
  return isByteString ? decodeText(Uint8Array.from(text, (character) => character.charCodeAt(0))) : text;
}

/** Eight bytes name the character set; writers get its case, its padding and UTF-16's byte order wrong. */
function decodeUserComment(bytes: Uint8Array): string {
  const charset = String.fromCharCode(...bytes.subarray(0, USER_COMMENT_CHARSET_BYTES)).replace(/[\0 ]+$/, '');
  const rest = bytes.subarray(USER_COMMENT_CHARSET_BYTES);
  if (charset.toUpperCase() === 'UNICODE') return (isAscii(rest) ? decodeText(rest) : decodeUtf16(rest)).trim();
  if (charset === '' || charset.toUpperCase() === 'ASCII' || charset === 'JIS') return decodeText(rest).trim();
  return decodeText(bytes).trim();
}

/** Some writers declare UTF-16 and write one byte a letter; sixteen ideographs whose bytes are all printable are no text. */
function isAscii(bytes: Uint8Array): boolean {
  return bytes.length >= 32 && bytes.subarray(0, -1).every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a);
}

function thumbnailOf(tiff: Uint8Array, parts: readonly ContainerPart[]): Uint8Array | null {
  const offset = numberOf(tiff, parts, THUMBNAIL_OFFSET_TAG);
  const length = numberOf(tiff, parts, THUMBNAIL_LENGTH_TAG);
  if (!offset || !length) return null;
  const jpeg = tiff.subarray(offset, offset + length);
  return jpeg[0] === 0xff && jpeg[1] === 0xd8 ? jpeg : null;
}

function pixelSizeOf(tiff: Uint8Array, parts: readonly ContainerPart[]): Dimensions | null {
  const [width, height] = [numberOf(tiff, parts, PIXEL_WIDTH_TAG), numberOf(tiff, parts, PIXEL_HEIGHT_TAG)];
  return width && height ? { width, height } : null;
}

function orientationOf(tiff: Uint8Array, parts: readonly ContainerPart[]): number | null {
  const orientation = numberOf(tiff, parts, ORIENTATION_TAG);
  return orientation !== null && orientation >= 1 && orientation <= 8 ? orientation : null;
}

/** The value of a SHORT or LONG; null where the tag is missing or holds something else. */
function numberOf(tiff: Uint8Array, parts: readonly ContainerPart[], name: string): number | null {
  const part = parts.find((candidate) => candidate.name === name);
  if (!part) return null;
  const littleEndian = tiff[0] === 0x49;
  const type = readUint16(tiff, part.offset + 2, littleEndian);
  if (type === SHORT && part.sizeBytes >= 2) return readUint16(tiff, part.dataOffset, littleEndian);
  return type === LONG && part.sizeBytes >= 4 ? readUint32(tiff, part.dataOffset, littleEndian) : null;
}
