import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import { isTextLike } from './is-text-like.ts';
import { describeOutline } from './outline-shape.ts';
import { distanceToOutside, type Mask } from './plane.ts';

/** What the pixels of one ink look like as a drawing. */
export interface DrawingShape {
  /** Length of the strokes over their width: a filled disc has 2, a pen stroke ten and more. */
  readonly elongation: number;
  /** Mean width of the strokes, pixels. */
  readonly strokePixels: number;
  /** Share of the narrowest rectangle around it, at any angle, that is filled: a bar has 1, a disc 0.79. */
  readonly rectangularity: number;
  /** Overlap of its outer outline with the ellipse in that rectangle, as a share of both together: an emoji has nearly 1. */
  readonly ellipticity: number;
  /** Share of the longest side of the picture that the strokes are wide. */
  readonly strokeShare: number;
  /** The ink stands in glyphs, side by side. */
  readonly isTextLike: boolean;
}

/** A uniform stroke's pixels lie on average a quarter of its width from its edge. */
const WIDTHS_PER_MEAN_DISTANCE = 4;

/** @param longestSide of the picture that the ink is a part of, pixels */
export function describeDrawing(opencv: OpenCv, ink: Mask, longestSide: number): DrawingShape {
  const distances = distanceToOutside(opencv, ink).data;
  let areaPixels = 0;
  let distanceSum = 0;
  for (let index = 0; index < ink.data.length; index++) {
    if (!ink.data[index]) continue;
    areaPixels++;
    distanceSum += distances[index] as number;
  }
  const strokePixels = Math.max(1, (WIDTHS_PER_MEAN_DISTANCE * distanceSum) / Math.max(1, areaPixels));
  return {
    elongation: areaPixels / strokePixels ** 2,
    strokePixels,
    rectangularity: areaPixels / narrowestRectangle(opencv, ink),
    ellipticity: describeOutline(opencv, ink).ellipticity,
    strokeShare: strokePixels / longestSide,
    isTextLike: isTextLike(opencv, ink),
  };
}

/** Area of the narrowest rectangle around the set pixels, pixels. */
function narrowestRectangle(opencv: OpenCv, { width, data }: Mask): number {
  const points: number[] = [];
  for (let index = 0; index < data.length; index++)
    if (data[index] && !(data[index - 1] && data[index + 1])) points.push(index % width, Math.floor(index / width));
  if (points.length < 6) return Number.POSITIVE_INFINITY;
  return withMats((keep) => {
    const { size } = opencv.minAreaRect(keep(opencv.matFromArray(points.length / 2, 1, opencv.CV_32SC2, points)));
    // Pixel centres lie one pixel nearer to each other than the edges.
    return (size.width + 1) * (size.height + 1);
  });
}
