import { readAscii, readUint32, readUint64 } from '../byte-reading.ts';
import type { ImageType } from '../sniff-image-type.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;
const UUID_BYTES = 16;
const MAX_DEPTH = 16;
/** Boxes that hold boxes; the number is what stands before the first of them (version and flags of a full box). */
const CHILDREN_OFFSET: Readonly<Record<string, number>> = {
  moov: 0,
  udta: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  dinf: 0,
  iprp: 0,
  ipco: 0,
  ilst: 0,
  meta: 4,
  iinf: 6,
};

/**
 * The box tree of an ISO media file: HEIC, AVIF, MP4, MOV.
 * Source: ISO/IEC 14496-12, 4.2. A box of size 0 reaches to the end of the file; `endOffset` is the end of the last
 * top-level box that has a plausible type.
 */
export function walkBmff(bytes: Uint8Array, type: Extract<ImageType, 'heic' | 'avif'> | 'mp4'): Container {
  const problems = new Set<ContainerProblem>();
  const budget = { parts: MAX_PARTS };
  const { boxes, endOffset } = readBoxes(bytes, 0, bytes.length, 0, problems, budget);
  if (boxes[0]?.name !== 'ftyp') problems.add('bad-signature');
  const isTruncated = problems.has('part-exceeds-file');
  return { type, parts: boxes, endOffset: isTruncated ? null : endOffset, isTruncated, problems: [...problems] };
}

function readBoxes(
  bytes: Uint8Array,
  start: number,
  end: number,
  depth: number,
  problems: Set<ContainerProblem>,
  budget: { parts: number },
): { boxes: ContainerPart[]; endOffset: number } {
  const boxes: ContainerPart[] = [];
  let offset = start;
  while (offset + HEADER_BYTES <= end) {
    if (budget.parts-- <= 0) {
      problems.add('too-many-parts');
      break;
    }
    const box = readBox(bytes, offset, end, depth);
    if (box === null) break;
    const { name, dataOffset, declaredBytes, sizeBytes } = box;
    if (sizeBytes < declaredBytes) problems.add(depth === 0 ? 'part-exceeds-file' : 'part-exceeds-parent');
    boxes.push({ ...box, ...childrenOf(bytes, name, dataOffset, sizeBytes, depth, problems, budget) });
    offset = dataOffset + sizeBytes;
  }
  return { boxes, endOffset: offset };
}

/** null where no box can start, for example in bytes that were appended to the file. */
function readBox(bytes: Uint8Array, offset: number, end: number, depth: number): ContainerPart | null {
  const name = readAscii(bytes, offset + 4, 4);
  const size32 = readUint32(bytes, offset);
  const isLarge = size32 === 1;
  // Within `ilst`, QuickTime uses the index of a key as the name, so only the top level can insist on letters.
  if (depth === 0 && !/^[\x20-\x7e\xa9]{4}$/.test(name)) return null;
  // QuickTime ends a list of user data with a 32-bit zero, which is no box.
  if (depth > 0 && size32 === 0) return null;
  const headerBytes = (isLarge ? LARGE_HEADER_BYTES : HEADER_BYTES) + (name === 'uuid' ? UUID_BYTES : 0);
  const declared = isLarge ? readUint64(bytes, offset + HEADER_BYTES) : size32 === 0 ? end - offset : size32;
  if (declared < headerBytes) return null;
  const dataOffset = Math.min(end, offset + headerBytes);
  const declaredBytes = declared - headerBytes;
  const sizeBytes = Math.min(declaredBytes, end - dataOffset);
  const uuid = name === 'uuid' ? ` ${hex(bytes.subarray(dataOffset - UUID_BYTES, dataOffset))}` : '';
  return { name: `${name}${uuid}`, offset, dataOffset, declaredBytes, sizeBytes };
}

function childrenOf(
  bytes: Uint8Array,
  name: string,
  dataOffset: number,
  sizeBytes: number,
  depth: number,
  problems: Set<ContainerProblem>,
  budget: { parts: number },
): { children?: ContainerPart[] } {
  let skip = CHILDREN_OFFSET[name];
  if (skip === undefined) return {};
  if (depth === MAX_DEPTH) {
    problems.add('too-deep');
    return {};
  }
  // QuickTime's `meta` is a plain box: its first child starts at once.
  if (name === 'meta' && /^(hdlr|keys|ilst|mhdr)$/.test(readAscii(bytes, dataOffset + 4, 4))) skip = 0;
  if (name === 'iinf' && bytes[dataOffset] !== 0) skip = 8;
  const { boxes } = readBoxes(bytes, dataOffset + skip, dataOffset + sizeBytes, depth + 1, problems, budget);
  return { children: boxes };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The box at a path of names, each the first of its name; undefined where there is none. */
export function findBox(parts: readonly ContainerPart[], ...path: readonly string[]): ContainerPart | undefined {
  const [name, ...rest] = path;
  const part = parts.find((candidate) => candidate.name === name);
  return part && rest.length > 0 ? findBox(part.children ?? [], ...rest) : part;
}
