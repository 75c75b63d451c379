import sharp from 'sharp';
import type { MarkRecipe } from './mark-recipe.ts';

/** Height of an ideograph in ems, in the fonts used. */
const IDEOGRAPH_EMS = 0.88;

/** A photograph with a mark drawn onto it, brought to the recipe's size and saved as JPEG. */
export async function drawMark(photo: string | Uint8Array, recipe: MarkRecipe): Promise<Buffer> {
  const upright = await sharp(photo).rotate().toColourspace('srgb').removeAlpha().toBuffer({ resolveWithObject: true });
  const scale = recipe.shortSide / Math.min(upright.info.width, upright.info.height);
  const width = Math.round(upright.info.width * scale);
  const height = Math.round(upright.info.height * scale);
  return sharp(upright.data)
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: Buffer.from(markSvg(width, height, recipe)) }])
    .jpeg({ quality: recipe.jpegQuality })
    .toBuffer();
}

function markSvg(width: number, height: number, recipe: MarkRecipe): string {
  const side = Math.min(width, height);
  const fontSize = (recipe.heightFraction * side) / IDEOGRAPH_EMS;
  const margin = recipe.margin * side;
  const textWidth = [...recipe.text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 0.58 : 1), 0) * fontSize;
  const anchor = recipe.corner.endsWith('left') ? 'start' : recipe.corner === 'bottom' ? 'middle' : 'end';
  const x = anchor === 'start' ? margin : anchor === 'middle' ? width / 2 : width - margin;
  const baseline = recipe.corner.startsWith('top') ? margin + 0.88 * fontSize : height - margin - 0.12 * fontSize;
  const gray = Math.round(recipe.gray);
  const text = (dx: number, fill: string, opacity: number): string =>
    `<text x="${x + dx}" y="${baseline + dx}" text-anchor="${anchor}" font-family="${recipe.font}" font-weight="${recipe.weight}" font-size="${fontSize}" fill="${fill}" fill-opacity="${opacity}">${recipe.text}</text>`;
  const pad = 0.35 * fontSize;
  const pillLeft = { start: x, middle: x - textWidth / 2, end: x - textWidth }[anchor] - pad;
  const pill = `<rect x="${pillLeft}" y="${baseline - 0.92 * fontSize}" width="${textWidth + 2 * pad}" height="${1.1 * fontSize}" rx="${0.3 * fontSize}" fill="black" fill-opacity="0.45"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${recipe.backing === 'pill' ? pill : ''}
    ${recipe.backing === 'shadow' ? text(Math.max(1, 0.04 * fontSize), 'black', 0.4 * recipe.opacity) : ''}
    ${text(0, `rgb(${gray},${gray},${gray})`, recipe.opacity)}</svg>`;
}
