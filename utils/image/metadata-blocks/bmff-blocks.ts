import { readAscii, readUint32 } from '../byte-reading.ts';
import { findBox } from '../containers/bmff.ts';
import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { heifItems } from '../containers/heif-items.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

const XMP_UUID = 'uuid be7acfcb97a942e89c71999491e3afac';
const C2PA_UUID = 'uuid d8fec3d61b0e483c92975828877ec481';
const XMP_CONTENT_TYPE = 'application/rdf+xml';
/** Header, type and locale, from the start of a `data` box to its value. */
const DATA_VALUE_OFFSET = 16;
/** Header, version and flags, from the start of a `name` box to its text. */
const NAME_VALUE_OFFSET = 12;

/**
 * Metadata of HEIC, AVIF and MP4: Exif and XMP items, XMP and C2PA in `uuid` boxes, the keyed values of `moov`, and QuickTime's user data.
 * Source: ISO/IEC 23008-12, Annex A; XMP specification part 3, 1.2 and 2.1; QuickTime file format, metadata atoms.
 */
export function bmffBlocks(bytes: Uint8Array, container: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of container.parts) addUuid(bytes, part, collector);
  for (const item of heifItems(bytes, container.parts)) {
    const { type, contentType, content, range } = item;
    if (content === null) collector.addProblem('item-outside-file');
    else if (type === 'Exif') {
      const tiffStart = 4 + readUint32(content, 0);
      collector.add({ kind: 'exif', place: 'EXIF', bytes: content.subarray(tiffStart), ranges: [range] });
    } else if (type === 'mime' && contentType === XMP_CONTENT_TYPE) {
      const place = `${container.type.toUpperCase()} XMP`;
      collector.add({ kind: 'xmp', place, bytes: content, ranges: [range] });
    }
  }
  addUserData(bytes, container.parts, collector);
  for (const meta of movieMetadata(container.parts)) addKeyedValues(bytes, meta, collector);
  return collector.finish();
}

function addUuid(bytes: Uint8Array, part: ContainerPart, collector: BlockCollector): void {
  const ranges = [rangeOf(part)];
  if (part.name === XMP_UUID) {
    collector.add({ kind: 'xmp', place: 'ISO media XMP', bytes: partBytes(bytes, part), ranges });
  } else if (part.name === C2PA_UUID) {
    collector.add({ kind: 'c2pa', place: 'ISO media C2PA', bytes: partBytes(bytes, part), ranges });
  }
}

/** Where MP4 and QuickTime keep it; exports of the Doubao app for iOS have `meta` directly under `moov`. */
function movieMetadata(parts: readonly ContainerPart[]): ContainerPart[] {
  const tracks = (findBox(parts, 'moov')?.children ?? []).filter(({ name }) => name === 'trak');
  return [
    findBox(parts, 'moov', 'udta', 'meta'),
    findBox(parts, 'moov', 'meta'),
    findBox(parts, 'meta'),
    ...tracks.flatMap((track) => [findBox([track], 'trak', 'udta', 'meta'), findBox([track], 'trak', 'meta')]),
  ].filter((box) => box !== undefined);
}

/** The entries of `ilst`: by the number of a key, by a four-letter name, or with a `name` box beside the value. */
function addKeyedValues(bytes: Uint8Array, meta: ContainerPart, collector: BlockCollector): void {
  const keys = readKeys(bytes, findBox(meta.children ?? [], 'keys'));
  for (const entry of findBox(meta.children ?? [], 'ilst')?.children ?? []) {
    const { data, name } = readEntry(bytes, entry);
    if (data === null) continue;
    const keyword = name ?? keys[readUint32(bytes, entry.offset + 4) - 1] ?? entry.name;
    // Without a list of keys the number alone is left, which is no name.
    const shown = /^[\x20-\x7e\xa9]+$/.test(keyword) ? keyword : 'ilst';
    collector.add({ kind: 'text', place: `MP4 ${shown}`, keyword, bytes: data, ranges: [rangeOf(entry)] });
  }
}

/** The value of an entry and the name beside it (iTunes' `----` entries: mean, name, data). */
function readEntry(bytes: Uint8Array, entry: ContainerPart): { data: Uint8Array | null; name: string | null } {
  let [data, name]: [Uint8Array | null, string | null] = [null, null];
  const end = entry.dataOffset + entry.sizeBytes;
  for (let offset = entry.dataOffset; offset + 8 <= end; ) {
    const size = readUint32(bytes, offset);
    if (size < 8 || offset + size > end) break;
    const type = readAscii(bytes, offset + 4, 4);
    if (type === 'data') data ??= bytes.subarray(offset + DATA_VALUE_OFFSET, offset + size);
    if (type === 'name') name ??= readAscii(bytes, offset + NAME_VALUE_OFFSET, Math.min(size - NAME_VALUE_OFFSET, 256));
    offset += size;
  }
  return { data, name };
}

/** User data of QuickTime: XMP, and a text under the label's own name. */
function addUserData(bytes: Uint8Array, parts: readonly ContainerPart[], collector: BlockCollector): void {
  for (const part of findBox(parts, 'moov', 'udta')?.children ?? []) {
    const content = partBytes(bytes, part);
    const ranges = [rangeOf(part)];
    if (part.name === 'XMP_') collector.add({ kind: 'xmp', place: 'QuickTime XMP', bytes: content, ranges });
    else if (part.name === 'AIGC') {
      const start = content.indexOf(0x7b);
      const text = content.subarray(Math.max(0, start));
      collector.add({ kind: 'text', place: 'MP4 udta AIGC', keyword: 'AIGC', bytes: text, ranges });
    }
  }
}

/** The names in a `keys` box, in order: count, then for each its size, its namespace and its name. */
function readKeys(bytes: Uint8Array, part: ContainerPart | undefined): string[] {
  if (!part) return [];
  const keys: string[] = [];
  const end = part.dataOffset + part.sizeBytes;
  for (let offset = part.dataOffset + 8; offset + 8 <= end; offset += readUint32(bytes, offset)) {
    const size = readUint32(bytes, offset);
    if (size < 8 || offset + size > end) break;
    keys.push(readAscii(bytes, offset + 8, Math.min(size - 8, 256)));
  }
  return keys;
}
