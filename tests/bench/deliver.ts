import sharp from 'sharp';
import { colours, type MarkedRaster, transform } from './raster.ts';
import { between, pick, type Random } from './seeded-random.ts';

export const DELIVERIES = [
  're-save',
  'chat',
  'crop',
  'scale',
  'mirror',
  'turn',
  'tilt',
  'tone',
  'filter',
  'screenshot',
  'border',
  'mixed',
] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** The picture as it arrives, and the mask in its pixels. */
export interface Delivered {
  readonly bytes: Buffer;
  readonly raster: MarkedRaster;
}

/** What buyers, apps and platforms do to a picture on its way, ending in at least one lossy save. */
export async function deliver(raster: MarkedRaster, delivery: Delivery, random: Random): Promise<Delivered> {
  let current = raster;
  for (const step of STEPS[delivery](random)) current = await step(current, random);
  const quality = Math.round(between(random, 55, 92));
  const format = random() < 0.15 ? 'webp' : 'jpeg';
  const bytes = await colours(current)[format]({ quality }).toBuffer();
  return { bytes, raster: current };
}

type Step = (raster: MarkedRaster, random: Random) => Promise<MarkedRaster>;

const STEPS: Readonly<Record<Delivery, (random: Random) => Step[]>> = {
  're-save': () => [save],
  chat: () => [save, shrinkForChat, save],
  crop: () => [crop],
  scale: () => [scale],
  mirror: () => [mirror],
  turn: () => [turn],
  tilt: () => [tilt],
  tone: () => [tone],
  filter: () => [filter],
  screenshot: () => [screenshot],
  border: () => [border],
  mixed: (random) => [
    ...(random() < 0.6 ? [crop] : []),
    ...(random() < 0.4 ? [mirror] : []),
    ...(random() < 0.5 ? [tone] : []),
    ...(random() < 0.6 ? [scale] : []),
    save,
    ...(random() < 0.3 ? [screenshot] : []),
  ],
};

async function save(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const bytes = await colours(raster)
    .jpeg({ quality: Math.round(between(random, 45, 90)) })
    .toBuffer();
  return { ...raster, rgb: await sharp(bytes).removeAlpha().raw().toBuffer() };
}

async function crop(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const keep = Math.sqrt(between(random, 0.4, 0.95));
  const box = maskBox(raster);
  const width = Math.round(Math.max(raster.width * keep, box.right - box.left + 8));
  const height = Math.round(Math.max(raster.height * keep, box.bottom - box.top + 8));
  const place = (size: number, full: number, low: number, high: number): number => {
    const from = Math.max(0, high - size);
    const to = Math.min(full - size, low);
    return Math.max(0, Math.min(full - size, Math.round(between(random, Math.min(from, to), Math.max(from, to)))));
  };
  const region = {
    width: Math.min(width, raster.width),
    height: Math.min(height, raster.height),
    left: place(Math.min(width, raster.width), raster.width, box.left, box.right),
    top: place(Math.min(height, raster.height), raster.height, box.top, box.bottom),
  };
  return transform(raster, (image) => image.extract(region));
}

function scale(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const factor = Math.max(between(random, 0.45, 1.8), 220 / Math.min(raster.width, raster.height));
  const width = Math.round(raster.width * factor);
  const height = Math.round(raster.height * factor);
  const kernel = pick(random, ['cubic', 'lanczos3', 'linear'] as const);
  return transform(raster, (image) => image.resize(width, height, { fit: 'fill', kernel }));
}

function shrinkForChat(raster: MarkedRaster): Promise<MarkedRaster> {
  return transform(raster, (image) =>
    image.resize({ width: 1080, height: 1080, fit: 'inside', withoutEnlargement: true }),
  );
}

function mirror(raster: MarkedRaster): Promise<MarkedRaster> {
  return transform(raster, (image) => image.flop());
}

function turn(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const angle = pick(random, [90, 180, 270]);
  return transform(raster, (image) => image.rotate(angle));
}

