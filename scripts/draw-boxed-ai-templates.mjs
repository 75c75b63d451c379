// Draws the templates of a box with AI in it, filled and outlined, in open fonts (Noto Sans CJK, DejaVu Sans), and writes
// utils/image/visible-marks/boxed-ai-templates.ts. Run: node scripts/draw-boxed-ai-templates.mjs
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

const COLUMNS = 40;
const ROWS = 20;
const ENLARGED = 8;
const FONTS = ['Noto Sans CJK SC', 'DejaVu Sans'];
/** Width by height of the box, and height of a capital by that of the box. */
const ASPECTS = [1, 1.35, 1.8, 2.3];
const LETTER_SHARES = [0.46, 0.62];
const CAPITAL_EMS = 0.73;

const templates = [];
for (const style of ['filled', 'outlined'])
  for (const font of FONTS)
    for (const aspect of ASPECTS)
      for (const letters of LETTER_SHARES) templates.push({ aspect, bits: await draw(style, font, aspect, letters) });

/** Drawn large at the box's own shape, then brought to the grid: one bit a cell, 1 for ink of the box's colour. */
async function draw(style, font, aspect, letters) {
  const height = ROWS * ENLARGED;
  const width = Math.round(height * aspect);
  const stroke = 0.08 * height;
  const isFilled = style === 'filled';
  const box = isFilled
    ? `<rect width="${width}" height="${height}" rx="${0.3 * height}" fill="white"/>`
    : `<rect x="${stroke / 2}" y="${stroke / 2}" width="${width - stroke}" height="${height - stroke}" rx="${0.22 * height}" fill="none" stroke="white" stroke-width="${stroke}"/>`;
  const text = `<text x="${width / 2}" y="${height / 2 + (letters * height) / 2}" text-anchor="middle" font-family="${font}" font-weight="700" font-size="${(letters * height) / CAPITAL_EMS}" fill="${isFilled ? 'black' : 'white'}">AI</text>`;
  const { data, info } = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/>${box}${text}</svg>`,
    ),
  )
    .resize(COLUMNS, ROWS, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let hex = '';
  for (let at = 0; at < COLUMNS * ROWS; at += 4) {
    const bits = [0, 1, 2, 3].map((step) => (data[(at + step) * info.channels] > 127 ? 8 >> step : 0));
    hex += bits.reduce((sum, bit) => sum + bit).toString(16);
  }
  return hex;
}

const lines = templates.map(({ aspect, bits }) => `  { aspect: ${aspect}, bits: '${bits}' },`);
writeFileSync(
  new URL('../utils/image/visible-marks/boxed-ai-templates.ts', import.meta.url),
  `/** One template: width by height of its box, and ${ROWS} rows of ${COLUMNS} cells, four to a hexadecimal digit, 1 for the box's ink. */
export interface BoxedAiTemplate {
  readonly aspect: number;
  readonly bits: string;
}

export const TEMPLATE_COLUMNS = ${COLUMNS};
export const TEMPLATE_ROWS = ${ROWS};

/** Drawn by scripts/draw-boxed-ai-templates.mjs; not to be edited by hand. */
export const BOXED_AI_TEMPLATES: readonly BoxedAiTemplate[] = [
${lines.join('\n')}
];
`,
);
