import type { AddedLayer } from './added-layer.ts';
import { cosine, type LayerPlace, textureOver } from './compare-layers.ts';

/** How well two added layers agree where they fit best. */
export interface LayerAgreement {
  readonly place: LayerPlace;
  /** Correlation of what was added, its detail, over the layer and its rim; -1 to 1. */
  readonly shade: number;
  /** Correlation of the texture well inside, -1 to 1, and the share of the inside that both show. */
  readonly texture: number;
  readonly sharedCore: number;
}

const TURNS = 24;
const SCALES = [0.85, 1, 1.18];
/** Places that are looked at closely, each turned or scaled by this share against the others. */
const MAX_PLACES = 2;
const MIN_PLACE_DISTANCE = 0.3;
/** Below this the smoothed shapes are two, whatever is in them, or one that broke up differently and cannot be compared. */
const MIN_SHAPE = 0.8;
const GRID_STEPS = [4, 2];
const SHADE_STEPS = [2, 1, 0.5];
const TEXTURE_STEPS = [2, 1, 0.5];
const MAX_MOVES = 8;
const MIN_GAIN = 1e-4;

/**
 * Lays one layer over another: turned, scaled and mirrored coarsely, then moved until what was added agrees best, and
 * once more until the texture in it does. Null where not even the shapes agree.
 */
export function layOver(
  layer: AddedLayer,
  onto: AddedLayer,
  mirrors: readonly boolean[] = [false, true],
): LayerAgreement | null {
  let best: LayerAgreement | null = null;
  for (const start of startsOf(layer, onto, mirrors)) {
    const rough = climb(start, onto, GRID_STEPS, (place) => roughAgreement(layer, onto, place));
    if (cosine(layer, 'shape', layer.gridPixels, onto, rough) < MIN_SHAPE) continue;
    const shadeAt = (place: LayerPlace): number => cosine(layer, 'shadeDetail', layer.layerPixels, onto, place);
    const textureAt = (place: LayerPlace): number => textureOver(layer, onto, place).weighted;
    const byShade = climb(rough, onto, SHADE_STEPS, shadeAt);
    const byTexture = climb(rough, onto, TEXTURE_STEPS, textureAt);
    const { correlation, share } = textureOver(layer, onto, byTexture);
    const shade = shadeAt(byShade);
    const isBetter = Math.max(shade, correlation) > Math.max(best?.shade ?? -1, best?.texture ?? -1);
    if (isBetter)
      best = { place: shade >= correlation ? byShade : byTexture, shade, texture: correlation, sharedCore: share };
  }
  return best;
}

/** Places where the smoothed layers agree best, and the two upright ones: most are pasted upright. */
function startsOf(layer: AddedLayer, onto: AddedLayer, mirrors: readonly boolean[]): LayerPlace[] {
  const scale = onto.radius / layer.radius;
  const placed = (turn: number, size: number, mirrored: boolean): LayerPlace => ({
    a: scale * size * Math.cos(turn),
    b: scale * size * Math.sin(turn),
    tx: 0,
    ty: 0,
    mirrored,
  });
  const tried = mirrors
    .flatMap((mirrored) =>
      Array.from({ length: TURNS }, (_, turn) => (2 * Math.PI * turn) / TURNS).flatMap((turn) =>
        SCALES.map((size) => placed(turn, size, mirrored)),
      ),
    )
    .map((place) => ({ place, value: roughAgreement(layer, onto, place) }))
    .sort((p, q) => q.value - p.value);
  const starts = mirrors.map((mirrored) => placed(0, 1, mirrored));
  for (const { place } of tried) {
    const isApart = starts.every(
      (other) =>
        other.mirrored !== place.mirrored ||
        Math.hypot(other.a - place.a, other.b - place.b) > MIN_PLACE_DISTANCE * scale,
    );
    if (isApart) starts.push(place);
    if (starts.length === mirrors.length + MAX_PLACES) break;
  }
  return starts;
}

function roughAgreement(layer: AddedLayer, onto: AddedLayer, place: LayerPlace): number {
  const shape = cosine(layer, 'shape', layer.gridPixels, onto, place);
  return shape + 0.5 * cosine(layer, 'shade', layer.gridPixels, onto, place);
}

/** Moves a place by shifts, turns and changes of size, ever smaller ones, as long as it gets better. */
function climb(
  from: LayerPlace,
  onto: AddedLayer,
  steps: readonly number[],
  valueAt: (place: LayerPlace) => number,
): LayerPlace {
  let best = from;
  let value = valueAt(best);
  for (const step of steps)
    for (let round = 0, hasMoved = true; hasMoved && round < MAX_MOVES; round++) {
      hasMoved = false;
      for (const move of movesOf(step, step / (1.2 * onto.radius))) {
        const moved = move(best);
        const reached = valueAt(moved);
        if (reached <= value + MIN_GAIN) continue;
        [best, value, hasMoved] = [moved, reached, true];
      }
    }
  return best;
}

function movesOf(shift: number, turn: number): ((place: LayerPlace) => LayerPlace)[] {
  const shifted = (dx: number, dy: number) => (place: LayerPlace) => ({
    ...place,
    tx: place.tx + dx,
    ty: place.ty + dy,
  });
  const turned = (p: number, q: number) => (place: LayerPlace) => ({
    ...place,
    a: place.a * p - place.b * q,
    b: place.b * p + place.a * q,
  });
  return [
    shifted(shift, 0),
    shifted(-shift, 0),
    shifted(0, shift),
    shifted(0, -shift),
    turned(1 + turn, 0),
    turned(1 - turn, 0),
    turned(1, turn),
    turned(1, -turn),
  ];
}
