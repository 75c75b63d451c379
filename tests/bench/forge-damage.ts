import type { MarkedRaster, Raster } from './raster.ts';
import { between, type Random } from './seeded-random.ts';
import { valueNoise } from './value-noise.ts';

export const DAMAGE_KINDS = ['crack', 'scratch', 'stain', 'burn', 'tear', 'mould', 'dent', 'clone'] as const;
export type DamageKind = (typeof DAMAGE_KINDS)[number];

type Rgb = readonly [number, number, number];
/** How strongly the damage covers a pixel (0 to 1) and what it makes of its colour. */
interface Paint {
  readonly cover: (x: number, y: number) => number;
  readonly colour: (x: number, y: number, under: Rgb) => Rgb;
}

const MARKED_COVER = 0.25;

/** Adds one damage of about `areaShare` of the picture near its middle; the mask marks the pixels that it changed. */
export function forgeDamage(raster: Raster, kind: DamageKind, areaShare: number, random: Random): MarkedRaster {
  const { width, height } = raster;
  const centreX = width * between(random, 0.3, 0.7);
  const centreY = height * between(random, 0.3, 0.7);
  const radius = Math.sqrt((areaShare * width * height) / Math.PI);
  const paint = PAINTS[kind](raster, centreX, centreY, radius, random);
  const rgb = Buffer.from(raster.rgb);
  const mask = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cover = Math.min(1, paint.cover(x, y));
      if (cover <= 0.01) continue;
      const at = (y * width + x) * 3;
      const under: Rgb = [raster.rgb[at] as number, raster.rgb[at + 1] as number, raster.rgb[at + 2] as number];
      const over = paint.colour(x, y, under);
      for (let c = 0; c < 3; c++) rgb[at + c] = clamp((under[c] as number) * (1 - cover) + (over[c] as number) * cover);
      if (cover > MARKED_COVER) mask[y * width + x] = 255;
    }
  }
  return { width, height, rgb, mask };
}

type PaintOf = (raster: Raster, x: number, y: number, radius: number, random: Random) => Paint;

const PAINTS: Readonly<Record<DamageKind, PaintOf>> = {
  crack: (_raster, x, y, radius, random) => lines(x, y, radius * 2.2, radius, 3, random, [34, 28, 24]),
  scratch: (_raster, x, y, radius, random) => lines(x, y, radius * 2.2, radius * 0.7, 5, random, [222, 218, 212]),
  stain(_raster, x, y, radius, random) {
    const tint: Rgb = [between(random, 0.45, 0.7), between(random, 0.35, 0.55), between(random, 0.2, 0.4)];
    return {
      cover: blob(x, y, radius, 0.35, random),
      colour: (_x, _y, [r, g, b]) => [r * tint[0], g * tint[1], b * tint[2]],
    };
  },
  burn(_raster, x, y, radius, random) {
    const grain = valueNoise(Math.floor(random() * 1e9), 4, 3);
    return {
      cover: blob(x, y, radius, 0.2, random),
      colour: (px, py) => {
        const level = 14 + 46 * grain(px, py);
        return [level * 1.15, level * 0.95, level * 0.8];
      },
    };
  },
  tear(_raster, x, y, radius, random) {
    const grain = valueNoise(Math.floor(random() * 1e9), 6, 3);
    const base = between(random, 120, 215);
    return {
      cover: blob(x, y, radius, 0.06, random),
      colour: (px, py) => {
        const level = base + 60 * (grain(px, py) - 0.5);
        return [level, level * 0.96, level * 0.9];
      },
    };
  },
  mould(_raster, x, y, radius, random) {
    const inside = blob(x, y, radius * 1.5, 0.3, random);
    const spots = valueNoise(Math.floor(random() * 1e9), Math.max(4, radius * 0.25), 2);
    return {
      cover: (px, py) => inside(px, py) * Math.max(0, Math.min(0.9, (spots(px, py) - 0.48) * 8)),
      colour: () => [92, 104, 84],
    };
  },
  dent(_raster, x, y, radius, random) {
    const angle = random() * Math.PI * 2;
    return {
      cover: blob(x, y, radius, 0.5, random),
      colour: (px, py, [r, g, b]) => {
        const side = ((px - x) * Math.cos(angle) + (py - y) * Math.sin(angle)) / radius;
        const gain = 1 + 0.55 * Math.max(-1, Math.min(1, side));
        return [r * gain, g * gain, b * gain];
      },
    };
  },
  clone(raster, x, y, radius, random) {
    const shiftX = Math.round((random() < 0.5 ? -1 : 1) * between(random, 2.2, 3.2) * radius);
    const shiftY = Math.round(between(random, -1, 1) * radius);
    return {
      cover: blob(x, y, radius, 0.15, random),
      colour: (px, py) => {
        const sx = reflect(px + shiftX, raster.width);
        const sy = reflect(py + shiftY, raster.height);
        const at = (sy * raster.width + sx) * 3;
        return [raster.rgb[at] as number, raster.rgb[at + 1] as number, raster.rgb[at + 2] as number];
      },
    };
  },
};

/** A patch with a ragged outline; `softness` is the width of its edge as a share of the radius. */
function blob(x: number, y: number, radius: number, softness: number, random: Random): Paint['cover'] {
  const ragged = valueNoise(Math.floor(random() * 1e9), Math.max(3, radius * 0.6), 4);
  return (px, py) => {
    const reach = radius * (0.6 + 0.8 * ragged(px, py));
    const distance = Math.hypot(px - x, py - y);
    return Math.max(0, Math.min(1, (reach - distance) / Math.max(1, radius * softness) + 0.5));
  };
}

/** Ragged lines from one place; together about the given area. */
function lines(x: number, y: number, length: number, area: number, count: number, random: Random, ink: Rgb): Paint {
  const width = Math.max(1.6, (Math.PI * area * area) / (count * length * 2.2));
  const segments: (readonly [number, number, number, number, number])[] = [];
  const main = random() * Math.PI * 2;
  for (let line = 0; line < count; line++) {
    let angle = main + between(random, -0.7, 0.7) + (line % 2) * Math.PI;
    let [px, py] = [x + between(random, -2, 2), y + between(random, -2, 2)];
    const steps = 9;
    for (let step = 0; step < steps; step++) {
      angle += between(random, -0.5, 0.5);
      const nx = px + (Math.cos(angle) * length) / steps;
      const ny = py + (Math.sin(angle) * length) / steps;
      segments.push([px, py, nx, ny, width * (1 - (0.6 * step) / steps)]);
      [px, py] = [nx, ny];
    }
  }
  const grain = valueNoise(Math.floor(random() * 1e9), 5, 2);
  return {
    cover(px, py) {
      if (Math.hypot(px - x, py - y) > length * 1.3) return 0;
      let best = 0;
      for (const [ax, ay, bx, by, w] of segments)
        best = Math.max(best, Math.min(1, w / 2 - distanceToSegment(px, py, ax, ay, bx, by) + 0.5));
      return best * (0.7 + 0.3 * grain(px, py));
    },
    colour: () => ink,
  };
}

function distanceToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

function reflect(value: number, size: number): number {
  const folded = Math.abs(value) % (2 * size - 2);
  return Math.min(folded, 2 * size - 2 - folded);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
