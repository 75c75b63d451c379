import { hasAscii, readUint16, readUint32, readUint64 } from '../byte-reading.ts';
import { type Container, type ContainerPart, type ContainerProblem, MAX_PARTS } from './container.ts';

/** From the start of the file to the offset of the first directory. */
const FIRST_IFD_OFFSET = 4;
const BIG_FIRST_IFD_OFFSET = 8;
const BIG_TIFF_VERSION = 43;
/** More directories than a multi-page scan has. */
const MAX_IFDS = 512;
/** Bytes per value of each field type (TIFF 6.0, section 2; BigTIFF adds 16 to 18). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const POINTER_TAGS: Readonly<Record<number, string>> = { 330: 'SubIFD', 34665: 'Exif IFD', 34853: 'GPS IFD' };

interface Layout {
  readonly littleEndian: boolean;
  readonly isBig: boolean;
}

/**
 * Every tag of every directory as a part named `<directory> <tag number>`, for example `IFD0 700`.
 * A TIFF has no end mark, so `endOffset` is null and bytes that no tag points to are not told apart.
 * Source: TIFF 6.0, section 2; the BigTIFF design (AWare Systems). Also reads the TIFF inside an EXIF block.
 */
export function walkTiff(bytes: Uint8Array): Container {
  const parts: ContainerPart[] = [];
  const problems = new Set<ContainerProblem>();
  const littleEndian = hasAscii(bytes, 0, 'II');
  const version = readUint16(bytes, 2, littleEndian);
  if ((!littleEndian && !hasAscii(bytes, 0, 'MM')) || (version !== 42 && version !== BIG_TIFF_VERSION)) {
    return { type: 'tiff', parts, endOffset: null, isTruncated: false, problems: ['bad-signature'] };
  }
  const layout: Layout = { littleEndian, isBig: version === BIG_TIFF_VERSION };
  const queue: { name: string; offset: number }[] = [
    { name: 'IFD0', offset: readOffset(bytes, layout.isBig ? BIG_FIRST_IFD_OFFSET : FIRST_IFD_OFFSET, layout) },
  ];
  const seen = new Set<number>();
  for (let ifd = queue.shift(); ifd; ifd = queue.shift()) {
    if (seen.has(ifd.offset)) problems.add('cyclic-offsets');
    else if (ifd.offset < 8 || ifd.offset + 2 > bytes.length) problems.add('offset-outside-file');
    else if (seen.size === MAX_IFDS || parts.length >= MAX_PARTS) problems.add('too-many-parts');
    else {
      seen.add(ifd.offset);
      queue.push(...readIfd(bytes, ifd, layout, parts, problems));
    }
  }
  const isTruncated = problems.has('part-exceeds-file') || problems.has('offset-outside-file');
  return { type: 'tiff', parts, endOffset: null, isTruncated, problems: [...problems] };
}

/** Reads one directory into `parts`; returns the directories that it leads to. */
function readIfd(
  bytes: Uint8Array,
  ifd: { name: string; offset: number },
  layout: Layout,
  parts: ContainerPart[],
  problems: Set<ContainerProblem>,
): { name: string; offset: number }[] {
  const [countBytes, entryBytes, inlineBytes] = layout.isBig ? [8, 20, 8] : [2, 12, 4];
  const count = layout.isBig
    ? readOffset(bytes, ifd.offset, layout)
    : readUint16(bytes, ifd.offset, layout.littleEndian);
  const next: { name: string; offset: number }[] = [];
  for (let index = 0; index < count; index++) {
    const offset = ifd.offset + countBytes + index * entryBytes;
    if (offset + entryBytes > bytes.length) {
      problems.add('part-exceeds-file');
      return next;
    }
    if (parts.length >= MAX_PARTS) {
      problems.add('too-many-parts');
      return next;
    }
    const tag = readUint16(bytes, offset, layout.littleEndian);
    const valueBytes = TYPE_BYTES[readUint16(bytes, offset + 2, layout.littleEndian)] ?? 0;
    const declaredBytes = valueBytes * readOffset(bytes, offset + 4, layout);
    const slot = offset + entryBytes - inlineBytes;
    const dataOffset = declaredBytes <= inlineBytes ? slot : readOffset(bytes, slot, layout);
    const sizeBytes = Math.max(0, Math.min(declaredBytes, bytes.length - dataOffset));
    parts.push({ name: `${ifd.name} ${tag}`, offset, dataOffset, declaredBytes, sizeBytes });
    if (sizeBytes < declaredBytes) problems.add('part-exceeds-file');
    const pointer = POINTER_TAGS[tag];
    if (pointer) next.push({ name: pointer, offset: readOffset(bytes, dataOffset, layout) });
  }
  const nextOffset = readOffset(bytes, ifd.offset + countBytes + count * entryBytes, layout);
  if (nextOffset !== 0) next.push({ name: ifd.name === 'IFD0' ? 'IFD1' : 'IFDn', offset: nextOffset });
  return next;
}

function readOffset(bytes: Uint8Array, offset: number, layout: Layout): number {
  if (!layout.isBig) return readUint32(bytes, offset, layout.littleEndian);
  if (!layout.littleEndian) return readUint64(bytes, offset);
  return readUint32(bytes, offset, true) + readUint32(bytes, offset + 4, true) * 0x1_0000_0000;
}
