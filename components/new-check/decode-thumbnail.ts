import { readDimensions } from '../../utils/image/read-dimensions.ts';
import { sniffImageType } from '../../utils/image/sniff-image-type.ts';
import { MAX_DECODE_PIXELS } from '../../utils/limits.ts';

const THUMBNAIL_HEIGHT_PIXELS = 128;

let last: Promise<unknown> = Promise.resolve();

/**
 * A small picture of a file, decoded one after the other: forty photographs at once would take two gigabytes.
 * @returns null where the file cannot be shown, or declares more pixels than are decoded
 */
export function decodeThumbnail(blob: Blob): Promise<ImageBitmap | null> {
  const decoded = last.then(() => decode(blob));
  last = decoded;
  return decoded;
}

async function decode(blob: Blob): Promise<ImageBitmap | null> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = sniffImageType(bytes);
  const size = type && readDimensions(bytes, type);
  if (type === null || type === 'svg' || (size && size.width * size.height > MAX_DECODE_PIXELS)) return null;
  return createImageBitmap(new Blob([bytes], { type: `image/${type}` }), {
    imageOrientation: 'from-image',
    resizeHeight: THUMBNAIL_HEIGHT_PIXELS,
    resizeQuality: 'medium',
  }).catch(() => null);
}
