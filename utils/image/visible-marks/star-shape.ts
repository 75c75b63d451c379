import type { PixelBox } from './gray-plane.ts';

/** Side of the grid that shapes are compared on. */
const GRID = 24;
/**
 * Exponents of the superellipses |x|^p + |y|^p ≤ 1 that are drawn as templates: 0.57 has the sides of four circles, the
 * others are a little slimmer and a little fuller.
 */
const EXPONENTS: readonly number[] = [0.5, 0.57, 0.65, 0.75];

const TEMPLATES = EXPONENTS.map((exponent) =>
  Uint8Array.from({ length: GRID * GRID }, (_, at) => {
    const x = Math.abs(((at % GRID) + 0.5) / (GRID / 2) - 1);
    const y = Math.abs((Math.floor(at / GRID) + 0.5) / (GRID / 2) - 1);
    return x ** exponent + y ** exponent <= 1 ? 1 : 0;
  }),
);

/**
 * How far a patch has the form of an upright four-pointed star with hollow sides.
 * @param mask row by row, 1 for set
 * @param box the patch's box
 * @returns best intersection over union with one of the templates, 0 to 1; a square has 0.3, a disc 0.4
 */
export function starLikeness(mask: Uint8Array, width: number, box: PixelBox): number {
  const shape = Uint8Array.from({ length: GRID * GRID }, (_, at) => {
    const x = box.left + Math.floor((((at % GRID) + 0.5) / GRID) * (box.right - box.left));
    const y = box.top + Math.floor(((Math.floor(at / GRID) + 0.5) / GRID) * (box.bottom - box.top));
    return mask[y * width + x] as number;
  });
  return Math.max(...TEMPLATES.map((template) => overlapShare(shape, template)));
}

function overlapShare(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let at = 0; at < a.length; at++) {
    if (a[at] && b[at]) both++;
    if (a[at] || b[at]) either++;
  }
  return either === 0 ? 0 : both / either;
}
