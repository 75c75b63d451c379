import type { HandedFile, RefusedFile, SentFile } from '../../cases/handed-file.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { sniffOtherType } from '../../image/sniff-other-type.ts';
import { MAX_PICTURE_BYTES, MAX_VIDEO_BYTES } from '../../limits.ts';
import { sha256Hex } from '../../sha256.ts';

export interface SortedFiles {
  readonly accepted: readonly HandedFile[];
  readonly refused: readonly RefusedFile[];
}

interface Room {
  /** SHA-256 of the files that are there already. */
  readonly known: readonly string[];
  /** Pictures and videos that there may be in all, and that there are. */
  readonly limit: number;
  readonly taken: number;
  readonly takesVideos: boolean;
}

const VIDEO_TYPES: readonly (string | null)[] = ['mp4', 'mov', 'webm'];
/** Enough for every signature that the two sniffers know. */
const HEAD_BYTES = 4096;

/**
 * Looks at files that a person handed over, one after the other: type by their first bytes, size, and whether the same
 * bytes are there already. Every file that is not taken comes back with a reason.
 */
export async function sortOutFiles(
  files: readonly File[],
  { known, limit, taken, takesVideos }: Room,
): Promise<SortedFiles> {
  const accepted: HandedFile[] = [];
  const refused: RefusedFile[] = [];
  const seen = new Set(known);
  for (const file of files) {
    const refuse = (reason: string, params = {}) => refused.push({ name: file.name, problem: { reason, params } });
    if (taken + accepted.length >= limit) {
      refuse('too-many-files', { limit });
      continue;
    }
    const type = await typeOf(file);
    if (type === 'unreadable') refuse('unreadable-file');
    else if (type === null) refuse(file.size === 0 ? 'empty-file' : 'not-an-image');
    else if (type === 'video' && !takesVideos) refuse('video-as-listing');
    else {
      const problem = problemOfSize(file, type);
      if (problem) {
        refused.push({ name: file.name, problem });
        continue;
      }
      const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
      if (seen.has(sha256)) refuse('duplicate-file');
      else {
        seen.add(sha256);
        accepted.push({ sha256, name: file.name, blob: file, media: type });
      }
    }
  }
  return { accepted, refused };
}

/** `sortOutFiles` where another page of the extension has sent them. */
export function sortOutSentFiles(files: readonly SentFile[], room: Room): Promise<SortedFiles> {
  return sortOutFiles(
    files.map(({ name, blob }) => new File([blob], name, { type: blob.type })),
    room,
  );
}

/** What a file is by its first bytes; null for neither a picture nor a video. */
export async function typeOf(file: Blob): Promise<'image' | 'video' | 'unreadable' | null> {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    // The file was moved, deleted or locked after it was chosen; the browser says so only now.
    return 'unreadable';
  }
  if (sniffImageType(head) !== null) return 'image';
  return VIDEO_TYPES.includes(sniffOtherType(head)) ? 'video' : null;
}

/** Why a file is too large to be read; null where it is not. */
export function problemOfSize({ size }: Blob, media: 'image' | 'video'): RefusedFile['problem'] | null {
  const limit = limitOf(media);
  return size > limit ? { reason: 'too-many-bytes', params: { limitMegabytes: limit / 2 ** 20 } } : null;
}

function limitOf(media: 'image' | 'video'): number {
  return media === 'video' ? MAX_VIDEO_BYTES : MAX_PICTURE_BYTES;
}
