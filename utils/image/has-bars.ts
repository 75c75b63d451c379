import type { DecodedImage } from './decoded-image.ts';
import { connectedComponents } from './visible-marks/connected-components.ts';
import { cropLuminance } from './visible-marks/crop-luminance.ts';

const WORKING_SIDE = 960;
const BLOCK = 12;
/** Mean step between neighbours across the bars, in gray levels, and how much larger it is than along them. */
const MIN_STEP = 14;
const MIN_DIRECTION_RATIO = 3;
/** A code in blocks: as long as the smallest that can be read, no line, and filled. */
const MIN_LONG_SIDE = 7;
const MIN_SHORT_SIDE = 2;
const MIN_FILL = 0.55;

/**
 * Whether a picture shows something built like a bar code: an area of strong steps in one direction and hardly any in the
 * other, upright or turned by a quarter. Striped cloth and blinds are built like one too, so it says only that a label is
 * worth looking for.
 */
export function hasBars(pixels: DecodedImage): boolean {
  const scale = Math.min(1, WORKING_SIDE / Math.max(pixels.width, pixels.height));
  const whole = { left: 0, top: 0, right: pixels.width, bottom: pixels.height };
  const { width, height, data } = cropLuminance(pixels, whole, scale);
  const columns = Math.floor((width - 1) / BLOCK);
  const rows = Math.floor((height - 1) / BLOCK);
  const masks = { upright: new Uint8Array(columns * rows), turned: new Uint8Array(columns * rows) };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let across = 0;
      let down = 0;
      for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++)
        for (let x = column * BLOCK, at = y * width + x; x < (column + 1) * BLOCK; x++, at++) {
          const value = data[at] as number;
          across += Math.abs((data[at + 1] as number) - value);
          down += Math.abs((data[at + width] as number) - value);
        }
      const enough = MIN_STEP * BLOCK * BLOCK;
      if (across >= enough && across >= MIN_DIRECTION_RATIO * down) masks.upright[row * columns + column] = 1;
      if (down >= enough && down >= MIN_DIRECTION_RATIO * across) masks.turned[row * columns + column] = 1;
    }
  return Object.values(masks).some((mask) =>
    connectedComponents(mask, columns, rows).some((area) => {
      const sides = [area.right - area.left, area.bottom - area.top];
      return (
        Math.max(...sides) >= MIN_LONG_SIDE &&
        Math.min(...sides) >= MIN_SHORT_SIDE &&
        area.area >= MIN_FILL * (sides[0] as number) * (sides[1] as number)
      );
    }),
  );
}
