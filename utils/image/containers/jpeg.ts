import { readUint16 } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

const MARKER_PREFIX = 0xff;
const TEM = 0x01;
const RST0 = 0xd0;
const RST7 = 0xd7;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Marker prefix and code, from the start of the marker. */
const LENGTH_OFFSET = 2;
/** From the start of the marker to the segment's content. */
const CONTENT_OFFSET = 4;

const NAMES: Readonly<Record<number, string>> = {
  [TEM]: 'TEM',
  196: 'DHT',
  200: 'JPG',
  204: 'DAC',
  [SOI]: 'SOI',
  [EOI]: 'EOI',
  [SOS]: 'SOS',
  219: 'DQT',
  220: 'DNL',
  221: 'DRI',
  222: 'DHP',
  223: 'EXP',
  254: 'COM',
};

/** `APP1`, `SOF2`, `DQT` …, or the code in hex (ITU-T T.81, table B.1). */
function markerName(code: number): string {
  const name = NAMES[code];
  if (name) return name;
  if (code >= 0xe0 && code <= 0xef) return `APP${code - 0xe0}`;
  if (code >= 0xc0 && code <= 0xcf) return `SOF${code - 0xc0}`;
  return code.toString(16);
}

function isStandalone(code: number): boolean {
  return code === TEM || code === SOI || code === EOI || (code >= RST0 && code <= RST7);
}

/**
 * The marker segments of a JPEG up to its first EOI; entropy-coded data is skipped, not listed.
 * @param isLast names the part after which nothing more is asked for: what lies behind it is not looked at
 * @returns the parts in file order; `endOffset` is just after EOI
 */
export function walkJpeg(bytes: Uint8Array, isLast: (part: ContainerPart) => boolean = () => false): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  let offset = 0;
  let endOffset: number | null = null;
  while (offset < bytes.length) {
    const marker = nextMarker(bytes, offset);
    if (marker === null) break;
    // Fill bytes before a marker belong to it (T.81, B.1.1.2).
    if (bytes.subarray(offset, marker).some((byte) => byte !== MARKER_PREFIX)) problems.add('bytes-between-parts');
    if (parts.length === MAX_PARTS) {
      problems.add('too-many-parts');
      break;
    }
    const code = bytes[marker + 1] as number;
    const part = readSegment(bytes, marker, code);
    parts.push(part);
    if (isLast(part)) break;
    offset = part.dataOffset + part.sizeBytes;
    if (part.sizeBytes < part.declaredBytes) problems.add('part-exceeds-file');
    if (code === EOI) {
      endOffset = offset;
      break;
    }
    if (code === SOS) offset = skipEntropyCodedData(bytes, offset);
  }
  if (parts[0]?.name !== 'SOI') problems.add('bad-signature');
  return {
    type: 'jpeg',
    parts,
    endOffset,
    isTruncated: endOffset === null && !problems.has('too-many-parts'),
    problems: [...problems],
  };
}

/** Offset of the next marker at or after `offset`, without its fill bytes; null where the file ends first. */
function nextMarker(bytes: Uint8Array, offset: number): number | null {
  let at = bytes.indexOf(MARKER_PREFIX, offset);
  while (at >= 0 && at + 1 < bytes.length) {
    const code = bytes[at + 1];
    if (code !== MARKER_PREFIX && code !== 0) return at;
    at = code === 0 ? bytes.indexOf(MARKER_PREFIX, at + 2) : at + 1;
  }
  return null;
}

function readSegment(bytes: Uint8Array, marker: number, code: number): ContainerPart {
  if (isStandalone(code)) {
    return { name: markerName(code), offset: marker, dataOffset: marker + 2, declaredBytes: 0, sizeBytes: 0 };
  }
  const dataOffset = Math.min(bytes.length, marker + CONTENT_OFFSET);
  const declaredBytes = Math.max(0, readUint16(bytes, marker + LENGTH_OFFSET) - 2);
  const sizeBytes = Math.min(declaredBytes, bytes.length - dataOffset);
  return { name: markerName(code), offset: marker, dataOffset, declaredBytes, sizeBytes };
}

/** Stuffed zeros and restart markers are part of the data (T.81, B.1.1.5). */
function skipEntropyCodedData(bytes: Uint8Array, offset: number): number {
  let at = bytes.indexOf(MARKER_PREFIX, offset);
  while (at >= 0 && at + 1 < bytes.length) {
    const code = bytes[at + 1] as number;
    if (code !== 0 && (code < RST0 || code > RST7)) return at;
    at = bytes.indexOf(MARKER_PREFIX, at + 2);
  }
  return bytes.length;
}
