/**
 * One place of a file where its format defines metadata, with the content as it has to be read: decompressed, joined
 * from its segments, without the format's own header.
 */
export interface MetadataBlock {
  /**
   * `exif` TIFF structure; `xmp` XMP packet; `iptc` whole Photoshop APP13 content; `text` keyword and text of PNG and of videos;
   * `comment` free text of JPEG and GIF; `app` an APPn segment of no known format; `c2pa` manifest store.
   */
  readonly kind: 'exif' | 'xmp' | 'iptc' | 'text' | 'comment' | 'app' | 'c2pa';
  /** In the format's own words, for people: `PNG iTXt XML:com.adobe.xmp`, `JPEG APP1`. */
  readonly place: string;
  /** PNG keyword, or a video's key. */
  readonly keyword?: string;
  /** Text content declared as Latin-1 rather than UTF-8 (PNG tEXt and zTXt). */
  readonly isLatin1?: boolean;
  readonly bytes: Uint8Array;
  /** Where its parts stand in the file: offset and size of each, headers included. */
  readonly ranges: readonly (readonly [offset: number, sizeBytes: number])[];
}

export interface MetadataBlocks {
  readonly blocks: readonly MetadataBlock[];
  /** What could not be read; texts are those of `ContainerProblem` plus the ones listed here. */
  readonly problems: readonly BlockProblem[];
}

export type BlockProblem =
  | 'text-too-large'
  | 'bad-compression'
  | 'bad-checksum'
  | 'too-many-blocks'
  | 'item-outside-file';

/** One block after decompression or joining; the largest honest ones are ComfyUI graphs and depth maps in XMP. */
export const MAX_BLOCK_BYTES = 4 * 1024 * 1024;
/** All blocks of a file together. */
export const MAX_TOTAL_BLOCK_BYTES = 16 * 1024 * 1024;
export const MAX_BLOCKS = 500;
