import { readAscii, readUint16, readUint32, readUint64 } from '../byte-reading.ts';
import { findBox } from './bmff.ts';
import { type ContainerPart, MAX_PARTS } from './container.ts';

export interface HeifItem {
  readonly id: number;
  /** `hvc1`, `grid`, `Exif`, `mime` … */
  readonly type: string;
  /** Only for `mime` items. */
  readonly contentType: string;
  /** null where the location points outside the file or is split in a way that is not read. */
  readonly content: Uint8Array | null;
  readonly range: readonly [offset: number, sizeBytes: number];
}

/** Item name and content type. */
const MAX_NAMES_BYTES = 512;
const NO_RANGE: readonly [number, number] = [0, 0];

/**
 * The items of a HEIF file's `meta` box with their content: item information (ISO/IEC 14496-12, 8.11.6) joined with
 * item location (8.11.3), construction methods 0 (file offset) and 1 (`idat`), first extent only.
 */
export function heifItems(bytes: Uint8Array, parts: readonly ContainerPart[]): HeifItem[] {
  const meta = findBox(parts, 'meta')?.children ?? [];
  const locations = readLocations(bytes, findBox(meta, 'iloc'));
  const idat = findBox(meta, 'idat');
  return (findBox(meta, 'iinf')?.children ?? [])
    .filter((part) => part.name === 'infe')
    .map((part) => readEntry(bytes, part))
    .filter((entry) => entry !== null)
    .map((entry) => {
      const location = locations.get(entry.id);
      const base = location?.method === 1 ? (idat?.dataOffset ?? Number.NaN) : 0;
      const start = base + (location?.offset ?? Number.NaN);
      const isInside = location !== undefined && start + location.sizeBytes <= bytes.length && location.method < 2;
      if (!isInside) return { ...entry, content: null, range: NO_RANGE };
      return {
        ...entry,
        content: bytes.subarray(start, start + location.sizeBytes),
        range: [start, location.sizeBytes],
      };
    });
}

/** Item information of versions 2 and 3; older ones name no type. */
function readEntry(bytes: Uint8Array, part: ContainerPart): Pick<HeifItem, 'id' | 'type' | 'contentType'> | null {
  const version = bytes[part.dataOffset] ?? 0;
  if (version !== 2 && version !== 3) return null;
  const idBytes = version === 2 ? 2 : 4;
  const id = readSized(bytes, part.dataOffset + 4, idBytes);
  const typeOffset = part.dataOffset + 4 + idBytes + 2;
  const namesBytes = Math.min(MAX_NAMES_BYTES, part.dataOffset + part.sizeBytes - typeOffset - 4);
  const names = readAscii(bytes, typeOffset + 4, namesBytes).split('\0');
  return { id, type: readAscii(bytes, typeOffset, 4), contentType: names[1] ?? '' };
}

interface Location {
  readonly method: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

function readLocations(bytes: Uint8Array, part: ContainerPart | undefined): Map<number, Location> {
  const locations = new Map<number, Location>();
  if (!part) return locations;
  const version = bytes[part.dataOffset] ?? 0;
  const [sizes = 0, baseSizes = 0] = [bytes[part.dataOffset + 4], bytes[part.dataOffset + 5]];
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 4, sizes & 15, baseSizes >> 4];
  const indexBytes = version === 0 ? 0 : baseSizes & 15;
  const idBytes = version < 2 ? 2 : 4;
  let at = part.dataOffset + 6 + idBytes;
  const end = part.dataOffset + part.sizeBytes;
  const count = Math.min(readSized(bytes, part.dataOffset + 6, idBytes), MAX_PARTS);
  for (let index = 0; index < count && at < end; index++) {
    const id = readSized(bytes, at, idBytes);
    at += idBytes;
    const method = version === 0 ? 0 : readUint16(bytes, at) & 15;
    at += version === 0 ? 2 : 4;
    const base = readSized(bytes, at, baseBytes);
    at += baseBytes;
    const extents = readUint16(bytes, at);
    at += 2;
    const offset = base + readSized(bytes, at + indexBytes, offsetBytes);
    const sizeBytes = readSized(bytes, at + indexBytes + offsetBytes, lengthBytes);
    at += extents * (indexBytes + offsetBytes + lengthBytes);
    locations.set(id, { method: extents === 1 ? method : 2, offset, sizeBytes });
  }
  return locations;
}

function readSized(bytes: Uint8Array, offset: number, sizeBytes: number): number {
  if (sizeBytes === 2) return readUint16(bytes, offset);
  if (sizeBytes === 4) return readUint32(bytes, offset);
  return sizeBytes === 8 ? readUint64(bytes, offset) : 0;
}
