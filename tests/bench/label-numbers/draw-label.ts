import sharp from 'sharp';
import { between, pick, type Random } from '../seeded-random.ts';

/** How a carrier's label is laid out, and what its numbers look like. Layouts are typical ones, redrawn, not copies. */
export interface Carrier {
  readonly name: string;
  readonly number: (digits: (count: number) => string) => string;
  /** Digits in groups, as some labels print them. */
  readonly grouped: boolean;
  readonly numberAt: 'under-bars' | 'top' | 'both';
}

export const CARRIERS: readonly Carrier[] = [
  { name: '顺丰速运', number: (digits) => `SF${digits(13)}`, grouped: true, numberAt: 'under-bars' },
  { name: '中通快递', number: (digits) => `78${digits(12)}`, grouped: false, numberAt: 'both' },
  { name: '圆通速递', number: (digits) => `YT${digits(13)}`, grouped: false, numberAt: 'under-bars' },
  { name: '申通快递', number: (digits) => `77${digits(13)}`, grouped: true, numberAt: 'both' },
  { name: '韵达快递', number: (digits) => `43${digits(13)}`, grouped: false, numberAt: 'under-bars' },
  { name: '极兔速递', number: (digits) => `JT${digits(13)}`, grouped: false, numberAt: 'top' },
  { name: '京东物流', number: (digits) => `JDVA${digits(11)}`, grouped: false, numberAt: 'both' },
  { name: '中国邮政', number: (digits) => `98${digits(11)}`, grouped: true, numberAt: 'under-bars' },
];

export interface LabelRecipe {
  readonly carrier: Carrier;
  readonly number: string;
  readonly orderId: string | null;
  readonly shortSide: number;
  readonly jpegQuality: number;
  readonly blurSigma: number;
  readonly turnDegrees: number;
  /** Share of the photograph's width that the label fills. */
  readonly share: number;
}

/** A label's fields by chance, around a number that is given. */
export function mixLabel(carrier: Carrier, number: string, orderId: string | null, random: Random): LabelRecipe {
  return {
    carrier,
    number,
    orderId,
    shortSide: Math.round(between(random, 700, 1400)),
    jpegQuality: Math.round(between(random, 60, 92)),
    blurSigma: between(random, 0.3, 1.2),
    turnDegrees: between(random, -4, 4),
    share: between(random, 0.55, 0.95),
  };
}

/** The label lying on a photograph, as a buyer would photograph it. */
export async function drawLabelPhoto(photo: string, recipe: LabelRecipe, random: Random): Promise<Buffer> {
  const ground = await sharp(photo)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .resize(recipe.shortSide, Math.round(recipe.shortSide * 1.33), { fit: 'cover' })
    .toBuffer({ resolveWithObject: true });
  const width = Math.round(recipe.shortSide * recipe.share);
  const label = await sharp(Buffer.from(labelSvg(recipe, random)))
    .resize({ width })
    .rotate(recipe.turnDegrees, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .modulate({ brightness: between(random, 0.75, 1) })
    .png()
    .toBuffer({ resolveWithObject: true });
  const fitted = await sharp(label.data)
    .resize({ width: ground.info.width, height: ground.info.height, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const placed = await sharp(ground.data)
    .composite([
      {
        input: fitted.data,
        left: Math.floor(random() * (ground.info.width - fitted.info.width + 1)),
        top: Math.floor(random() * (ground.info.height - fitted.info.height + 1)),
      },
    ])
    .blur(recipe.blurSigma)
    .toBuffer();
  return sharp(placed).jpeg({ quality: recipe.jpegQuality }).toBuffer();
}

function labelSvg({ carrier, number, orderId }: LabelRecipe, random: Random): string {
  const digits = (count: number): string => digitsBy(random, count);
  const printed = carrier.grouped ? number.replace(/(.{4})(?=.)/g, '$1 ') : number;
  const bars = (top: number, height: number): string => {
    const parts: string[] = [];
    for (let x = 70; x < 690; ) {
      const bar = 2 + Math.floor(random() * 4) * 2;
      parts.push(`<rect x="${x}" y="${top}" width="${bar}" height="${height}"/>`);
      x += bar + 2 + Math.floor(random() * 4) * 2;
    }
    return parts.join('');
  };
  const text = (x: number, y: number, size: number, words: string, weight = 400): string =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}">${words}</text>`;
  const mobile = `1${pick(random, ['38', '59', '86'])}${digits(8)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="1100" font-family="Noto Sans CJK SC">
    <rect width="760" height="1100" fill="#fbfaf7"/><rect x="10" y="10" width="740" height="1080" fill="none" stroke="#222" stroke-width="3"/>
    ${text(40, 80, 50, carrier.name, 700)}${text(520, 70, 26, '代收货款 ¥0.00')}
    ${carrier.numberAt !== 'under-bars' ? text(40, 140, 34, `运单号: ${printed}`) : ''}
    ${text(40, 230, 80, `${digits(3)}-${pick(random, ['A', 'B', 'C'])}${digits(2)} ${digits(3)}`, 700)}
    ${text(40, 320, 32, `收 ${pick(random, ['王女士', '李先生', '张小姐'])} ${mobile}`)}
    ${text(40, 370, 30, `浙江省杭州市西湖区文三路${digits(3)}号${digits(1)}幢${digits(3)}室`)}
    ${text(40, 440, 26, `寄 张记水果店 1${pick(random, ['33', '77'])}${digits(8)}`)}
    <g>${bars(490, 150)}</g>${carrier.numberAt !== 'top' ? text(120, 690, 40, printed) : ''}
    ${text(40, 770, 26, `打印时间 2026-11-${10 + Math.floor(random() * 19)} ${10 + Math.floor(random() * 12)}:${digits(2)}`)}
    ${orderId ? text(40, 830, 28, `订单号: ${orderId}`) : ''}
    ${text(40, 890, 28, `生产批号 ${digits(8)}  规格 500g×2`)}${text(40, 950, 26, `商品条码 69${digits(11)}`)}
  </svg>`;
}

/** Random digits as text. */
export function digitsBy(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}
