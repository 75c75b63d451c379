import { hasAscii, readAscii } from './byte-reading.ts';
import { ftypBrands, sniffImageType } from './sniff-image-type.ts';

/** Video formats told apart by their first bytes. */
export type VideoType = 'mp4' | 'mov' | 'webm' | 'mkv' | 'avi';

const EBML = '\x1a\x45\xdf\xa3';
/** The DocType stands in the EBML header, which takes a few dozen bytes. */
const EBML_HEADER_BYTES = 128;
/** Boxes that QuickTime files without `ftyp` begin with (QuickTime File Format, 2001). */
const QUICKTIME_FIRST_BOXES = ['moov', 'mdat', 'wide'];

/**
 * The video format that the first bytes name, whatever the file is called; null when they name none.
 * Source: ISO/IEC 14496-12, 4.3; RFC 8794, 8 (EBML) and RFC 9559, 4 (Matroska); AVI RIFF file reference.
 * @param bytes the file, at least its first 4 kB
 */
export function sniffVideoType(bytes: Uint8Array): VideoType | null {
  if (hasAscii(bytes, 0, EBML)) return readAscii(bytes, 0, EBML_HEADER_BYTES).includes('webm') ? 'webm' : 'mkv';
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'AVI ')) return 'avi';
  if (QUICKTIME_FIRST_BOXES.includes(readAscii(bytes, 4, 4))) return 'mov';
  if (!hasAscii(bytes, 4, 'ftyp') || sniffImageType(bytes) !== null) return null;
  return ftypBrands(bytes).includes('qt  ') ? 'mov' : 'mp4';
}
