import { hasAscii, readAscii, readUint32 } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

/** From the start of the file: the size of what follows the size field. */
const RIFF_SIZE_OFFSET = 4;
const FORM_TYPE_OFFSET = 8;
const FIRST_CHUNK_OFFSET = 12;
const CHUNK_HEADER_BYTES = 8;

/**
 * The chunks of a WebP up to the size that its RIFF header declares.
 * Source: RFC 9649, 2.3 to 2.7. Chunks are padded to an even size.
 */
export function walkWebp(bytes: Uint8Array): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  if (!hasAscii(bytes, 0, 'RIFF') || !hasAscii(bytes, FORM_TYPE_OFFSET, 'WEBP')) problems.add('bad-signature');
  const declaredEnd = RIFF_SIZE_OFFSET + 4 + readUint32(bytes, RIFF_SIZE_OFFSET, true);
  const end = Math.min(declaredEnd, bytes.length);
  let offset = FIRST_CHUNK_OFFSET;
  while (offset + CHUNK_HEADER_BYTES <= end) {
    if (parts.length === MAX_PARTS) {
      problems.add('too-many-parts');
      break;
    }
    const declaredBytes = readUint32(bytes, offset + 4, true);
    const dataOffset = offset + CHUNK_HEADER_BYTES;
    const sizeBytes = Math.min(declaredBytes, end - dataOffset);
    parts.push({ name: readAscii(bytes, offset, 4), offset, dataOffset, declaredBytes, sizeBytes });
    if (sizeBytes < declaredBytes) problems.add('part-exceeds-file');
    offset = dataOffset + declaredBytes + (declaredBytes % 2);
  }
  const isTruncated = declaredEnd > bytes.length || problems.has('part-exceeds-file');
  return { type: 'webp', parts, endOffset: isTruncated ? null : declaredEnd, isTruncated, problems: [...problems] };
}
