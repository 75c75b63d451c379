import { hasAscii, readAscii, readUint32 } from '../byte-reading.ts';
import { findBox } from '../containers/bmff.ts';
import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { heifItems } from '../containers/heif-items.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

const XMP_UUID = 'uuid be7acfcb97a942e89c71999491e3afac';
const C2PA_UUID = 'uuid d8fec3d61b0e483c92975828877ec481';
const XMP_CONTENT_TYPE = 'application/rdf+xml';
/** Type and locale, from the start of a `data` box's content to its value. */
const DATA_VALUE_OFFSET = 16;

/**
 * Metadata of HEIC, AVIF and MP4: Exif and XMP items, XMP and C2PA in `uuid` boxes, and the keyed values of `moov`.
 * Source: ISO/IEC 23008-12, Annex A; XMP specification part 3, 1.2; QuickTime file format, metadata atoms.
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
  return [findBox(parts, 'moov', 'udta', 'meta'), findBox(parts, 'moov', 'meta'), findBox(parts, 'meta')].filter(
    (box) => box !== undefined,
  );
}

function addKeyedValues(bytes: Uint8Array, meta: ContainerPart, collector: BlockCollector): void {
  const keys = readKeys(bytes, findBox(meta.children ?? [], 'keys'));
  for (const entry of findBox(meta.children ?? [], 'ilst')?.children ?? []) {
    if (!hasAscii(bytes, entry.dataOffset + 4, 'data')) continue;
    const keyword = keys[readUint32(bytes, entry.offset + 4) - 1] ?? entry.name;
    const value = bytes.subarray(entry.dataOffset + DATA_VALUE_OFFSET, entry.dataOffset + entry.sizeBytes);
    collector.add({ kind: 'text', place: `MP4 ${keyword}`, keyword, bytes: value, ranges: [rangeOf(entry)] });
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
