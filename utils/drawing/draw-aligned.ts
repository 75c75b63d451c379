import { affineOf, type Homography, meshOf, type Point, type Triangle } from './homography.ts';

/** Cells along each side where there is perspective: at 1600 px the affine error stays under a pixel up to 20 %. */
const PERSPECTIVE_CELLS = 24;
/** Pixels by which neighbouring triangles overlap, so that no seam shows. */
const OVERLAP_PIXELS = 0.7;

/** What is drawn on: a page's canvas or a worker's. */
export type DrawingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws `picture` into the frame of another one. It reads no pixels back, so fingerprint protection cannot disturb it.
 * @param matrix from fractions of `picture` to fractions of the frame
 */
export function drawAligned(
  context: DrawingContext,
  picture: CanvasImageSource & { readonly width: number; readonly height: number },
  matrix: Homography,
): void {
  const { width, height } = context.canvas;
  const mesh = meshOf(matrix, PERSPECTIVE_CELLS);
  const isOnePiece = mesh.length === 2;
  for (const fractions of isOnePiece ? mesh.slice(0, 1) : mesh) {
    const triangle = inPixels(fractions, picture, { width, height });
    const affine = affineOf(triangle);
    if (!affine) continue;
    context.save();
    if (!isOnePiece) clipTo(context, triangle.target);
    context.setTransform(...affine);
    context.drawImage(picture, 0, 0);
    context.restore();
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function inPixels({ source, target }: Triangle, from: Size, to: Size): Triangle {
  const scaled = (points: Triangle['source'], { width, height }: Size): Triangle['source'] => {
    const at = ({ x, y }: Point): Point => ({ x: x * width, y: y * height });
    return [at(points[0]), at(points[1]), at(points[2])];
  };
  return { source: scaled(source, from), target: scaled(target, to) };
}

function clipTo(context: DrawingContext, corners: Triangle['target']): void {
  const center = {
    x: (corners[0].x + corners[1].x + corners[2].x) / 3,
    y: (corners[0].y + corners[1].y + corners[2].y) / 3,
  };
  context.beginPath();
  for (const { x, y } of corners) {
    const distance = Math.hypot(x - center.x, y - center.y) || 1;
    const grown = 1 + (2 * OVERLAP_PIXELS) / distance;
    context.lineTo(center.x + (x - center.x) * grown, center.y + (y - center.y) * grown);
  }
  context.closePath();
  context.clip();
}
