import type { OpenCv } from '../../checks/open-cv.ts';
import { blurPlane, type Mask, type Plane, quantileOf, sampleSet, valuesAt } from './plane.ts';

const SAMPLES = 20_000;
const BINS = 16;
const MAD_TO_DEVIATION = 1.4826;
/** Levels; rounding alone leaves about as much. */
const MIN_NOISE = 0.6;
/** Surroundings are this share of the longest side wide; the excess of single pixels over it is cut off, so that a change does not hide itself. */
const SURROUNDINGS_SHARE = 0.1;
const MAX_EXCESS = 2;
/** The root mean square that evenly noisy surroundings have. */
const EVEN_EXCESS = 0.8;

/**
 * The difference that a pair shows anyway at each pixel, levels. It is learnt from the pair: pixels of like contrast in
 * the source have a like residual after scaling and compression, and some parts of a picture suffer more than others.
 * @param distance difference of the copy from what is predicted, levels
 * @param contrast contrast of the source around each pixel, levels
 * @param most what is tolerated at most, levels
 */
export function noiseLevel(
  opencv: OpenCv,
  distance: Plane,
  contrast: Float32Array,
  judged: Mask,
  most: Float32Array,
): Float32Array {
  const levels = levelsByContrast(distance.data, contrast, judged);
  const noise = new Float32Array(contrast.length);
  const excess = new Float32Array(contrast.length);
  for (let index = 0; index < noise.length; index++) {
    noise[index] = Math.min(most[index] as number, interpolate(levels, contrast[index] as number));
    if (judged.data[index])
      excess[index] = Math.min(MAX_EXCESS, (distance.data[index] as number) / (noise[index] as number)) ** 2;
  }
  const { width, height } = distance;
  const sigma = Math.max(width, height) * SURROUNDINGS_SHARE;
  const sum = blurPlane(opencv, { width, height, data: excess }, sigma).data;
  const share = blurPlane(opencv, { width, height, data: new Float32Array(judged.data) }, sigma).data;
  for (let index = 0; index < noise.length; index++) {
    const around = Math.sqrt((sum[index] as number) / ((share[index] as number) + 1e-3));
    noise[index] = (noise[index] as number) * Math.max(1, around / EVEN_EXCESS);
  }
  return noise;
}

interface Level {
  readonly contrast: number;
  readonly noise: number;
}

/** The usual difference at rising contrasts, from as many pixels each. */
function levelsByContrast(distance: Float32Array, contrast: Float32Array, judged: Mask): Level[] {
  const samples = sampleSet(judged, SAMPLES).sort((a, b) => (contrast[a] as number) - (contrast[b] as number));
  return Array.from({ length: BINS }, (_, bin) => {
    const own = samples.slice((bin * samples.length) / BINS, ((bin + 1) * samples.length) / BINS);
    const values = valuesAt(own, (index) => distance[index] as number);
    const median = quantileOf(values, 0.5);
    const noise = median + MAD_TO_DEVIATION * (quantileOf(values, 0.75) - median);
    return { contrast: contrast[own[own.length >> 1] ?? 0] as number, noise: Math.max(MIN_NOISE, noise) };
  });
}

function interpolate(levels: readonly Level[], contrast: number): number {
  let after = 0;
  while (after < levels.length && !((levels[after] as Level).contrast >= contrast)) after++;
  const high = levels[Math.min(levels.length - 1, after)] as Level;
  const low = levels[Math.max(0, after - 1)] as Level;
  const span = high.contrast - low.contrast;
  const share = span <= 0 ? 1 : Math.min(1, (contrast - low.contrast) / span);
  return low.noise + share * (high.noise - low.noise);
}
