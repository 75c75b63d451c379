// What a camera does to light: falling off towards the corners, the lens's blur, sensor noise, tone curve, sharpening.
import { hashToUnit, noise2, smoothstep } from './noise.mjs';

const CONTRAST = 0.75;
const TONES_PER_UNIT = 8192;
/** The tone curve at every 1/8192 of light up to 4, as bytes. */
const TONES = Uint8Array.from({ length: 4 * TONES_PER_UNIT }, (_, index) =>
  Math.round(255 * toneCurve(index / TONES_PER_UNIT)),
);

/**
 * @param {{ width: number, height: number, pixels: Float32Array }} light linear RGB
 * @param {{ exposure: number, shotNoise: number, readNoise: number, warmth: number, seed: number }} camera
 *   `warmth` is the white balance: 0 neutral, above it yellower; noise in linear units at full scale 1
 * @returns {Buffer} sRGB, 8 bits, three bytes a pixel
 */
export function developPhotograph({ width, height, pixels }, camera) {
  const exposed = expose(pixels, width, height, camera);
  const blurred = blurInPlace(exposed, width, height, 0.22);
  addSensorNoise(blurred, width, height, camera);
  const soft = blurInPlace(Float32Array.from(blurred), width, height, 0.25);
  const out = Buffer.alloc(width * height * 3);
  for (let index = 0; index < out.length; index++) {
    const sharpened = soft[index] + 0.75 * (blurred[index] - soft[index]);
    out[index] = TONES[Math.min(TONES.length - 1, Math.max(0, Math.round(sharpened * TONES_PER_UNIT)))];
  }
  return out;
}

function expose(pixels, width, height, camera) {
  const gains = [1 + camera.warmth, 1, 1 - camera.warmth].map((gain) => gain * camera.exposure);
  const out = new Float32Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromCentre = Math.hypot(x / width - 0.5, y / height - 0.5);
      const falloff = 1 / (1 + 0.55 * fromCentre ** 2) ** 2;
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * width + x) * 3 + channel;
        out[at] = pixels[at] * gains[channel] * falloff;
      }
    }
  }
  return out;
}

/** Shot and read noise, a third of it shared between neighbours as demosaicing leaves it, and slow chroma blotches. */
function addSensorNoise(pixels, width, height, { shotNoise, readNoise, seed }) {
  const grain = new Float32Array(pixels.length);
  for (let index = 0; index < grain.length; index++) grain[index] = gaussian(index, seed);
  const smeared = blurInPlace(Float32Array.from(grain), width, height, 0.3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const blotch = 0.5 * (noise2(x / 7, y / 7, seed + 5) - 0.5);
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * width + x) * 3 + channel;
        const deviation = Math.sqrt(shotNoise * shotNoise * Math.max(0, pixels[at]) + readNoise * readNoise);
        const tint = channel === 1 ? 0 : channel === 0 ? blotch : -blotch;
        pixels[at] += deviation * (0.35 * grain[at] + 0.9 * smeared[at] + tint);
      }
    }
  }
}

/** One pass of a 1-2-1-like kernel in both directions; `side` is the weight of each neighbour. */
function blurInPlace(pixels, width, height, side) {
  for (const [step, lineStep, length, lines] of [
    [3, width * 3, width, height],
    [width * 3, 3, height, width],
  ]) {
    for (let line = 0; line < lines; line++) {
      for (let channel = 0; channel < 3; channel++) {
        let at = line * lineStep + channel;
        let before = pixels[at];
        for (let index = 0; index < length; index++, at += step) {
          const here = pixels[at];
          const after = index + 1 < length ? pixels[at + step] : here;
          pixels[at] = here * (1 - 2 * side) + (before + after) * side;
          before = here;
        }
      }
    }
  }
  return pixels;
}

/** A shoulder for the highlights, the sRGB transfer curve, and the contrast that cameras add, 0..1. */
function toneCurve(light) {
  const linear = Math.min(1, (light * (1 + light / 4)) / (1 + light * 0.62));
  const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return encoded + CONTRAST * (smoothstep(0, 1, encoded) - encoded);
}

/** Normal deviate from three uniform ones, variance 1. */
function gaussian(index, seed) {
  return 2 * (hashToUnit(index, 0, 1, seed) + hashToUnit(index, 1, 2, seed) + hashToUnit(index, 2, 3, seed) - 1.5);
}
