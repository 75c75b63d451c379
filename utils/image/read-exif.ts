import ExifReader from 'exifreader';
import { readUint16, readUint32 } from './byte-reading.ts';
import { type ContainerPart, partBytes } from './containers/container.ts';
import { walkJpeg } from './containers/jpeg.ts';
import { walkTiff } from './containers/tiff.ts';
import { decodeText, decodeUtf16 } from './decode-text.ts';
import type { Dimensions } from './read-dimensions.ts';

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
/** Values handed to the tag reader; its own bound is four times the file. */
const MAX_VALUES_BYTES = 4 * 1024 * 1024;

export interface Exif {
  readonly texts: ReadonlyMap<ExifTextTag, string>;
  /** Pixels of the embedded preview, by its own header; null where there is none. */
  readonly thumbnail: Dimensions | null;
  readonly problems: readonly string[];
}

/**
 * Text and time tags of a TIFF structure, in whatever directory they stand: some writers put UserComment into the first.
 * Source: Exif 3.0 (CIPA DC-008), 4.6. The GPS directory is not opened.
 */
export function readExif(tiff: Uint8Array): Exif {
  const { parts, problems } = walkTiff(tiff);
  if (parts.length === 0) return { texts: new Map(), thumbnail: null, problems };
  const wanted = parts.filter((part) => tagOf(part) in TEXT_TAGS);
  const sizeBytes = wanted.reduce((sum, part) => sum + part.sizeBytes, 0);
  if (sizeBytes > MAX_VALUES_BYTES)
    return { texts: new Map(), thumbnail: null, problems: [...problems, 'text-too-large'] };
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
  return { texts, thumbnail: thumbnailSize(tiff, parts), problems };
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
  if (charset.toUpperCase() === 'UNICODE') return decodeUtf16(rest).trim();
  if (charset === '' || charset.toUpperCase() === 'ASCII' || charset === 'JIS') return decodeText(rest).trim();
  return decodeText(bytes).trim();
}

function thumbnailSize(tiff: Uint8Array, parts: readonly ContainerPart[]): Dimensions | null {
  const littleEndian = tiff[0] === 0x49;
  const [offset, length] = [THUMBNAIL_OFFSET_TAG, THUMBNAIL_LENGTH_TAG].map((name) => {
    const part = parts.find((candidate) => candidate.name === name);
    return part && part.sizeBytes >= 4 ? readUint32(tiff, part.dataOffset, littleEndian) : 0;
  });
  if (!offset || !length) return null;
  const jpeg = tiff.subarray(offset, offset + length);
  const frame = walkJpeg(jpeg).parts.find((part) => part.name.startsWith('SOF'));
  if (!frame) return null;
  const header = partBytes(jpeg, frame);
  return { width: readUint16(header, 3), height: readUint16(header, 1) };
}
