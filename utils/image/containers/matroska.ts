import { hasAscii } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

/** Elements that are listed, by their id in hexadecimal; all others are passed over (RFC 9559, 5.1). */
const NAMES: Readonly<Record<string, string>> = {
  '1a45dfa3': 'EBML',
  '18538067': 'Segment',
  '1549a966': 'Info',
  '4461': 'DateUTC',
  '7ba9': 'Title',
  '4d80': 'MuxingApp',
  '5741': 'WritingApp',
  '1254c367': 'Tags',
  '7373': 'Tag',
  '67c8': 'SimpleTag',
  '45a3': 'TagName',
  '4487': 'TagString',
  '4485': 'TagBinary',
};
const MASTERS = ['Segment', 'Info', 'Tags', 'Tag', 'SimpleTag'];
const SEGMENT = 'Segment';
const CLUSTER_ID = '1f43b675';
const MAX_ID_BYTES = 4;
const MAX_SIZE_BYTES = 8;
/** Segment, Tags, Tag, then SimpleTags within one another. */
const MAX_DEPTH = 12;
/** Elements passed over, listed or not: a clip that a browser recorded for an hour has some 300 000 blocks. */
const MAX_ELEMENTS = 1_000_000;

interface Walk {
  readonly bytes: Uint8Array;
  readonly problems: Set<ContainerProblem>;
  elements: number;
  parts: number;
}

/**
 * The elements of a WebM or Matroska file that hold text, as a tree; tracks, frames and attachments are passed over.
 * Recorders that write while they film leave the sizes of Segment and Cluster unknown: such a Segment reaches to the end
 * of the file, and the content of such a Cluster is read as if it followed it.
 * Source: RFC 8794 (EBML), 4 to 6; RFC 9559 (Matroska), 5.1.
 */
export function walkMatroska(bytes: Uint8Array): Container {
  const walk: Walk = { bytes, problems: new Set(), elements: MAX_ELEMENTS, parts: MAX_PARTS };
  if (!hasAscii(bytes, 0, '\x1a\x45\xdf\xa3')) walk.problems.add('bad-signature');
  const { parts, endOffset } = readElements(walk, 0, bytes.length, 0);
  const isTruncated = walk.problems.has('part-exceeds-file') || !parts.some(({ name }) => name === SEGMENT);
  return {
    type: 'matroska',
    parts,
    endOffset: isTruncated ? null : endOffset,
    isTruncated,
    problems: [...walk.problems],
  };
}

function readElements(
  walk: Walk,
  start: number,
  end: number,
  depth: number,
): { parts: ContainerPart[]; endOffset: number } {
  const { bytes, problems } = walk;
  const parts: ContainerPart[] = [];
  let offset = start;
  while (offset < end) {
    if (walk.elements-- <= 0 || walk.parts <= 0) {
      problems.add('too-many-parts');
      break;
    }
    const header = readHeader(bytes, offset, end);
    // At the top level only a header and a segment can stand: anything else was appended to the file.
    if (header === null || (depth === 0 && !isTopLevel(header.id))) break;
    const { id, dataOffset } = header;
    const declaredBytes = header.sizeBytes ?? (id === CLUSTER_ID ? 0 : end - dataOffset);
    const sizeBytes = Math.min(declaredBytes, end - dataOffset);
    if (sizeBytes < declaredBytes) problems.add(depth < 2 ? 'part-exceeds-file' : 'part-exceeds-parent');
    const name = NAMES[id];
    if (name) {
      walk.parts--;
      parts.push({
        name,
        offset,
        dataOffset,
        declaredBytes,
        sizeBytes,
        ...childrenOf(walk, name, dataOffset, sizeBytes, depth),
      });
    }
    offset = dataOffset + sizeBytes;
  }
  return { parts, endOffset: offset };
}

function childrenOf(
  walk: Walk,
  name: string,
  dataOffset: number,
  sizeBytes: number,
  depth: number,
): { children?: ContainerPart[] } {
  if (!MASTERS.includes(name)) return {};
  if (depth === MAX_DEPTH) {
    walk.problems.add('too-deep');
    return {};
  }
  return { children: readElements(walk, dataOffset, dataOffset + sizeBytes, depth + 1).parts };
}

/** EBMLMaxIDLength and Void may stand at the top level too (RFC 8794, 11.3). */
function isTopLevel(id: string): boolean {
  return id === '1a45dfa3' || id === '18538067' || id === 'ec';
}

/** null where no element can start; `sizeBytes` is null for an unknown size, all bits one (RFC 8794, 4 and 6.2). */
function readHeader(
  bytes: Uint8Array,
  offset: number,
  end: number,
): { id: string; dataOffset: number; sizeBytes: number | null } | null {
  const idBytes = vintBytes(bytes[offset] ?? 0);
  const sizeOffset = offset + idBytes;
  const sizeBytes = vintBytes(bytes[sizeOffset] ?? 0);
  const dataOffset = sizeOffset + sizeBytes;
  if (idBytes === 0 || idBytes > MAX_ID_BYTES || sizeBytes === 0 || dataOffset > end) return null;
  const id = Array.from(bytes.subarray(offset, sizeOffset), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const first = (bytes[sizeOffset] as number) & (0xff >> sizeBytes);
  let value = first;
  let isUnknown = first === 0xff >> sizeBytes;
  for (let at = sizeOffset + 1; at < dataOffset; at++) {
    value = value * 256 + (bytes[at] as number);
    isUnknown &&= bytes[at] === 0xff;
  }
  return { id, dataOffset, sizeBytes: isUnknown ? null : value };
}

/** Bytes of a variable-size integer, by the zeros before its first one; 0 where there is no such integer. */
function vintBytes(first: number): number {
  const length = Math.clz32(first) - 23;
  return first === 0 || length > MAX_SIZE_BYTES ? 0 : length;
}
