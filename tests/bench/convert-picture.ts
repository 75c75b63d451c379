import sharp, { type Sharp } from 'sharp';
import { colours, type Raster } from './raster.ts';
import { between, pick, type Random } from './seeded-random.ts';

/** What programs and filters do to every pixel of a picture alike, and no place of it in particular: an encoded picture. */
export type Conversion = (raster: Raster, random: Random) => Promise<Buffer>;

export const CONVERSIONS = {
  'CMYK with profile': (raster) =>
    colours(raster).withIccProfile('cmyk').toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer(),
  // Without a profile browsers take each ink for a share of light held back.
  'CMYK without profile': async (raster) => saved(withInksAsLight(raster, await inksOf(raster)), 95),
  'Display P3 kept': (raster) => colours(raster).withIccProfile('p3').jpeg({ quality: 90 }).toBuffer(),
  'Display P3 stripped': (raster) => saved(throughMatrix(raster, SRGB_TO_P3, 2.2), 90),
  'Adobe RGB stripped': (raster) => saved(throughMatrix(raster, SRGB_TO_ADOBE, 2.2), 90),
  'ProPhoto stripped': (raster) => saved(throughMatrix(raster, SRGB_TO_PROPHOTO, 1.8), 90),
  gray: (raster) => colours(raster).grayscale().jpeg({ quality: 90 }).toBuffer(),
  sepia: (raster) => saved(colours(raster).recomb(SEPIA), 90),
  duotone: (raster, random) =>
    saved(colours(raster).tint({ r: random() * 255, g: random() * 255, b: random() * 255 }), 90),
  'black and white': (raster) => colours(raster).grayscale().threshold(128).png().toBuffer(),
  inverted: (raster) => saved(colours(raster).negate(), 90),
  '16 colours': (raster) => asGif(raster, 16, 0),
  '16 colours, dithered': (raster) => asGif(raster, 16, 1),
  '256 colours, dithered': (raster) => asGif(raster, 256, 1),
  posterised: (raster, random) => saved(byLevel(raster, posterise(pick(random, [4, 6, 8]))), 90),
  'JPEG 20': (raster) => saved(colours(raster), 20),
  'JPEG 10': (raster) => saved(colours(raster), 10),
  'WebP 10': (raster) => colours(raster).webp({ quality: 10 }).toBuffer(),
  'AVIF 25': (raster) => colours(raster).avif({ quality: 25, effort: 2 }).toBuffer(),
  'colour reduced fourfold': async (raster) => saved(await withCoarseColour(raster, 4), 90),
  saturated: (raster, random) => saved(colours(raster).modulate({ saturation: between(random, 1.8, 3) }), 90),
  faded: (raster) => saved(colours(raster).modulate({ saturation: 0.4 }).linear(0.6, 80), 90),
  contrast: (raster, random) => {
    const gain = between(random, 1.5, 2.2);
    return saved(colours(raster).linear(gain, -128 * (gain - 1)), 90);
  },
  overexposed: (raster, random) => saved(colours(raster).linear(between(random, 1.5, 2), 20), 90),
  underexposed: (raster, random) => saved(colours(raster).linear(between(random, 0.25, 0.45), 0), 90),
  'levels stretched': (raster) => saved(colours(raster).normalise({ lower: 5, upper: 95 }), 90),
  'local contrast': (raster) => {
    const side = Math.round(Math.min(raster.width, raster.height) / 6);
    return saved(colours(raster).clahe({ width: side, height: side, maxSlope: 4 }), 90);
  },
  'night light': (raster) => saved(colours(raster).linear([1, 0.75, 0.45], [0, 0, 0]), 90),
  oversharpened: (raster) => saved(colours(raster).sharpen({ sigma: 2, m1: 3, m2: 6 }), 90),
  vignette: (raster, random) => saved(byPlace(raster, vignette(raster, between(random, 0.4, 0.8))), 90),
  'hue turned': (raster, random) => saved(colours(raster).modulate({ hue: Math.round(between(random, 60, 300)) }), 90),
} as const satisfies Readonly<Record<string, Conversion>>;

type Matrix = readonly [readonly number[], readonly number[], readonly number[]];

