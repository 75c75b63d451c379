import type { Container } from './containers/container.ts';
import { readMetadataBlocks } from './metadata-blocks/read-metadata-blocks.ts';
import { readExif } from './read-exif.ts';

/** Exif previews are 160 × 120; phones go up to 512. A larger one is a picture of its own and is left alone. */
const MAX_SIDE_PIXELS = 640;

/** The JPEG of the preview that a file's EXIF holds; null where there is none, or none of a preview's size. */
export function embeddedThumbnail(bytes: Uint8Array, container: Container): Uint8Array | null {
  for (const block of readMetadataBlocks(bytes, container).blocks) {
    if (block.kind !== 'exif') continue;
    const { thumbnail, thumbnailJpeg } = readExif(block.bytes);
    if (thumbnailJpeg && thumbnail && Math.max(thumbnail.width, thumbnail.height) <= MAX_SIDE_PIXELS)
      return thumbnailJpeg;
  }
  return null;
}
