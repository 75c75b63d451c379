import type { OpenCv } from '../../checks/open-cv.ts';
import { type Blend, fitBlend, missOf } from './fit-blend.ts';
import { describeOutline, type OutlineShape } from './outline-shape.ts';
import { growBox, type Patch } from './patch.ts';
import { type Mask, morph } from './plane.ts';

/** Both pictures in RGB, three bytes a pixel, and where they can be judged. */
export interface RgbPair {
  readonly copy: Uint8Array;
  /** The source in the copy's tone. */
  readonly source: Uint8Array;
  readonly judged: Mask;
}

/** How much a changed patch looks like one paint, laid on evenly by a drawing tool. */
export interface Paint {
  readonly blend: Blend;
  /** Pixels of the patch away from its edge, where the full paint must show; 0 for thin strokes. */
  readonly corePixels: number;
  /** Median and 90th percentile distance of those from what the blend puts there, levels. */
  readonly coreMissLevels: number;
  readonly coreMissMostLevels: number;
  /** Mean width of its edge, pixels: two for a drawn edge after smoothing, more for one that fades or frays. */
  readonly edgePixels: number;
  /** How even a stroke is along its ridge: low over high quantile of the paint's strength there, 0 to 1. */
  readonly evenness: number;
  /** Median difference that the paint makes, levels. */
  readonly contrastLevels: number;
  /** Mean colours of the most changed pixels, RGB levels, in the copy and in the source beneath. */
  readonly copyRgb: readonly [number, number, number];
  readonly sourceRgb: readonly [number, number, number];
  /** Share of the outline's area that changed: a ring or a frame has little. */
  readonly fill: number;
  /** Of the painted pixels; and of the patch itself, whatever it shows. */
  readonly outline: OutlineShape;
  readonly patchOutline: OutlineShape;
}

const MARGIN_PIXELS = 10;
/** Smoothing and 4:2:0 colour reach this far in from an edge: the side of the square that is eroded. */
const CORE_SIDE = 7;
/** Parts of a pasted picture may look like what they cover. */
const CLOSING_SIDE = 9;
const MIN_CORE_PIXELS = 40;
/** A pixel's paint can be told where the full paint would change it by this much. */
const MIN_EFFECT_LEVELS = 16;
/** Between these shares of the full paint lies the edge. */
const EDGE_FROM = 0.2;
const EDGE_TO = 0.8;
const EVEN_LOW = 0.15;
const EVEN_HIGH = 0.85;
/** The most changed tenth shows the colour of a thin stroke. */
const STRONGEST_SHARE = 0.1;

export function describePaint(opencv: OpenCv, pair: RgbPair, patch: Patch): Paint {
  const { width, height } = pair.judged;
  const box = growBox(patch, MARGIN_PIXELS, width, height);
  const indexOf = (at: number): number => (box.top + Math.floor(at / box.width)) * width + box.left + (at % box.width);
  const eroded = morph(opencv, { width: box.width, height: box.height, data: box.inside }, 'erode', CORE_SIDE).data;
  const core = pixelsOf(eroded).map(indexOf);
  const all = pixelsOf(box.inside).map(indexOf);
  const hasCore = core.length >= MIN_CORE_PIXELS;
  const strongest = strongestOf(pair, all);
  const copyRgb = meanRgb(pair.copy, strongest);
  const blend = hasCore ? fitBlend(pair.copy, pair.source, core) : { keep: 0, add: copyRgb };
  const misses = core.map((index) => missOf(pair.copy, pair.source, index, blend)).sort((a, b) => a - b);
  const shares = new Float32Array(box.inside.length);
  const effects: number[] = [];
  const painted = new Uint8Array(box.inside.length);
  let edge = 0;
  for (let at = 0; at < shares.length; at++) {
    const index = indexOf(at);
    if (!pair.judged.data[index]) continue;
    const { share, effect } = paintAt(pair, index, blend);
    if (box.inside[at]) effects.push(effect);
    if (effect < MIN_EFFECT_LEVELS) {
      painted[at] = box.inside[at] as number;
      continue;
    }
    shares[at] = share;
    painted[at] = share >= 0.5 ? 1 : 0;
    if (share > EDGE_FROM && share < EDGE_TO) edge++;
  }
  effects.sort((a, b) => a - b);
  const mask = { width: box.width, height: box.height, data: painted };
  const outline = describeOutline(opencv, mask);
  return {
    blend,
    corePixels: hasCore ? core.length : 0,
    coreMissLevels: misses[misses.length >> 1] ?? 0,
    coreMissMostLevels: misses[Math.floor(misses.length * 0.9)] ?? 0,
    edgePixels: edge / Math.max(1, perimeterOf(mask)),
    evenness: evennessOf(shares, box.width),
    contrastLevels: effects[effects.length >> 1] ?? 0,
    copyRgb,
    sourceRgb: meanRgb(pair.source, strongest),
    fill: pixelsOf(painted).length / Math.max(1, outline.areaPixels),
    outline,
    patchOutline: describeOutline(opencv, morph(opencv, { ...mask, data: box.inside }, 'close', CLOSING_SIDE)),
  };
}

