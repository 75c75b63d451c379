import type { PictureProblem } from '../../cases/case.ts';
import type { Container } from '../../image/containers/container.ts';
import { walkJpeg } from '../../image/containers/jpeg.ts';
import { walkContainer } from '../../image/containers/walk-container.ts';
import type { DecodedImage } from '../../image/decoded-image.ts';
import { embeddedThumbnail } from '../../image/embedded-thumbnail.ts';
import { type Dimensions, readDimensions } from '../../image/read-dimensions.ts';
import { type ImageType, sniffImageType } from '../../image/sniff-image-type.ts';
import { sniffVideoType } from '../../image/sniff-video-type.ts';
import {
  MAX_ANALYSIS_PIXELS,
  MAX_DECODE_ASPECT,
  MAX_DECODE_PIXELS,
  MAX_DECODE_SCAN_PIXELS,
  PREVIEW_SIDE_PIXELS,
} from '../../limits.ts';
import { decodeReducedJpeg } from './decode-reduced-jpeg.ts';

export interface Decoding {
  readonly type: ImageType | null;
  readonly pixels: DecodedImage | null;
  /** JPEG, longest side at most `PREVIEW_SIDE_PIXELS`. */
  readonly preview: Blob | null;
  /** The preview that the file itself holds; absent where there is none that decodes. */
  readonly thumbnail?: DecodedImage | null;
  readonly problem: PictureProblem | null;
}

/** Formats that most browsers have no decoder for. */
const SELDOM_DECODED: readonly ImageType[] = ['heic', 'tiff'];
/** Formats that browsers draw but that are not photographs, or run code. */
const NEVER_DECODED: readonly ImageType[] = ['svg'];

/**
 * Turns a file into pixels with the browser's own decoder, after its declared size was found to be bearable.
 * Orientation is applied, colour is converted to sRGB. Every kind of bad file ends as a problem, never as a throw.
 */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Decoding> {
  if (bytes.byteLength === 0) return unreadable(null, 'empty-file');
  const type = sniffImageType(bytes);
  if (type === null) {
    const video = sniffVideoType(bytes);
    return video ? unreadable(null, 'video', { type: video }) : unreadable(null, 'not-an-image');
  }
  if (NEVER_DECODED.includes(type)) return unreadable(type, 'unsupported-type', { type });
  const declared = readDimensions(bytes, type);
  if (declared && declared.width * declared.height > MAX_DECODE_PIXELS) {
    return unreadable(type, 'too-many-pixels', { ...declared, limitMegapixels: MAX_DECODE_PIXELS / 1e6 });
  }
  const container = walkContainer(bytes, type);
  if (container && takesTooLong(container, declared))
    return unreadable(type, 'too-many-scans', { scans: scanCount(container) });
  const reduced = container?.type === 'jpeg' && declared ? await decodeReducedJpeg(bytes, declared, container) : null;
  if (reduced) {
    const { bitmap, sourceWidth, sourceHeight } = reduced;
    try {
      return await lookAt(bitmap, { width: sourceWidth, height: sourceHeight }, bytes, type, container);
    } finally {
      bitmap.close();
    }
  }
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${type}` }), {
      imageOrientation: 'from-image',
      colorSpaceConversion: 'default',
      premultiplyAlpha: 'none',
    });
  } catch {
    return unreadable(type, whyUndecodable(type, container), { type });
  }
  try {
    if (bitmap.width * bitmap.height > MAX_DECODE_PIXELS) {
      return unreadable(type, 'too-many-pixels', {
        width: bitmap.width,
        height: bitmap.height,
        limitMegapixels: MAX_DECODE_PIXELS / 1e6,
      });
    }
    return await lookAt(bitmap, bitmap, bytes, type, container);
  } finally {
    bitmap.close();
  }
}

/**
 * The pixels to analyse of a decoded picture.
 * @param source size of the file itself, as it is shown
 */
async function lookAt(
  decoded: ImageBitmap,
  { width, height }: Dimensions,
  bytes: Uint8Array<ArrayBuffer>,
  type: ImageType,
  container: Container | null,
): Promise<Decoding> {
  if (Math.max(width, height) > MAX_DECODE_ASPECT * Math.min(width, height)) {
    return unreadable(type, 'too-narrow', { width, height });
  }
  const canvas = drawnForAnalysis(decoded, { width, height });
  const pixels = pixelsOf(canvas, { width, height });
  const preview = await previewOf(canvas);
  release(canvas);
  return { type, pixels, preview, thumbnail: container && (await thumbnailOf(bytes, container)), problem: null };
}

/** Whether a JPEG has more passes over its pixels than a decoder should be given, or more parts than can be counted. */
function takesTooLong(container: Container, declared: Dimensions | null): boolean {
  if (container.type !== 'jpeg') return false;
  if (container.problems.includes('too-many-parts')) return true;
  return declared !== null && declared.width * declared.height * scanCount(container) > MAX_DECODE_SCAN_PIXELS;
}

function scanCount({ parts }: Container): number {
  return parts.filter(({ name }) => name === 'SOS').length;
}

/** The embedded preview, as stored: its own file carries no orientation. */
async function thumbnailOf(bytes: Uint8Array<ArrayBuffer>, container: Container): Promise<DecodedImage | null> {
  const jpeg = embeddedThumbnail(bytes, container);
  // A preview in a PNG or a WebP may be as long as the file.
  if (!jpeg || takesTooLong(walkJpeg(jpeg), readDimensions(jpeg, 'jpeg'))) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([jpeg.slice()], { type: 'image/jpeg' }), { imageOrientation: 'none' });
  } catch {
    // A preview that does not decode shows nobody anything; the picture itself has been decoded.
    return null;
  }
  try {
    const canvas = drawnForAnalysis(bitmap, bitmap);
    const pixels = pixelsOf(canvas, bitmap);
    release(canvas);
    return pixels;
  } finally {
    bitmap.close();
  }
}

function whyUndecodable(type: ImageType, container: Container | null): string {
  if (SELDOM_DECODED.includes(type)) return 'unsupported-type';
  return container?.isTruncated ? 'truncated' : 'undecodable';
}

function unreadable(type: ImageType | null, reason: string, params?: Record<string, string | number>): Decoding {
  return { type, pixels: null, preview: null, problem: params ? { reason, params } : { reason } };
}

function drawnForAnalysis(decoded: ImageBitmap, source: Dimensions): OffscreenCanvas {
  return drawn(decoded, source, Math.min(1, Math.sqrt(MAX_ANALYSIS_PIXELS / (source.width * source.height))));
}

function pixelsOf(canvas: OffscreenCanvas, { width, height }: Dimensions): DecodedImage {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, rgba: data, sourceWidth: width, sourceHeight: height };
}

/** From the picture as it is analysed: drawing twelve megapixels a second time would show nothing more. */
async function previewOf(canvas: OffscreenCanvas): Promise<Blob> {
  const small = drawn(canvas, canvas, Math.min(1, PREVIEW_SIDE_PIXELS / Math.max(canvas.width, canvas.height)));
  const preview = await small.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  release(small);
  return preview;
}

/** Frees a canvas at once, 10 MB for one to analyse: the collector lets those of several pictures pile up. */
function release(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

function drawn(picture: ImageBitmap | OffscreenCanvas, { width, height }: Dimensions, scale: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' });
  if (!context) throw new Error('This browser gives no 2D canvas');
  return context;
}
