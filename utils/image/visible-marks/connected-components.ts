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
  const seen = new Uint8Array(mask.length);
  const stack: number[] = [];
  const components: Component[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || seen[start]) continue;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    let area = 0;
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      area++;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (mask[next] && !seen[next]) {
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
    }
    components.push({ left, top, right, bottom, area });
  }
  return components;
}
