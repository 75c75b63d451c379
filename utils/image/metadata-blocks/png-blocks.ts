import { hasAscii, readUint32 } from '../byte-reading.ts';
import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { crc32 } from '../crc32.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import { inflateBounded } from './inflate-bounded.ts';
import { MAX_BLOCK_BYTES, type MetadataBlock, type MetadataBlocks } from './metadata-block.ts';
import { decodeRawProfile } from './raw-profile.ts';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
/** The checksum covers the chunk's type and content (5.3). */
const TYPE_BYTES = 4;
/** PNG 3rd ed., 11.3.3.1. */
const MAX_KEYWORD_BYTES = 79;

/**
 * Metadata of a PNG: tEXt, zTXt and iTXt wherever they stand before IEND, eXIf, C2PA, and the hexadecimal profiles that
 * ImageMagick writes. XMP is taken from any of the three text chunks, since Midjourney puts it into a tEXt.
 * Source: PNG 3rd ed., 11.3.3; XMP specification part 3, 1.1.5.
 */
export function pngBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of parts) {
    const content = partBytes(bytes, part);
    const ranges = [rangeOf(part)];
    if (part.name === 'eXIf') collector.add({ kind: 'exif', place: 'EXIF', bytes: content, ranges });
    else if (part.name === 'caBX') collector.add({ kind: 'c2pa', place: 'PNG caBX', bytes: content, ranges });
    else if (/^(tEXt|zTXt|iTXt)$/.test(part.name)) {
      // What is too long to be kept is said so at once.
      if (content.length > MAX_BLOCK_BYTES || hasTrueChecksum(bytes, part)) addText(part, content, collector);
      else collector.addProblem('bad-checksum');
    }
  }
  return collector.finish();
}

/** A text whose checksum is wrong is none to any reader (13.2): it was damaged, or written by hand. */
function hasTrueChecksum(bytes: Uint8Array, { dataOffset, sizeBytes }: ContainerPart): boolean {
  return (
    crc32(bytes.subarray(dataOffset - TYPE_BYTES, dataOffset + sizeBytes)) === readUint32(bytes, dataOffset + sizeBytes)
  );
}

function addText(part: ContainerPart, content: Uint8Array, collector: BlockCollector): void {
  const keywordEnd = content.subarray(0, MAX_KEYWORD_BYTES + 1).indexOf(0);
  if (keywordEnd < 0) return;
  const keyword = String.fromCharCode(...content.subarray(0, keywordEnd));
  const text = textOf(part.name, content, keywordEnd + 1, collector);
  if (text === null) return;
  const place = `PNG ${part.name} ${keyword}`;
  const block = { place, keyword, bytes: text, ranges: [rangeOf(part)] } as const;
  if (keyword === XMP_KEYWORD) collector.add({ ...block, kind: 'xmp' });
  else if (keyword.startsWith('Raw profile type ')) collector.add(profileBlock(block, place));
  else collector.add({ ...block, kind: 'text', isLatin1: part.name !== 'iTXt' });
}

/** The text's bytes, decompressed; null where they cannot be had. */
function textOf(name: string, content: Uint8Array, start: number, collector: BlockCollector): Uint8Array | null {
  if (name === 'tEXt') return content.subarray(start);
  // zTXt: compression method. iTXt: compression flag, method, then language and translated keyword, each ended by a zero.
  const isCompressed = name === 'zTXt' || content[start] === 1;
  let textStart = start + (name === 'zTXt' ? 1 : 2);
  if (name === 'iTXt') {
    for (let field = 0; field < 2; field++) {
      const end = content.indexOf(0, textStart);
      if (end < 0) return null;
      textStart = end + 1;
    }
  }
  const text = content.subarray(textStart);
  if (!isCompressed) return text;
  const maxBytes = collector.allowedBytes();
  if (maxBytes <= 0) {
    collector.addProblem('text-too-large');
    return null;
  }
  const inflated = inflateBounded(text, maxBytes);
  if ('bytes' in inflated) return inflated.bytes;
  collector.spend(inflated.producedBytes);
  collector.addProblem(inflated.problem === 'too-large' ? 'text-too-large' : 'bad-compression');
  return null;
}

function profileBlock(block: Omit<MetadataBlock, 'kind'>, place: string): MetadataBlock {
  const bytes = decodeRawProfile(block.bytes);
  if (bytes === null) return { ...block, kind: 'text', isLatin1: true };
  if (hasAscii(bytes, 0, 'Exif\0\0')) return { ...block, kind: 'exif', place: 'EXIF', bytes: bytes.subarray(6) };
  if (hasAscii(bytes, 0, '<')) return { ...block, kind: 'xmp', bytes };
  const xmpHeader = 'http://ns.adobe.com/xap/1.0/\0';
  if (hasAscii(bytes, 0, xmpHeader)) return { ...block, kind: 'xmp', bytes: bytes.subarray(xmpHeader.length) };
  return { ...block, kind: 'app', place, bytes };
}
