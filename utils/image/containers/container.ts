import type { ImageType } from '../sniff-image-type.ts';

/** Structures of video files: MP4 and QuickTime share one, WebM and Matroska another. */
export type VideoContainer = 'mp4' | 'matroska' | 'avi';

/** One segment, chunk, block or box of a file, as its header declares it. */
export interface ContainerPart {
  /** Name in the format's own words: `APP1`, `iTXt`, `XMP `, `meta`. */
  readonly name: string;
  /** From the start of the file to the part's header. */
  readonly offset: number;
  /** From the start of the file to its content. */
  readonly dataOffset: number;
  /** Content bytes that the header declares. */
  readonly declaredBytes: number;
  /** Content bytes that the file has. */
  readonly sizeBytes: number;
  /** Parts within this one: boxes of ISO media, elements of Matroska, chunks of an AVI list. */
  readonly children?: readonly ContainerPart[];
}

/** What is wrong with a file's structure; texts are `file-problem.<problem>`. */
export type ContainerProblem =
  | 'bad-signature'
  | 'bytes-between-parts'
  | 'part-exceeds-file'
  | 'part-exceeds-parent'
  | 'too-many-parts'
  | 'too-deep'
  | 'cyclic-offsets'
  | 'offset-outside-file';

/** The structure of one file, read to its end. Never partial without saying so. */
export interface Container {
  readonly type: Exclude<ImageType, 'bmp' | 'svg'> | VideoContainer;
  readonly parts: readonly ContainerPart[];
  /** Offset just after the format's own end mark; null when no end was reached or the format has none. */
  readonly endOffset: number | null;
  /** The file stops before the end that its structure declares. */
  readonly isTruncated: boolean;
  /** Each kind once, in the order of first sight. */
  readonly problems: readonly ContainerProblem[];
}

/** Parts of one file; a real file has at most a few thousand (a long GIF, a progressive JPEG with many scans). */
export const MAX_PARTS = 20_000;

/** The content of a part. */
export function partBytes(bytes: Uint8Array, part: ContainerPart): Uint8Array {
  return bytes.subarray(part.dataOffset, part.dataOffset + part.sizeBytes);
}
