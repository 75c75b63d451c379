import { drawSvg, type MarkedRaster, transform } from './raster.ts';
import { between, pick, type Random } from './seeded-random.ts';

export const OVERLAY_KINDS = [
  'arrow',
  'circle',
  'box',
  'scribble',
  'caption',
  'caption-dark',
  'watermark',
  'bar',
  'emoji',
  'mosaic',
  'blur',
] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

const CAPTIONS = ['这里有问题', '收到就这样了', '看这里！', '有破损 请退款', '2024-05-18 14:32'];
const PEN_COLOURS = ['#fa2a2d', '#ff3b30', '#ffcc00', '#07c160', '#10aeff', '#ffffff'];

/** What an honest buyer draws on a picture with the tools of a phone or a chat app. */
export async function drawOverlay(raster: MarkedRaster, kind: OverlayKind, random: Random): Promise<MarkedRaster> {
  const { width, height } = raster;
  const unit = Math.max(width, height) / 100;
  const x = width * between(random, 0.25, 0.7);
  const y = height * between(random, 0.25, 0.7);
  const stroke = unit * between(random, 0.7, 1.6);
  const colour = pick(random, PEN_COLOURS);
  const pen = `fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"`;
  const text = pick(random, CAPTIONS);
  const size = unit * between(random, 3.5, 7);
  const label = `font-family="Noto Sans CJK SC, Noto Serif CJK SC" font-size="${size}" font-weight="bold"`;
  switch (kind) {
    case 'arrow': {
      const angle = random() * Math.PI * 2;
      const length = unit * between(random, 12, 28);
      const head = stroke * 4;
      const [ex, ey] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
      const wing = (turn: number) =>
        `M ${ex} ${ey} l ${-Math.cos(angle + turn) * head} ${-Math.sin(angle + turn) * head}`;
      return drawSvg(raster, `<path d="M ${x} ${y} L ${ex} ${ey} ${wing(0.5)} ${wing(-0.5)}" ${pen}/>`);
    }
    case 'circle': {
      const rx = unit * between(random, 5, 14);
      return drawSvg(raster, `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * between(random, 0.6, 1.3)}" ${pen}/>`);
    }
    case 'box':
      return drawSvg(raster, `<rect x="${x}" y="${y}" width="${unit * 18}" height="${unit * 12}" ${pen}/>`);
    case 'scribble': {
      let path = `M ${x} ${y}`;
      for (let step = 0; step < 9; step++)
        path += ` l ${unit * between(random, -5, 7)} ${unit * between(random, -5, 5)}`;
      return drawSvg(raster, `<path d="${path}" ${pen}/>`);
    }
    case 'caption':
      return drawSvg(raster, `<text x="${x - unit * 15}" y="${y}" fill="${colour}" ${label}>${text}</text>`);
    case 'caption-dark':
      return drawSvg(raster, `<text x="${x - unit * 15}" y="${y}" fill="#111" ${label}>${text}</text>`);
    case 'watermark':
      return drawSvg(
        raster,
        `<text x="${unit * 4}" y="${height - unit * 4}" fill="#fff" stroke="#333" stroke-width="${unit * 0.12}" ${label}>${text}</text>`,
      );
    case 'bar':
      return drawSvg(
        raster,
        `<rect x="${x - unit * 8}" y="${y}" width="${unit * between(random, 12, 25)}" height="${unit * between(random, 3, 6)}" fill="${pick(random, ['#000', '#fff', '#fa2a2d', '#555'])}"/>`,
      );
    case 'emoji': {
      const r = unit * between(random, 4, 7);
      return drawSvg(
        raster,
        `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffd034"/><circle cx="${x - r * 0.35}" cy="${y - r * 0.2}" r="${r * 0.12}" fill="#5a3a00"/><circle cx="${x + r * 0.35}" cy="${y - r * 0.2}" r="${r * 0.12}" fill="#5a3a00"/><path d="M ${x - r * 0.4} ${y + r * 0.45} q ${r * 0.4} ${-r * 0.3} ${r * 0.8} 0" fill="none" stroke="#5a3a00" stroke-width="${r * 0.12}"/>`,
      );
    }
    case 'mosaic':
    case 'blur':
      return degrade(raster, kind, x, y, unit, random);
  }
}

/** Pixelates or blurs a rectangle, an ellipse, or the track of a brush. */
async function degrade(
  raster: MarkedRaster,
  kind: 'mosaic' | 'blur',
  x: number,
  y: number,
  unit: number,
  random: Random,
): Promise<MarkedRaster> {
  const block = Math.max(3, Math.round(unit * between(random, 0.8, 3)));
  const degraded =
    kind === 'blur'
      ? (await transform(raster, (image) => image.blur(Math.max(1.5, unit * between(random, 0.5, 2))))).rgb
      : pixelate(raster, block);
  const w = unit * between(random, 8, 22);
  const h = unit * between(random, 6, 16);
  const shape = pick(random, [
    `<rect x="${x - w / 2}" y="${y - h / 2}" width="${w}" height="${h}" fill="#fff"/>`,
    `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="#fff"/>`,
    `<path d="M ${x - w} ${y} q ${w / 2} ${-h} ${w} 0 t ${w} 0" fill="none" stroke="#fff" stroke-width="${unit * 5}" stroke-linecap="round"/>`,
  ]);
  const { rgb: cover } = await drawSvg({ ...raster, rgb: Buffer.alloc(raster.rgb.length) }, shape);
  const rgb = Buffer.from(raster.rgb);
  for (let index = 0; index < rgb.length; index++)
    if ((cover[index] as number) > 127) rgb[index] = degraded[index] as number;
  return { ...raster, rgb };
}

/** Every block takes the mean colour of its pixels. */
function pixelate({ rgb, width, height }: MarkedRaster, block: number): Buffer {
  const flat = Buffer.alloc(rgb.length);
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block)
      for (let channel = 0; channel < 3; channel++) {
        const bottom = Math.min(height, top + block);
        const right = Math.min(width, left + block);
        let sum = 0;
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) sum += rgb[(y * width + x) * 3 + channel] as number;
        const mean = Math.round(sum / ((bottom - top) * (right - left)));
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) flat[(y * width + x) * 3 + channel] = mean;
      }
  return flat;
}
