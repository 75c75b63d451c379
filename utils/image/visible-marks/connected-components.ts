import type { PixelBox } from './gray-plane.ts';

/** A connected patch of set pixels. */
export interface Component extends PixelBox {
  /** Set pixels in it. */
  readonly area: number;
}

/**
 * The connected patches (eight neighbours) of a mask, in reading order of their first pixel.
 * @param mask row by row, not 0 for set; `width * height` values; left as it is
 */
export function connectedComponents(mask: Uint8Array, width: number, height: number): Component[] {
  const unseen = mask.slice();
  // Every pixel is put on it once.
  const stack = new Int32Array(mask.length);
  const components: Component[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (!unseen[start]) continue;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    let area = 0;
    unseen[start] = 0;
    stack[0] = start;
    for (let waiting = 1; waiting > 0; ) {
      const at = stack[--waiting] as number;
      const x = at % width;
      const y = (at - x) / width;
      area++;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      const fromX = x === 0 ? 0 : -1;
      const toX = x === width - 1 ? 0 : 1;
      const fromRow = y === 0 ? 0 : -width;
      const toRow = y === height - 1 ? 0 : width;
      for (let row = at + fromRow; row <= at + toRow; row += width)
        for (let next = row + fromX; next <= row + toX; next++)
          if (unseen[next]) {
            unseen[next] = 0;
            stack[waiting++] = next;
          }
    }
    components.push({ left, top, right, bottom, area });
  }
  return components;
}
