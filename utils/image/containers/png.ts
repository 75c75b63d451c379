import { hasAscii, readAscii, readUint32 } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** From the start of a chunk to its type. */
const TYPE_OFFSET = 4;
/** From the start of a chunk to its content. */
const CONTENT_OFFSET = 8;
const CRC_BYTES = 4;

/**
 * The chunks of a PNG up to IEND.
 * Source: Portable Network Graphics (third edition), 5.3. `endOffset` is just after the checksum of IEND.
 */
export function walkPng(bytes: Uint8Array): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  if (!hasAscii(bytes, 0, SIGNATURE)) problems.add('bad-signature');
  let offset = SIGNATURE.length;
  let endOffset: number | null = null;
  while (offset + CONTENT_OFFSET <= bytes.length) {
    if (parts.length === MAX_PARTS) {
      problems.add('too-many-parts');
      break;
    }
    const declaredBytes = readUint32(bytes, offset);
    const dataOffset = offset + CONTENT_OFFSET;
    const sizeBytes = Math.min(declaredBytes, bytes.length - dataOffset);
    const name = readAscii(bytes, offset + TYPE_OFFSET, 4);
    parts.push({ name, offset, dataOffset, declaredBytes, sizeBytes });
    if (sizeBytes < declaredBytes) {
      problems.add('part-exceeds-file');
      break;
    }
    offset = dataOffset + declaredBytes + CRC_BYTES;
    if (name === 'IEND') {
      endOffset = Math.min(offset, bytes.length);
      break;
    }
  }
  return {
    type: 'png',
    parts,
    endOffset,
    isTruncated: endOffset === null && !problems.has('too-many-parts'),
    problems: [...problems],
  };
}
