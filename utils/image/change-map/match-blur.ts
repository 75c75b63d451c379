import type { OpenCv } from '../../checks/open-cv.ts';
import type { AlignedPair, Lab } from './aligned-pair.ts';
import { fitRobustLinear, predict } from './fit-robust-linear.ts';
import { blurPlane, type Mask, type Plane, quantileOf, sampleSet } from './plane.ts';

/** Gaussian sigmas, frame pixels, from no loss of detail to a copy that was once a quarter of the size. */
const SIGMAS = [0, 0.8, 1.2, 1.7, 2.4, 3.4] as const;
const SAMPLES = 2500;
const RIDGE = [0, 1e-3, 1, 1];
/** A wider blur must explain clearly more, or noise decides. */
const MIN_GAIN = 0.95;

/**
 * The source with as much detail as the copy has kept: blurred by the width that leaves the least difference after a
 * cubic tone curve. Scaling down, strong compression and smoothing filters lose detail everywhere, which is no change.
 */
export function matchBlur(opencv: OpenCv, pair: AlignedPair, judged: Mask): Lab {
  const indices = sampleSet(judged, SAMPLES);
  const targets = Float64Array.from(indices, (index) => pair.copy[0].data[index] as number);
  let best: { sigma: number; error: number } | null = null;
  for (const sigma of SIGMAS) {
    const lightness = sigma === 0 ? pair.source[0] : blurPlane(opencv, pair.source[0], sigma);
    const error = medianError(lightness, indices, targets);
    if (!best || error < MIN_GAIN * best.error) best = { sigma, error };
    else break;
  }
  const sigma = best?.sigma ?? 0;
  if (sigma === 0) return pair.source;
  return pair.source.map((plane) => blurPlane(opencv, plane, sigma)) as unknown as Lab;
}

function medianError(lightness: Plane, indices: readonly number[], targets: Float64Array): number {
  const features = { columns: RIDGE.length, data: new Float64Array(indices.length * RIDGE.length) };
  for (const [sample, index] of indices.entries()) {
    const l = (lightness.data[index] as number) / 100;
    for (let power = 0; power < RIDGE.length; power++) features.data[sample * RIDGE.length + power] = l ** power;
  }
  const weights = fitRobustLinear(features, targets, RIDGE);
  const errors = Float32Array.from(targets, (target, sample) => Math.abs(predict(features, sample, weights) - target));
  return quantileOf(errors, 0.5);
}
