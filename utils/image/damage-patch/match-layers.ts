import type { Homography } from '../registration/homography.ts';
import type { AddedLayer } from './added-layer.ts';
import type { LayerPlace } from './compare-layers.ts';
import { layOver } from './lay-over.ts';

/** One layer that was added to two pictures. */
export interface MatchedLayers {
  /** Of the two correlations the one that decided. */
  readonly correlation: number;
  readonly mirrored: boolean;
  /** Pixels of the stored patch to pixels of the other. */
  readonly storedToOwn: Homography;
}

/** Set on the tuning half (docs/benchmarks-seen-before.md): above what two different damages ever reach. */
const MIN_SHADE = 0.75;
const MIN_TEXTURE = 0.75;
/** The texture speaks where it is seen over much of a place that is more than a line, and is not what lies below. */
const MIN_CORE_PIXELS = 400;
const MIN_SHARED_CORE = 0.6;
const MAX_SHOWING_THROUGH = 0.6;
/**
 * A layer that agrees so well with its own mirror image has a plain shape: a stroke, a circle, an arrow, a heart. Two of
 * these agree although nobody copied one from the other.
 */
const MAX_SYMMETRY = 0.75;

/**
 * Whether two layers are one and the same, on whatever they lie: turned, scaled or mirrored.
 * @returns null when they are not, and when their shape is too plain to tell
 */
export function matchLayers(stored: AddedLayer, own: AddedLayer): MatchedLayers | null {
  const agreement = layOver(stored, own);
  if (!agreement) return null;
  const { shade, texture, sharedCore, place } = agreement;
  const hidesGround = [stored, own].every(
    ({ showsThrough, corePixels }) => showsThrough <= MAX_SHOWING_THROUGH && corePixels.length >= MIN_CORE_PIXELS,
  );
  const hasShade = shade >= MIN_SHADE;
  const hasTexture = hidesGround && sharedCore >= MIN_SHARED_CORE && texture >= MIN_TEXTURE;
  if (!hasShade && !hasTexture) return null;
  if (isPlain(stored) || isPlain(own)) return null;
  const correlation = Math.max(hasShade ? shade : 0, hasTexture ? texture : 0);
  return { correlation, mirrored: place.mirrored, storedToOwn: matrixOf(place, stored, own) };
}

function isPlain(layer: AddedLayer): boolean {
  const itself = layOver(layer, layer, [true]);
  return itself !== null && Math.max(itself.shade, itself.texture) > MAX_SYMMETRY;
}

function matrixOf({ a, b, tx, ty, mirrored }: LayerPlace, from: AddedLayer, to: AddedLayer): Homography {
  const side = mirrored ? -1 : 1;
  return [
    side * a,
    -b,
    tx + to.centreX - side * a * from.centreX + b * from.centreY,
    side * b,
    a,
    ty + to.centreY - side * b * from.centreX - a * from.centreY,
    0,
    0,
    1,
  ];
}
