import { drawAligned } from '../../utils/drawing/draw-aligned.ts';
import type { Homography } from '../../utils/drawing/homography.ts';

/** Two pictures in the frame of the first, and what differs between them, all of one size. */
export interface AlignedPair {
  readonly picture: HTMLCanvasElement;
  readonly other: HTMLCanvasElement;
  readonly difference: HTMLCanvasElement;
}

/** Longest side of the frame, in pixels. */
const MAX_FRAME_PIXELS = 1600;
/** How often the difference is doubled; four times as bright shows a change of one part in thirty clearly. */
const DOUBLINGS = 2;

/**
 * Draws both pictures into one frame.
 * @param otherToPicture homography from fractions of `other` to fractions of `picture`
 */
export function makeAlignedPair(picture: ImageBitmap, other: ImageBitmap, otherToPicture: Homography): AlignedPair {
  const scale = Math.min(1, MAX_FRAME_PIXELS / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const frame = makeCanvas(size, (context) => context.drawImage(picture, 0, 0, size.width, size.height));
  const aligned = makeCanvas(size, (context) => drawAligned(context, other, otherToPicture));
  const difference = makeCanvas(size, (context) => {
    context.drawImage(frame, 0, 0);
    context.globalCompositeOperation = 'difference';
    context.drawImage(aligned, 0, 0);
    context.globalCompositeOperation = 'lighter';
    for (let doubling = 0; doubling < DOUBLINGS; doubling++) context.drawImage(context.canvas, 0, 0);
    context.globalCompositeOperation = 'destination-in';
    context.drawImage(aligned, 0, 0);
  });
  return { picture: frame, other: aligned, difference };
}

function makeCanvas(
  size: { readonly width: number; readonly height: number },
  draw: (context: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context) draw(context);
  return canvas;
}
