import type { Container } from '../../image/containers/container.ts';
import type { Dimensions } from '../../image/read-dimensions.ts';
import { MAX_ANALYSIS_PIXELS } from '../../limits.ts';

/** A picture as the browser shows it, orientation applied, at a part of its size. */
export interface ReducedPicture {
  readonly bitmap: ImageBitmap;
  /** Size of the file itself, as it is shown. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
}

/** JPEG's inverse transform gives an eighth, two eighths … of the size at a part of the price (libjpeg, `scale_num`). */
const SCALES = 8;
/** Grey, or three colours: what a decoder does with four is left to the ordinary way. */
const PLAIN_COMPONENTS = [1, 3];
/** From the frame header's content: precision, height, width, number of components (ITU-T T.81, B.2.2). */
const COMPONENTS_OFFSET = 5;

/**
 * Decodes a large JPEG at the least of its decoder's sizes that is not below the size of analysis: half the time of
 * decoding all of it, and a quarter of the memory for twelve megapixels. Null where the browser has no such decoder, where the picture is not
 * larger or is out of the ordinary, and where it does not decode: the ordinary way says what is the matter.
 */
export async function decodeReducedJpeg(
  bytes: Uint8Array<ArrayBuffer>,
  declared: Dimensions,
  container: Container,
): Promise<ReducedPicture | null> {
  const scale = Math.ceil(SCALES * Math.sqrt(MAX_ANALYSIS_PIXELS / (declared.width * declared.height))) / SCALES;
  if (scale >= 1 || typeof ImageDecoder === 'undefined' || !isPlain(bytes, container)) return null;
  const width = Math.ceil(declared.width * scale);
  const height = Math.ceil(declared.height * scale);
  const decoder = new ImageDecoder({
    data: bytes,
    type: 'image/jpeg',
    desiredWidth: width,
    desiredHeight: height,
    colorSpaceConversion: 'default',
  });
  try {
    const { image } = await decoder.decode();
    try {
      if (image.codedWidth !== width || image.codedHeight !== height) return null;
      // Lying on its side in the file and shown upright, or the other way round.
      const isTurned = image.displayWidth !== width;
      return {
        // A frame that is drawn itself stays in the browser's cache: 12 MB for each picture, beyond the end of the claim.
        bitmap: await createImageBitmap(image),
        sourceWidth: isTurned ? declared.height : declared.width,
        sourceHeight: isTurned ? declared.width : declared.height,
      };
    } finally {
      image.close();
    }
  } catch {
    return null;
  } finally {
    decoder.close();
  }
}

function isPlain(bytes: Uint8Array, container: Container): boolean {
  const frame = container.parts.find(({ name }) => name.startsWith('SOF'));
  if (!frame || container.isTruncated) return false;
  return PLAIN_COMPONENTS.includes(bytes[frame.dataOffset + COMPONENTS_OFFSET] ?? 0);
}
