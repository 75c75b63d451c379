import { seededRandom } from './seeded-random.ts';

/** Smooth random values in [0, 1] over the plane, in octaves that halve in size and weight. */
export function valueNoise(seed: number, cellPixels: number, octaves: number): (x: number, y: number) => number {
  const side = 64;
  const random = seededRandom(seed);
  const lattice = Float32Array.from({ length: side * side }, random);
  const at = (x: number, y: number): number => lattice[(y & (side - 1)) * side + (x & (side - 1))] as number;
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  const octave = (x: number, y: number): number => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const u = smooth(x - x0);
    const v = smooth(y - y0);
    const top = at(x0, y0) * (1 - u) + at(x0 + 1, y0) * u;
    const bottom = at(x0, y0 + 1) * (1 - u) + at(x0 + 1, y0 + 1) * u;
    return top * (1 - v) + bottom * v;
  };
  return (x, y) => {
    let sum = 0;
    let weight = 0;
    for (let level = 0; level < octaves; level++) {
      const scale = 2 ** level / cellPixels;
      sum += octave(x * scale + level * 17, y * scale + level * 31) / 2 ** level;
      weight += 1 / 2 ** level;
    }
    return sum / weight;
  };
}