function pixelsOf(data: Uint8Array): number[] {
  const pixels: number[] = [];
  for (let at = 0; at < data.length; at++) if (data[at]) pixels.push(at);
  return pixels;
}

/** The most changed pixels. */
function strongestOf({ copy, source }: RgbPair, pixels: readonly number[]): number[] {
  return pixels
    .map((index) => ({ index, changed: missOf(copy, source, index, { keep: 1, add: [0, 0, 0] }) }))
    .sort((a, b) => b.changed - a.changed)
    .slice(0, Math.max(1, Math.ceil(pixels.length * STRONGEST_SHARE)))
    .map(({ index }) => index);
}

function meanRgb(rgb: Uint8Array, pixels: readonly number[]): [number, number, number] {
  const mean = (channel: number): number =>
    pixels.reduce((sum, index) => sum + (rgb[index * 3 + channel] as number), 0) / Math.max(1, pixels.length);
  return [mean(0), mean(1), mean(2)];
}

/** How much of the full paint a pixel carries, and how far the full paint would change it, levels. */
function paintAt({ copy, source }: RgbPair, index: number, { keep, add }: Blend): { share: number; effect: number } {
  let along = 0;
  let squares = 0;
  for (let channel = 0; channel < 3; channel++) {
    const at = index * 3 + channel;
    const full = (keep - 1) * (source[at] as number) + (add[channel] as number);
    along += full * ((copy[at] as number) - (source[at] as number));
    squares += full * full;
  }
  return { share: along / Math.max(1, squares), effect: Math.sqrt(squares) };
}

function evennessOf(shares: Float32Array, width: number): number {
  const ridge: number[] = [];
  for (let at = 2 * width; at < shares.length - 2 * width; at++) {
    const here = shares[at] as number;
    if (here < EDGE_FROM) continue;
    const isOver = (step: number): boolean =>
      here >= (shares[at - step] as number) &&
      here >= (shares[at + step] as number) &&
      here > (shares[at - 2 * step] as number) &&
      here > (shares[at + 2 * step] as number);
    if (isOver(1) || isOver(width)) ridge.push(here);
  }
  ridge.sort((a, b) => a - b);
  const high = ridge[Math.floor(ridge.length * EVEN_HIGH)] ?? 0;
  return high === 0 ? 0 : (ridge[Math.floor(ridge.length * EVEN_LOW)] as number) / high;
}

/** Pixels of the mask with a neighbour outside it. */
function perimeterOf({ width, data }: Mask): number {
  let count = 0;
  for (let at = 0; at < data.length; at++)
    if (data[at] && !(data[at - 1] && data[at + 1] && data[at - width] && data[at + width])) count++;
  return count;
}
