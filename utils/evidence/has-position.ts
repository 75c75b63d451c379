import { walkTiff } from '../image/containers/tiff.ts';
import { walkContainer } from '../image/containers/walk-container.ts';
import { decodeText } from '../image/decode-text.ts';
import { readMetadataBlocks } from '../image/metadata-blocks/read-metadata-blocks.ts';
import { sniffImageType } from '../image/sniff-image-type.ts';

/** Exif 3.0, 4.6.6: GPSLatitude. Its value is not read. */
const LATITUDE_TAG = 'GPS IFD 2';

/** Whether a file states where it was taken, in its EXIF or XMP. Only that it does, never where. */
export async function hasPosition(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = sniffImageType(bytes);
  const container = type && walkContainer(bytes, type);
  if (!container) return false;
  return readMetadataBlocks(bytes, container).blocks.some((block) => {
    if (block.kind === 'exif') return walkTiff(block.bytes).parts.some(({ name }) => name === LATITUDE_TAG);
    return block.kind === 'xmp' && /GPSLatitude/.test(decodeText(block.bytes));
  });
}
