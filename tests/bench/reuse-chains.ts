import sharp, { type Sharp } from 'sharp';

/** What people and platforms do to a picture before it is sent again; each takes and gives an encoded picture. */
export type Chain = (bytes: Uint8Array, random: () => number) => Promise<Uint8Array>;

const between = (random: () => number, low: number, high: number): number => low + (high - low) * random();
const jpeg = (image: Sharp, random: () => number): Promise<Uint8Array> =>
  image.jpeg({ quality: Math.round(between(random, 50, 92)) }).toBuffer();

/** Removes `share` of the area, anywhere, at nearly the same proportions. */
async function crop(bytes: Uint8Array, random: () => number, share: number): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes).metadata();
  const stretch = between(random, 0.92, 1.08);
  const side = Math.sqrt(1 - share);
  const keptWidth = Math.min(width, Math.round(width * side * stretch));
  const keptHeight = Math.min(height, Math.round((height * side) / stretch));
  const left = Math.round(random() * (width - keptWidth));
  const top = Math.round(random() * (height - keptHeight));
  return jpeg(sharp(bytes).extract({ left, top, width: keptWidth, height: keptHeight }), random);
}

async function scale(bytes: Uint8Array, random: () => number, factor: number): Promise<Uint8Array> {
  const { width } = await sharp(bytes).metadata();
  return jpeg(sharp(bytes).resize(Math.max(200, Math.round(width * factor))), random);
}

async function border(bytes: Uint8Array, random: () => number): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes).metadata();
  const side = (): number => Math.round(between(random, 0.03, 0.15) * Math.min(width, height));
  const gray = Math.round(random() * 255);
  const background = { r: gray, g: gray, b: Math.round(random() * 255) };
  return jpeg(sharp(bytes).extend({ top: side(), bottom: side(), left: side(), right: side(), background }), random);
}

/** A phone screen that shows the picture: status bar, title, the picture across the screen, text and buttons around. */
async function screenshot(bytes: Uint8Array, random: () => number): Promise<Uint8Array> {
  const [width, height] = [720, 1560];
  const shown = await sharp(bytes)
    .resize(Math.round(between(random, 0.72, 1) * width), 900, { fit: 'inside' })
    .toBuffer({ resolveWithObject: true });
  const top = Math.round(between(random, 170, height - 300 - shown.info.height));
  const left = Math.round((width - shown.info.width) * random());
  const isDark = random() < 0.5;
  const [paper, ink] = isDark ? ['#111', '#ddd'] : ['#f7f7f7', '#222'];
  const lines = Array.from({ length: 3 }, (_, line) => {
    const text = '退款进度 商品详情 申请原因 2026-11-20 18:0'.slice(Math.floor(random() * 12));
    return `<text x="36" y="${top + shown.info.height + 60 + line * 52}" font-size="30" fill="${ink}">${text}${line}</text>`;
  });
  const page = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" font-family="Noto Sans CJK SC">
    <rect width="100%" height="100%" fill="${paper}"/>
    <text x="40" y="44" font-size="26" fill="${ink}">12:${String(Math.floor(10 + random() * 49))}</text>
    <text x="560" y="44" font-size="26" fill="${ink}">5G 86%</text>
    <text x="290" y="116" font-size="36" fill="${ink}">退款详情</text>${lines.join('')}
    <rect x="30" y="${height - 110}" width="660" height="80" rx="40" fill="#e4393c"/>
    <text x="290" y="${height - 58}" font-size="32" fill="#fff">联系客服</text></svg>`;
  return jpeg(
    sharp(Buffer.from(page))
      .composite([{ input: shown.data, left, top }])
      .flatten(),
    random,
  );
}

export const REUSE_CHAINS: Readonly<Record<string, Chain>> = {
  resave: (bytes, random) =>
    sharp(bytes)
      .jpeg({ quality: Math.round(between(random, 40, 95)) })
      .toBuffer(),
  webp: (bytes, random) =>
    sharp(bytes)
      .webp({ quality: Math.round(between(random, 40, 90)) })
      .toBuffer(),
  smaller: (bytes, random) => scale(bytes, random, between(random, 0.45, 0.8)),
  larger: (bytes, random) => scale(bytes, random, between(random, 1.2, 2.2)),
  tone: (bytes, random) =>
    jpeg(
      sharp(bytes).modulate({ brightness: between(random, 0.75, 1.25), saturation: between(random, 0.6, 1.5) }),
      random,
    ),
  'crop-5': (bytes, random) => crop(bytes, random, 0.05),
  'crop-20': (bytes, random) => crop(bytes, random, 0.2),
  'crop-40': (bytes, random) => crop(bytes, random, 0.4),
  mirror: (bytes, random) => jpeg(sharp(bytes).flop(), random),
  'quarter-turn': async (bytes, random) => jpeg(sharp(bytes).rotate(random() < 0.5 ? 90 : 270), random),
  border,
  screenshot,
  'chat-chain': async (bytes, random) =>
    scale(
      await crop(await jpeg(sharp(bytes), random), random, between(random, 0.05, 0.25)),
      random,
      between(random, 0.6, 1.1),
    ),
  'mirrored-crop': async (bytes, random) => crop(await sharp(bytes).flop().toBuffer(), random, 0.15),
  'screenshot-crop': async (bytes, random) => screenshot(await crop(bytes, random, 0.15), random),
};