/** From linear sRGB to the linear light of another space, each D65 or adapted to it (Bradford). */
const SRGB_TO_P3: Matrix = [
  [0.8225, 0.1774, 0],
  [0.0332, 0.9669, 0],
  [0.0171, 0.0724, 0.9108],
];
const SRGB_TO_ADOBE: Matrix = [
  [0.7151, 0.2849, 0],
  [0, 1, 0],
  [0, 0.0412, 0.9588],
];
const SRGB_TO_PROPHOTO: Matrix = [
  [0.5293, 0.3301, 0.1406],
  [0.0983, 0.8735, 0.0282],
  [0.0169, 0.1177, 0.8654],
];
const SEPIA: [[number, number, number], [number, number, number], [number, number, number]] = [
  [0.393, 0.769, 0.189],
  [0.349, 0.686, 0.168],
  [0.272, 0.534, 0.131],
];

function saved(image: Sharp, quality: number): Promise<Buffer> {
  return image.jpeg({ quality }).toBuffer();
}

async function asGif(raster: Raster, colors: number, dither: number): Promise<Buffer> {
  return colours(raster).gif({ colors, dither }).toBuffer();
}

async function inksOf(raster: Raster): Promise<Buffer> {
  return colours(raster).toColourspace('cmyk').raw().toBuffer();
}

function withInksAsLight({ width, height }: Raster, inks: Buffer): Sharp {
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++)
      rgb[pixel * 3 + channel] = Math.round(
        ((255 - (inks[pixel * 4 + channel] as number)) * (255 - (inks[pixel * 4 + 3] as number))) / 255,
      );
  return colours({ width, height, rgb });
}

/** The numbers that the colours have in another space, read as sRGB by whoever lost the profile. */
function throughMatrix({ width, height, rgb }: Raster, matrix: Matrix, gamma: number): Sharp {
  const light = Array.from({ length: 256 }, (_, level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const out = Buffer.alloc(rgb.length);
  for (let at = 0; at < rgb.length; at += 3)
    for (let row = 0; row < 3; row++) {
      let sum = 0;
      for (let column = 0; column < 3; column++)
        sum += ((matrix[row] as readonly number[])[column] as number) * (light[rgb[at + column] as number] as number);
      out[at + row] = Math.round(255 * Math.min(1, Math.max(0, sum)) ** (1 / gamma));
    }
  return colours({ width, height, rgb: out });
}

function posterise(steps: number): (level: number) => number {
  return (level) => (Math.floor((level * steps) / 256) * 255) / (steps - 1);
}

function byLevel({ width, height, rgb }: Raster, map: (level: number) => number): Sharp {
  return colours({ width, height, rgb: Buffer.from(rgb.map((level) => Math.round(map(level)))) });
}

function vignette({ width, height }: Raster, most: number): (x: number, y: number) => number {
  return (x, y) => 1 - most * (((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2) * 0.5;
}

function byPlace({ width, height, rgb }: Raster, gain: (x: number, y: number) => number): Sharp {
  const out = Buffer.alloc(rgb.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++, at++) out[at] = Math.round((rgb[at] as number) * gain(x, y));
  return colours({ width, height, rgb: out });
}

/** The colour of one pixel in so many, the lightness of each: what strong chroma subsampling leaves. */
async function withCoarseColour(raster: Raster, factor: number): Promise<Sharp> {
  const { width, height, rgb } = raster;
  const coarse = await sharp(
    await colours(raster)
      .resize(Math.ceil(width / factor), Math.ceil(height / factor), { fit: 'fill' })
      .png()
      .toBuffer(),
  )
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const out = Buffer.alloc(rgb.length);
  const luma = (from: Buffer, at: number): number =>
    0.299 * (from[at] as number) + 0.587 * (from[at + 1] as number) + 0.114 * (from[at + 2] as number);
  for (let at = 0; at < rgb.length; at += 3) {
    const shift = luma(rgb, at) - luma(coarse, at);
    for (let channel = 0; channel < 3; channel++)
      out[at + channel] = Math.round(Math.min(255, Math.max(0, (coarse[at + channel] as number) + shift)));
  }
  return colours({ width, height, rgb: out });
}