async function tilt(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const angle = between(random, 1, 6) * (random() < 0.5 ? -1 : 1);
  const turned = await transform(raster, (image) => image.rotate(angle, { background: '#000' }));
  const lost = Math.sin((Math.abs(angle) * Math.PI) / 180);
  const insetX = Math.ceil(raster.height * lost) + 2;
  const insetY = Math.ceil(raster.width * lost) + 2;
  return transform(turned, (image) =>
    image.extract({ left: insetX, top: insetY, width: turned.width - 2 * insetX, height: turned.height - 2 * insetY }),
  );
}

async function tone(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const contrast = between(random, 0.85, 1.2);
  const gains = [0, 1, 2].map(() => contrast * between(random, 0.93, 1.07));
  const lift = between(random, -14, 14);
  const rgb = await colours(raster)
    .modulate({ brightness: between(random, 0.85, 1.15), saturation: between(random, 0.7, 1.35) })
    .linear(gains, [lift, lift, lift])
    .raw()
    .toBuffer();
  return { ...raster, rgb };
}

async function filter(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const image = colours(raster);
  const filtered = pick(random, [
    () => image.sharpen({ sigma: between(random, 0.6, 1.6) }),
    () => image.median(3),
    () => image.blur(between(random, 0.4, 1)),
    () => image.gamma(between(random, 1, 1.3)).modulate({ brightness: 1.06, saturation: 1.1 }),
  ])();
  return { ...raster, rgb: await filtered.removeAlpha().raw().toBuffer() };
}

/** A phone's screenshot of a picture viewer: the picture across the screen, bars and interface around it. */
async function screenshot(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const width = pick(random, [720, 1080]);
  const height = Math.round(width * pick(random, [16 / 9, 19.5 / 9]));
  const shown = await transform(raster, (image) =>
    image.resize({ width, height: Math.round(height * 0.8), fit: 'inside' }),
  );
  const left = Math.floor((width - shown.width) / 2);
  const top = Math.floor((height - shown.height) / 2);
  const background = pick(random, ['#000000', '#ffffff', '#f4f4f4']);
  const framed = await transform(shown, (image) =>
    image.extend({ left, right: width - shown.width - left, top, bottom: height - shown.height - top, background }),
  );
  const mask = Buffer.alloc(width * height);
  for (let y = 0; y < shown.height; y++)
    shown.mask.copy(mask, (top + y) * width + left, y * shown.width, (y + 1) * shown.width);
  const ink = background === '#000000' ? '#ddd' : '#222';
  const interfaceSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <text x="30" y="48" font-size="30" font-family="Noto Sans CJK SC, Noto Serif CJK SC" fill="${ink}">14:0${Math.floor(random() * 9)}  中国移动</text>
    <text x="${width / 2 - 30}" y="${height - 40}" font-size="32" font-family="Noto Sans CJK SC, Noto Serif CJK SC" fill="${ink}">1/4  保存图片</text></svg>`;
  const rgb = await colours(framed)
    .composite([{ input: Buffer.from(interfaceSvg) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, rgb, mask };
}

async function border(raster: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const side = Math.round(Math.max(raster.width, raster.height) * between(random, 0.02, 0.12));
  const background = pick(random, ['#ffffff', '#000000', '#ffd9e0']);
  const rgb = await colours(raster)
    .extend({ top: side, bottom: side, left: side, right: side, background })
    .raw()
    .toBuffer();
  const width = raster.width + 2 * side;
  const height = raster.height + 2 * side;
  const mask = Buffer.alloc(width * height);
  for (let y = 0; y < raster.height; y++)
    raster.mask.copy(mask, (side + y) * width + side, y * raster.width, (y + 1) * raster.width);
  return { width, height, rgb, mask };
}

function maskBox({ mask, width, height }: MarkedRaster): { left: number; top: number; right: number; bottom: number } {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let index = 0; index < mask.length; index++) {
    if ((mask[index] as number) < 128) continue;
    const x = index % width;
    const y = Math.floor(index / width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  return box.right === 0 ? { left: width / 2, top: height / 2, right: width / 2, bottom: height / 2 } : box;
}
