import type { DecodedImage } from '../../image/decoded-image.ts';
import type { FractionBox } from './compare-thumbnail.ts';

/** Pixels looked at along one side of a cell: enough for a mean, few enough for a large picture. */
const SAMPLES = 12;

/**
 * Mean luminance (ITU-R BT.601, 0 to 255) of the cells of a grid over part of a picture.
 * @returns row by row, `columns * rows` values
 */
export function areaLuminance(
  { rgba, width, height }: DecodedImage,
  [left, top, boxWidth, boxHeight]: FractionBox,
  columns: number,
  rows: number,
): Float32Array {
  const cells = new Float32Array(columns * rows);
  const [cellWidth, cellHeight] = [(boxWidth * width) / columns, (boxHeight * height) / rows];
  const stepsX = Math.max(1, Math.min(SAMPLES, Math.floor(cellWidth)));
  const stepsY = Math.max(1, Math.min(SAMPLES, Math.floor(cellHeight)));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let stepY = 0; stepY < stepsY; stepY++) {
        const y = Math.min(height - 1, Math.floor(top * height + (row + (stepY + 0.5) / stepsY) * cellHeight));
        for (let stepX = 0; stepX < stepsX; stepX++) {
          const x = Math.min(width - 1, Math.floor(left * width + (column + (stepX + 0.5) / stepsX) * cellWidth));
          const at = 4 * (y * width + x);
          sum += 0.299 * (rgba[at] as number) + 0.587 * (rgba[at + 1] as number) + 0.114 * (rgba[at + 2] as number);
        }
      }
      cells[row * columns + column] = sum / (stepsX * stepsY);
    }
  }
  return cells;
}
