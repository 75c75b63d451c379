import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import { distanceToOutside, findComponents, type Mask, type PixelBox } from './plane.ts';

/** What the pixels of one ink look like as a drawing. */
export interface DrawingShape {
  /** Length of the strokes over their width: a filled disc has 2, a pen stroke ten and more. */
  readonly elongation: number;
  /** Mean width of the strokes, pixels. */
  readonly strokePixels: number;
  /** Share of the narrowest rectangle around it, at any angle, that is filled: a bar has 1, a disc 0.79. */
  readonly rectangularity: number;
  /** Share of the longest side of the picture that the strokes are wide. */
  readonly strokeShare: number;
  /** The pieces stand in rows at one height, as glyphs do. */
  readonly isTextLike: boolean;
}

/** A piece smaller than this is a speck of compression. */
const MIN_PIECE_PIXELS = 6;
const MIN_GLYPHS = 4;
/** Glyphs of one row share its middle to within this much of its height. */
const ROW_SHARE = 0.5;
const MIN_HEIGHT_RATIO = 0.35;
const MAX_HEIGHT_RATIO = 1.8;
/** So much of the ink must stand in rows. */
const MIN_ROW_INK_SHARE = 0.7;
/** A uniform stroke's pixels lie on average a quarter of its width from its edge. */
const WIDTHS_PER_MEAN_DISTANCE = 4;

export function describeDrawing(opencv: OpenCv, ink: Mask): DrawingShape {
  const distances = distanceToOutside(opencv, ink).data;
  let areaPixels = 0;
  let distanceSum = 0;
  for (let index = 0; index < ink.data.length; index++) {
    if (!ink.data[index]) continue;
    areaPixels++;
    distanceSum += distances[index] as number;
  }
  const strokePixels = Math.max(1, (WIDTHS_PER_MEAN_DISTANCE * distanceSum) / Math.max(1, areaPixels));
  const pieces = findComponents(opencv, ink).boxes.filter((box) => box.areaPixels >= MIN_PIECE_PIXELS);
  return {
    elongation: areaPixels / strokePixels ** 2,
    strokePixels,
    rectangularity: areaPixels / narrowestRectangle(opencv, ink),
    strokeShare: strokePixels / Math.max(ink.width, ink.height),
    isTextLike: standsInRows(pieces) || standsInRows(pieces.map(transposed)),
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

/** The box in the picture turned on its side, where a caption runs downwards. */
function transposed({ left, top, width, height, areaPixels }: PixelBox): PixelBox {
  return { left: top, top: left, width: height, height: width, areaPixels };
}

/** Whether most pieces stand side by side in rows of at least four, with similar heights. */
function standsInRows(pieces: readonly PixelBox[]): boolean {
  const ink = pieces.reduce((sum, box) => sum + box.areaPixels, 0);
  let inRows = 0;
  let rest = pieces.toSorted((a, b) => b.height - a.height);
  while (rest.length >= MIN_GLYPHS) {
    const [tallest] = rest as [PixelBox, ...PixelBox[]];
    const middle = tallest.top + tallest.height / 2;
    const isInRow = (box: PixelBox): boolean =>
      Math.abs(box.top + box.height / 2 - middle) <= ROW_SHARE * tallest.height &&
      box.height <= MAX_HEIGHT_RATIO * tallest.height;
    const row = rest.filter(isInRow);
    const glyphs = row.filter((box) => box.height >= MIN_HEIGHT_RATIO * tallest.height);
    const width = Math.max(...row.map((box) => box.left + box.width)) - Math.min(...row.map((box) => box.left));
    if (glyphs.length >= MIN_GLYPHS && width >= 2 * tallest.height)
      inRows += row.reduce((sum, box) => sum + box.areaPixels, 0);
    rest = rest.filter((box) => !isInRow(box));
  }
  return inRows >= MIN_ROW_INK_SHARE * ink;
}
