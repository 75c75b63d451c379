import { hasAscii } from '../byte-reading.ts';
import { findBytes } from '../find-bytes.ts';
import { type Container, partBytes } from './container.ts';

/** What stands after a picture's own end mark. */
export type TrailerKind = 'padding' | 'multi-picture' | 'motion-photo' | 'samsung' | 'unknown';

/** Strings in APP1 or APP2 that announce further pictures or a video after the end of the first. */
const ANNOUNCEMENTS = ['MPF\0', 'hdrgm', 'Container:Item', 'GContainer', 'MotionPhoto', 'MicroVideo'];
/** Samsung's trailer ends with this signature (ExifTool, Samsung.pm). */
const SAMSUNG_END = 'SEFT';
/** Writers align the second picture; more filler than this is not alignment. */
const MAX_FILLER_BYTES = 65_536;

/**
 * Names the bytes after the end of a file, from what phones and cameras are known to put there: filler, the further
 * pictures of a Multi-Picture file (CIPA DC-007: preview, Ultra HDR gain map), the video of a motion photo, Samsung's
 * trailer. Null where nothing stands there.
 */
export function trailerKind(bytes: Uint8Array, container: Container): TrailerKind | null {
  if (container.endOffset === null || container.endOffset >= bytes.length) return null;
  const trailer = bytes.subarray(container.endOffset);
  if (trailer.every(isFiller)) return 'padding';
  if (hasAscii(trailer, trailer.length - SAMSUNG_END.length, SAMSUNG_END)) return 'samsung';
  const start = trailer.findIndex((byte) => byte !== 0);
  if (start > MAX_FILLER_BYTES || !announcesMore(bytes, container)) return 'unknown';
  if (trailer[start] === 0xff && trailer[start + 1] === 0xd8) return 'multi-picture';
  return findBytes(trailer, 'ftyp', 0, start + 16) >= 0 ? 'motion-photo' : 'unknown';
}

function isFiller(byte: number): boolean {
  return byte === 0 || byte === 0xff || byte === 0x20 || byte === 0x0a || byte === 0x0d;
}

function announcesMore(bytes: Uint8Array, container: Container): boolean {
  return container.parts
    .filter((part) => part.name === 'APP1' || part.name === 'APP2')
    .some((part) => ANNOUNCEMENTS.some((text) => findBytes(partBytes(bytes, part), text) >= 0));
}
