import { hasAscii, readAscii, readUint32 } from '../byte-reading.ts';
import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlock, MetadataBlocks } from './metadata-block.ts';

const EXIF_HEADER = 'Exif\0';
/** Header, then a byte of padding. */
const EXIF_HEADER_BYTES = 6;
const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP_HEADER = 'http://ns.adobe.com/xmp/extension/\0';
/** From the end of the extended header: 32 characters of GUID, then the total length, then this piece's offset. */
const EXTENDED_GUID_CHARS = 32;
const EXTENDED_PIECE_OFFSET = 36;
const EXTENDED_CONTENT_OFFSET = 40;
const PHOTOSHOP_HEADER = 'Photoshop 3.0\0';
/** ISO/IEC 19566-5 (JUMBF in APP11): common identifier, then box instance and packet number. */
const JUMBF_IDENTIFIER = 'JP';

/**
 * Metadata of a JPEG: EXIF, XMP with its extension, Photoshop/IPTC, comments, C2PA, and other APPn segments as they are,
 * up to the first scan: writers put them before the picture and readers look no further, so what stands between or after
 * scans was slipped in.
 * Source: Exif 3.0, 4.5.4; XMP specification part 3, 1.1.3; C2PA 2.2, 11.3.1.
 */
export function jpegBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  const extended = new Map<string, ContainerPart[]>();
  const firstScan = parts.findIndex(({ name }) => name === 'SOS');
  for (const part of firstScan < 0 ? parts : parts.slice(0, firstScan)) {
    const guid = extendedXmpGuid(bytes, part);
    if (guid !== null) {
      const pieces = extended.get(guid);
      if (pieces) pieces.push(part);
      else extended.set(guid, [part]);
    } else {
      const block = blockOf(bytes, part);
      if (block) collector.add(block);
    }
  }
  for (const pieces of extended.values()) joinExtendedXmp(bytes, pieces, collector);
  return collector.finish();
}

function blockOf(bytes: Uint8Array, part: ContainerPart): MetadataBlock | null {
  const { name } = part;
  const content = partBytes(bytes, part);
  const place = `JPEG ${name}`;
  const ranges = [rangeOf(part)];
  if (name === 'COM') return { kind: 'comment', place, bytes: content, ranges };
  if (!name.startsWith('APP')) return null;
  if (name === 'APP1' && hasAscii(content, 0, EXIF_HEADER)) {
    return { kind: 'exif', place: 'EXIF', bytes: content.subarray(EXIF_HEADER_BYTES), ranges };
  }
  if (name === 'APP1' && hasAscii(content, 0, XMP_HEADER)) {
    return { kind: 'xmp', place: 'JPEG APP1 XMP', bytes: content.subarray(XMP_HEADER.length), ranges };
  }
  if (name === 'APP13' && hasAscii(content, 0, PHOTOSHOP_HEADER))
    return { kind: 'iptc', place, bytes: content, ranges };
  if (name === 'APP11' && hasAscii(content, 0, JUMBF_IDENTIFIER))
    return { kind: 'c2pa', place, bytes: content, ranges };
  return { kind: 'app', place, bytes: content, ranges };
}

function extendedXmpGuid(bytes: Uint8Array, part: ContainerPart): string | null {
  if (part.name !== 'APP1' || !hasAscii(bytes, part.dataOffset, EXTENDED_XMP_HEADER)) return null;
  return readAscii(bytes, part.dataOffset + EXTENDED_XMP_HEADER.length, EXTENDED_GUID_CHARS);
}

/** Puts the pieces at the offsets that they name; the total is what the pieces need, not what one of them claims. */
function joinExtendedXmp(bytes: Uint8Array, pieces: readonly ContainerPart[], collector: BlockCollector): void {
  const placed = pieces.map((part) => {
    const start = part.dataOffset + EXTENDED_XMP_HEADER.length;
    const content = bytes.subarray(start + EXTENDED_CONTENT_OFFSET, part.dataOffset + part.sizeBytes);
    return { content, at: readUint32(bytes, start + EXTENDED_PIECE_OFFSET) };
  });
  const needed = placed.reduce((most, { content, at }) => Math.max(most, at + content.length), 0);
  collector.addJoined(needed, () => {
    const joined = new Uint8Array(needed).fill(0x20);
    for (const { content, at } of placed) joined.set(content, at);
    return { kind: 'xmp', place: 'JPEG APP1 extended XMP', bytes: joined, ranges: pieces.map(rangeOf) };
  });
}
