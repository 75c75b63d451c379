import { hasAscii, readAscii } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

const HEADER_BYTES = 13;
/** From the start of the file: the packed field that tells the size of the global colour table. */
const PACKED_OFFSET = 10;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const IMAGE_DESCRIPTOR_BYTES = 10;
/** From the start of an image descriptor to its packed field. */
const IMAGE_PACKED_OFFSET = 9;

const EXTENSION_NAMES: Readonly<Record<number, string>> = {
  1: 'plain text',
  249: 'graphic control',
  254: 'comment',
  255: 'application',
};

/**
 * The blocks of a GIF up to its trailer. An extension's content still holds its sub-block lengths.
 * Source: GIF89a specification, 15 to 27; XMP specification part 3, 1.1.2.
 */
export function walkGif(bytes: Uint8Array): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  if (!hasAscii(bytes, 0, 'GIF8')) problems.add('bad-signature');
  let offset = HEADER_BYTES + colourTableBytes(bytes[PACKED_OFFSET] ?? 0);
  let endOffset: number | null = null;
  while (offset < bytes.length) {
    if (parts.length === MAX_PARTS) {
      problems.add('too-many-parts');
      break;
    }
    const introducer = bytes[offset] as number;
    if (introducer === TRAILER) {
      endOffset = offset + 1;
      break;
    }
    if (introducer !== EXTENSION && introducer !== IMAGE) {
      problems.add('bytes-between-parts');
      break;
    }
    const dataOffset = introducer === EXTENSION ? offset + 2 : imageDataOffset(bytes, offset);
    const end = endOfSubBlocks(bytes, dataOffset);
    const sizeBytes = Math.max(0, Math.min(end, bytes.length) - dataOffset);
    parts.push({ name: partName(bytes, offset, dataOffset), offset, dataOffset, declaredBytes: sizeBytes, sizeBytes });
    offset = end;
  }
  if (endOffset === null && offset > bytes.length) problems.add('part-exceeds-file');
  return {
    type: 'gif',
    parts,
    endOffset,
    isTruncated: endOffset === null && !problems.has('too-many-parts'),
    problems: [...problems],
  };
}

/** An application extension is named by its eleven identifying bytes, for example `application XMP DataXMP`. */
function partName(bytes: Uint8Array, offset: number, dataOffset: number): string {
  if (bytes[offset] === IMAGE) return 'image';
  const name = EXTENSION_NAMES[bytes[offset + 1] ?? 0] ?? 'extension';
  return name === 'application' ? `application ${readAscii(bytes, dataOffset + 1, 11)}` : name;
}

function colourTableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** After the descriptor, the local colour table and the LZW code size. */
function imageDataOffset(bytes: Uint8Array, offset: number): number {
  return offset + IMAGE_DESCRIPTOR_BYTES + colourTableBytes(bytes[offset + IMAGE_PACKED_OFFSET] ?? 0) + 1;
}

/** Just after the zero-length block that ends a row of sub-blocks; beyond the file where none does. */
function endOfSubBlocks(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (at < bytes.length) {
    const length = bytes[at] as number;
    at += 1 + length;
    if (length === 0) return at;
  }
  return bytes.length + 1;
}
