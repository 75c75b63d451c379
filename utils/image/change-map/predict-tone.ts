import { instantiateWasm } from '../instantiate-wasm.ts';
import type { Lab } from './aligned-pair.ts';
import { PREDICT_TONE_MODULE } from './predict-tone-module.ts';

/** The export of predict-tone.wat, which says what it means. */
interface Prediction {
  readonly memory: WebAssembly.Memory;
  predictTone(l: number, end: number, plane: number, weights: number): void;
}

const FLOAT_BYTES = 4;
const PIXELS_AT_A_TIME = 2;
const PAGE_BYTES = 65_536;
/** Lightness, a, b, detail; what is predicted of the first three. */
const PLANES = 7;

/** Started when first needed: what only imports this file (a page that lists the checks) needs none of it. */
let started: Prediction | null = null;

/**
 * The three channels that a cubic in the source's three, and the detail of its lightness, makes of it.
 * @param weights for each channel one of every term: l^i a^j b^k with i, then j, then k rising and i + j + k at most 3,
 * then the detail; the terms are those of a hundredth of each value, a and b counted from 128
 */
export function predictTone(source: Lab, detail: Float32Array, weights: readonly (readonly number[])[]): Lab {
  const [{ width, height }] = source;
  const count = width * height;
  const planeBytes = Math.ceil(count / PIXELS_AT_A_TIME) * PIXELS_AT_A_TIME * FLOAT_BYTES;
  const interleaved = Float64Array.from(
    (weights[0] as readonly number[]).flatMap((_, term) => weights.map((ofChannel) => ofChannel[term] as number)),
  );
  const planesAt = interleaved.byteLength;
  started ??= instantiateWasm(PREDICT_TONE_MODULE) as unknown as Prediction;
  const { memory } = started;
  const missing = planesAt + PLANES * planeBytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  new Float64Array(memory.buffer, 0, interleaved.length).set(interleaved);
  const plane = (index: number): Float32Array => new Float32Array(memory.buffer, planesAt + index * planeBytes, count);
  for (const [index, data] of [source[0].data, source[1].data, source[2].data, detail].entries())
    plane(index).set(data);
  started.predictTone(planesAt, planesAt + planeBytes, planeBytes, 0);
  const predicted = (channel: number) => ({ width, height, data: plane(source.length + 1 + channel).slice() });
  return [predicted(0), predicted(1), predicted(2)];
}
