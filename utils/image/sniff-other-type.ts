import { hasAscii, readAscii } from './byte-reading.ts';
import { sniffImageType } from './sniff-image-type.ts';
import { sniffVideoType, type VideoType } from './sniff-video-type.ts';

/** What a file that is no picture is, as far as its first bytes say. */
export type OtherType = 'empty' | VideoType | 'pdf' | 'html' | 'json' | 'zip' | 'jxl' | 'jp2';

const JXL_CODESTREAM = '\xff\x0a';
const JXL_BOX = '\0\0\0\x0cJXL \r\n\x87\n';
const JP2_BOX = '\0\0\0\x0cjP  \r\n\x87\n';

/** Names the file when `sniffImageType` names no picture, so that a person reads "a web page" and not "unreadable". */
export function sniffOtherType(bytes: Uint8Array): OtherType | null {
  if (bytes.length === 0) return 'empty';
  if (sniffImageType(bytes) !== null) return null;
  const video = sniffVideoType(bytes);
  if (video !== null) return video;
  if (hasAscii(bytes, 0, '%PDF-')) return 'pdf';
  if (hasAscii(bytes, 0, 'PK\x03\x04')) return 'zip';
  if (hasAscii(bytes, 0, JXL_CODESTREAM) || hasAscii(bytes, 0, JXL_BOX)) return 'jxl';
  if (hasAscii(bytes, 0, JP2_BOX)) return 'jp2';
  const head = readAscii(bytes, 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(!doctype html|html|head|body|script|meta|!--)/i.test(head)) return 'html';
  return /^[[{]\s*["[{}\]]/.test(head) ? 'json' : null;
}
