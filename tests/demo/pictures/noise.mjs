/** Integer hash of three integers and a seed to [0, 1); the mixing steps are those of MurmurHash3's finaliser. */
export function hashToUnit(x, y, z, seed) {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Value noise on the plane, [0, 1), with smoothstep interpolation between lattice points. */
export function noise2(x, y, seed) {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const u = smooth(x - xi);
  const v = smooth(y - yi);
  const top = mix(hashToUnit(xi, yi, 0, seed), hashToUnit(xi + 1, yi, 0, seed), u);
  const bottom = mix(hashToUnit(xi, yi + 1, 0, seed), hashToUnit(xi + 1, yi + 1, 0, seed), u);
  return mix(top, bottom, v);
}

/** Value noise in space, [0, 1). */
export function noise3(x, y, z, seed) {
  const zi = Math.floor(z);
  return mix(noise2(x, y, seed + zi * 131), noise2(x, y, seed + (zi + 1) * 131), smooth(z - zi));
}

/**
 * Octaves of noise on the plane, [0, 1). An octave that is finer than `footprint` fades out, which is what a lens
 * that is out of focus, or a pixel that covers much ground, does to a texture.
 */
export function fractalNoise2(x, y, octaves, footprint, seed) {
  let sum = 0;
  let weight = 0;
  let amplitude = 1;
  let frequency = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const blur = footprint * frequency;
    const kept = blur > 1.6 ? 0 : Math.exp(-2 * blur * blur);
    sum += amplitude * (kept > 0.01 ? mix(0.5, noise2(x * frequency, y * frequency, seed + octave), kept) : 0.5);
    weight += amplitude;
    amplitude *= 0.55;
    frequency *= 2.03;
  }
  return sum / weight;
}

export function mix(a, b, t) {
  return a + (b - a) * t;
}

/** Hermite step from 0 at `from` to 1 at `to`. */
export function smoothstep(from, to, value) {
  return smooth(Math.min(1, Math.max(0, (value - from) / (to - from))));
}

function smooth(t) {
  return t * t * (3 - 2 * t);
}
