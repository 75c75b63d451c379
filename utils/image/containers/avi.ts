import { hasAscii, readAscii, readUint32 } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

const CHUNK_HEADER_BYTES = 8;
/** From the start of a RIFF or LIST chunk to its first chunk: name, size, form type. */
const LIST_HEADER_BYTES = 12;
/** The list of text chunks; those of stream headers and of frames are not opened. */
const TEXT_LIST = 'LIST INFO';

/**
 * The chunks of an AVI file, over all its RIFF chunks (`AVI `, then `AVIX` in files above 1 GB); a list is named by its
 * type, for example `LIST INFO`, and only that one is opened.
 * Source: Microsoft, AVI RIFF File Reference; OpenDML AVI File Format Extensions 1.02, 3.0.
 */
export function walkAvi(bytes: Uint8Array): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  const budget = { parts: MAX_PARTS };
  if (!hasAscii(bytes, 0, 'RIFF') || !hasAscii(bytes, 8, 'AVI ')) problems.add('bad-signature');
  let offset = 0;
  let isTruncated = bytes.length < LIST_HEADER_BYTES;
  while (hasAscii(bytes, offset, 'RIFF') && hasAscii(bytes, offset + 8, 'AVI')) {
    const declaredEnd = offset + CHUNK_HEADER_BYTES + readUint32(bytes, offset + 4, true);
    isTruncated ||= declaredEnd > bytes.length;
    parts.push(...readChunks(bytes, offset + LIST_HEADER_BYTES, Math.min(declaredEnd, bytes.length), problems, budget));
    // A size that does not even cover the form type leads nowhere.
    if (declaredEnd < offset + LIST_HEADER_BYTES) break;
    offset = Math.min(declaredEnd + (declaredEnd % 2), bytes.length);
  }
  isTruncated ||= problems.has('part-exceeds-file');
  return { type: 'avi', parts, endOffset: isTruncated ? null : offset, isTruncated, problems: [...problems] };
}

function readChunks(
  bytes: Uint8Array,
  start: number,
  end: number,
  problems: Set<ContainerProblem>,
  budget: { parts: number },
): ContainerPart[] {
  const chunks: ContainerPart[] = [];
  let offset = start;
  while (offset + CHUNK_HEADER_BYTES <= end) {
    if (budget.parts-- <= 0) {
      problems.add('too-many-parts');
      break;
    }
    const id = readAscii(bytes, offset, 4);
    const isList = id === 'LIST' && offset + LIST_HEADER_BYTES <= end;
    const headerBytes = isList ? LIST_HEADER_BYTES : CHUNK_HEADER_BYTES;
    const name = isList ? `LIST ${readAscii(bytes, offset + CHUNK_HEADER_BYTES, 4)}` : id;
    const dataOffset = offset + headerBytes;
    const declaredBytes = Math.max(0, readUint32(bytes, offset + 4, true) - (isList ? 4 : 0));
    const sizeBytes = Math.min(declaredBytes, end - dataOffset);
    if (sizeBytes < declaredBytes) problems.add('part-exceeds-file');
    const children =
      name === TEXT_LIST ? { children: readChunks(bytes, dataOffset, dataOffset + sizeBytes, problems, budget) } : {};
    chunks.push({ name, offset, dataOffset, declaredBytes, sizeBytes, ...children });
    offset = dataOffset + declaredBytes + (declaredBytes % 2);
  }
  return chunks;
}
