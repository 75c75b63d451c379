import type { DecodedImage } from '../decoded-image.ts';
import { cropLuminance } from './crop-luminance.ts';
import type { EdgeText } from './find-edge-text.ts';
import type { PixelBox } from './gray-plane.ts';
import { localContrast } from './local-contrast.ts';
import { topHat } from './top-hat.ts';

/** One line of dark text on white, 8 bits a pixel, row by row. */
export interface LineImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How a line is drawn for the recogniser; one misreads what another reads. */
export type Rendering = 'stroke' | 'smooth' | 'sharp' | 'binary';

/** Height of the line that the text recogniser reads best, in pixels, and the white around it. */
const GLYPH_HEIGHT = 44;
const MARGIN = 12;
/** Around the line, in line heights: the background that the contrast is taken against. */
const SURROUNDINGS = 0.5;
/** Reach of the background: wider than a glyph for smooth, about a stroke and its gap for sharp, which undoes shadows. */
const BLUR_RADIUS = { smooth: 26, sharp: 14, binary: 26 };
/** Wider than a stroke of a glyph of that height, and narrower than the glyph. */
const STROKE_SIZE = 17;
/** Share of the line's pixels that the brightest ink is estimated from. */
const INK_QUANTILE = 0.92;

/** A line of edge text as a recogniser wants it: about 44 px tall, its background taken away, black on white. */
export function lineImage(
  pixels: DecodedImage,
  { box, polarity }: Pick<EdgeText, 'box' | 'polarity'>,
  rendering: Rendering,
): LineImage {
  const height = box.bottom - box.top;
  const around = Math.round(SURROUNDINGS * height);
  const crop: PixelBox = {
    left: Math.max(0, box.left - around),
    top: Math.max(0, box.top - around),
    right: Math.min(pixels.width, box.right + around),
    bottom: Math.min(pixels.height, box.bottom + around),
  };
  const scale = GLYPH_HEIGHT / height;
  const plane = cropLuminance(pixels, crop, scale, polarity);
  const isStroke = rendering === 'stroke';
  const contrast = isStroke
    ? topHat(plane, STROKE_SIZE, polarity === 'bright' ? 1 : -1)
    : localContrast(plane, BLUR_RADIUS[rendering]);
  const sign = isStroke || polarity === 'bright' ? 1 : -1;
  const left = Math.round((box.left - crop.left) * scale);
  const top = Math.round((box.top - crop.top) * scale);
  const lineWidth = Math.min(contrast.width - left, Math.round((box.right - box.left) * scale));
  const lineHeight = Math.min(contrast.height - top, GLYPH_HEIGHT);
  const ink = new Float32Array(lineWidth * lineHeight);
  for (let y = 0; y < lineHeight; y++)
    for (let x = 0; x < lineWidth; x++)
      ink[y * lineWidth + x] = sign * (contrast.data[(top + y) * contrast.width + left + x] as number);
  const black = Math.max(1, ink.toSorted()[Math.floor(ink.length * INK_QUANTILE)] ?? 1);
  const width = lineWidth + 2 * MARGIN;
  const image = new Uint8Array(width * (lineHeight + 2 * MARGIN)).fill(255);
  for (let y = 0; y < lineHeight; y++)
    for (let x = 0; x < lineWidth; x++) {
      const density = Math.min(1, Math.max(0, (ink[y * lineWidth + x] as number) / black));
      image[(y + MARGIN) * width + x + MARGIN] = 255 * (1 - (rendering === 'binary' ? Math.round(density) : density));
    }
  return { width, height: lineHeight + 2 * MARGIN, data: image };
}
