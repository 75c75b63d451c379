import { trailerKind } from '../image/containers/trailer-kind.ts';
import { containerOf, videoTypeOf } from '../image/containers/walk-container.ts';
import { formatVideoTime } from '../image/format-video-time.ts';
import type { MadeFrom } from '../image/made-from.ts';
import type { Picture } from '../image/picture.ts';
import { readDimensions } from '../image/read-dimensions.ts';
import type { ImageType } from '../image/sniff-image-type.ts';
import { sniffOtherType } from '../image/sniff-other-type.ts';
import type { VideoType } from '../image/sniff-video-type.ts';
import { defineCheck, done, type Finding } from './check.ts';

/** Names that each format goes by; a name without an extension, or with one that is no picture's, says nothing. */
const EXTENSIONS: Readonly<Record<ImageType | VideoType, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', 'mpo'],
  png: ['png', 'apng'],
  webp: ['webp'],
  gif: ['gif'],
  bmp: ['bmp', 'dib'],
  tiff: ['tif', 'tiff', 'dng', 'nef', 'cr2', 'arw'],
  heic: ['heic', 'heif', 'hif'],
  avif: ['avif'],
  svg: ['svg'],
  // One structure with many names: a phone's .mov and .mp4 differ in the brand alone.
  mp4: ['mp4', 'm4v', 'mov', '3gp', '3g2'],
  mov: ['mov', 'qt', 'mp4', 'm4v'],
  webm: ['webm', 'mkv'],
  mkv: ['mkv', 'webm', 'mka'],
  avi: ['avi'],
};
const KNOWN_EXTENSIONS = Object.values(EXTENSIONS).flat();

/**
 * What the file is by its structure: type by magic bytes, size, SHA-256, declared size in pixels; notes a file that
 * stops before its end, bytes after its end, and a name that says another format. None of the three is evidence
 * against anyone: chat apps cut files, phones append data, and servers rename. Of a picture that this extension made
 * itself it says so, and nothing else.
 */
export const file = defineCheck({
  id: 'file',
  version: 1,
  needs: [],
  reads: 'bytes',
  source: 'ITU-T T.81; PNG 3rd ed.; RFC 9649; GIF89a; TIFF 6.0; ISO/IEC 14496-12 and 23008-12; RFC 9559',
  run({ picture }) {
    const { bytes, type } = picture;
    const dimensions = type && readDimensions(bytes, type);
    const extensionMatches = extensionMatchesType(picture);
    const measured = {
      file: {
        type: type ?? sniffOtherType(bytes),
        sizeBytes: bytes.length,
        sha256: picture.sha256,
        width: dimensions?.width ?? null,
        height: dimensions?.height ?? null,
        extensionMatches,
      },
    };
    if (picture.madeFrom) return done(measured, [madeHere(picture.madeFrom)]);
    return done(measured, [...structureFindings(picture), ...(extensionMatches === false ? [mismatch(picture)] : [])]);
  },
});

function structureFindings(picture: Picture): Finding[] {
  const container = containerOf(picture);
  if (!container) return [];
  const findings: Finding[] = [];
  if (container.isTruncated) {
    findings.push(note('file-truncated', { type: container.type, sizeBytes: picture.bytes.length }));
  }
  if (container.endOffset !== null && trailerKind(picture.bytes, container) === 'unknown') {
    findings.push(
      note('data-after-end', {
        type: container.type,
        offset: container.endOffset,
        sizeBytes: picture.bytes.length - container.endOffset,
      }),
    );
  }
  return findings;
}

/** null where the name or the bytes leave the question open. */
function extensionMatchesType(picture: Picture): boolean | null {
  const extension = extensionOf(picture.name);
  const type = picture.type ?? videoTypeOf(picture);
  if (type === null || !KNOWN_EXTENSIONS.includes(extension)) return null;
  return EXTENSIONS[type].includes(extension);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The file is ours, so nothing in it speaks of what the buyer sent. */
function madeHere(madeFrom: MadeFrom): Finding {
  return madeFrom.kind === 'video-frame'
    ? note('video-frame', { time: formatVideoTime(madeFrom.timeSeconds) })
    : note('screen-area', {});
}

function mismatch(picture: Picture): Finding {
  return note('extension-mismatch', {
    extension: extensionOf(picture.name),
    type: picture.type ?? videoTypeOf(picture),
  });
}

function note(kind: string, params: Finding['params']): Finding {
  return { check: 'file', kind, grade: 'note', params };
}
