import type { Point } from '../registration/homography.ts';
import type { AddedLayer } from './added-layer.ts';

/** Where one layer lies in another's picture, about both middles: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`. */
export interface LayerPlace {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
  /** The first layer is mirrored left for right before it is laid. */
  readonly mirrored: boolean;
}

const MIN_SHARED_PIXELS = 60;
/** A texture that few pixels share agrees by chance. */
const FULL_SHARE = 0.6;

type Field = 'shape' | 'shade' | 'shadeDetail' | 'texture';

/** Cosine of one field of both layers over some pixels of the first; what lies beyond the second is 0. */
export function cosine(
  layer: AddedLayer,
  field: Field,
  pixels: Int32Array,
  onto: AddedLayer,
  place: LayerPlace,
): number {
  const [from, to] = [layer[field], onto[field]];
  let [products, squares, others] = [0, 0, 0];
  for (const index of pixels) {
    const [u, v] = pointOver(layer, index, onto, place);
    const value = from[index] as number;
    const other = sample(to, onto, u, v);
    products += value * other;
    squares += value * value;
    others += other * other;
  }
  return squares * others > 0 ? products / Math.sqrt(squares * others) : 0;
}

/** Correlation of the texture well inside both, the share of the first one's inside that both show, and both in one number. */
export function textureOver(layer: AddedLayer, onto: AddedLayer, place: LayerPlace) {
  let [count, products, squares, others, sum, otherSum] = [0, 0, 0, 0, 0, 0];
  for (const index of layer.corePixels) {
    const [u, v] = pointOver(layer, index, onto, place);
    if (!isInside(onto, u, v)) continue;
    const [value, other] = [layer.texture[index] as number, sample(onto.texture, onto, u, v)];
    count++;
    products += value * other;
    squares += value * value;
    others += other * other;
    sum += value;
    otherSum += other;
  }
  const share = count / Math.max(1, layer.corePixels.length);
  const variances = (squares - sum ** 2 / count) * (others - otherSum ** 2 / count);
  const correlation =
    count >= MIN_SHARED_PIXELS && variances > 0 ? (products - (sum * otherSum) / count) / Math.sqrt(variances) : 0;
  return { correlation, share, weighted: correlation * Math.min(1, share / FULL_SHARE) };
}

/** Where a pixel of the first layer lies in the second one's picture. */
function pointOver(layer: AddedLayer, index: number, onto: AddedLayer, place: LayerPlace): Point {
  const x = (place.mirrored ? -1 : 1) * ((index % layer.width) - layer.centreX);
  const y = Math.floor(index / layer.width) - layer.centreY;
  return [place.a * x - place.b * y + place.tx + onto.centreX, place.b * x + place.a * y + place.ty + onto.centreY];
}

function isInside({ width, height, inside }: AddedLayer, x: number, y: number): boolean {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column >= 0 && row >= 0 && column < width && row < height && inside[row * width + column] === 1;
}

/** Between the pixels; 0 outside. */
function sample(field: Float32Array, { width, height }: AddedLayer, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const [u, v] = [x - left, y - top];
  const at = top * width + left;
  const upper = (field[at] as number) * (1 - u) + (field[at + 1] as number) * u;
  return upper * (1 - v) + ((field[at + width] as number) * (1 - u) + (field[at + width + 1] as number) * u) * v;
}
