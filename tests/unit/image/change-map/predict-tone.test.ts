import { expect, it } from 'vitest';
import type { Lab } from '../../../../utils/image/change-map/aligned-pair.ts';
import { predictTone } from '../../../../utils/image/change-map/predict-tone.ts';

const TERMS = 21;
const WEIGHTS = [0, 1, 2].map((channel) =>
  Array.from({ length: TERMS }, (_, term) => Math.sin(1 + channel * TERMS + term) * 40),
);

/** Levels without a pattern, 0 to 255 and fractions of them. */
function levels(count: number, seed: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => (Math.imul(index + seed, 0x9e37_79b1) >>> 8) / 65_793);
}

function labOf(width: number, height: number): Lab {
  const plane = (seed: number) => ({ width, height, data: levels(width * height, seed) });
  return [plane(1), plane(1000), plane(5000)];
}

/** One pixel's prediction, term by term. */
function plainPrediction(source: Lab, detail: Float32Array, index: number): number[] {
  const l = (source[0].data[index] as number) / 100;
  const a = ((source[1].data[index] as number) - 128) / 100;
  const b = ((source[2].data[index] as number) - 128) / 100;
  const terms: number[] = [];
  for (let i = 0, ofL = 1; i <= 3; i++, ofL *= l)
    for (let j = 0, ofA = ofL; i + j <= 3; j++, ofA *= a)
      for (let k = 0, ofB = ofA; i + j + k <= 3; k++, ofB *= b) terms.push(ofB);
  terms.push((detail[index] as number) / 100);
  return WEIGHTS.map((weights) => {
    let sum = 0;
    for (const [term, value] of terms.entries()) sum += (weights[term] as number) * value;
    return Math.fround(sum);
  });
}

it.each([
  [16, 9],
  [7, 5],
  [1, 1],
  [300, 200],
])('predicts %i × %i pixels as a plain loop does', (width, height) => {
  const source = labOf(width, height);
  const detail = levels(width * height, 9);
  const predicted = predictTone(source, detail, WEIGHTS);
  for (let index = 0; index < width * height; index += 1 + Math.floor((width * height) / 200))
    expect(predicted.map(({ data }) => data[index])).toEqual(plainPrediction(source, detail, index));
});

it('leaves what it predicts from as it is', () => {
  const source = labOf(8, 8);
  predictTone(source, levels(64, 9), WEIGHTS);
  expect(source).toEqual(labOf(8, 8));
});
