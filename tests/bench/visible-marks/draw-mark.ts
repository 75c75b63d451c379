import sharp from 'sharp';
import type { MarkRecipe } from './mark-recipe.ts';

/** Height of an ideograph in ems, in the fonts used. */
const IDEOGRAPH_EMS = 0.88;
/** Widths in ems, roughly: the backing has to fit, nothing else. */
const LATIN_EMS = 0.58;

/** A photograph with a mark drawn onto it, brought to the recipe's size and saved as JPEG, and again where it was resent. */
export async function drawMark(photo: string | Uint8Array, recipe: MarkRecipe): Promise<Buffer> {
  const upright = await sharp(photo).rotate().toColourspace('srgb').removeAlpha().toBuffer({ resolveWithObject: true });
  const scale = recipe.shortSide / Math.min(upright.info.width, upright.info.height);
  const width = Math.round(upright.info.width * scale);
  const height = Math.round(upright.info.height * scale);
  const marked = await sharp(upright.data)
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: Buffer.from(markSvg(width, height, recipe)) }])
    .jpeg({ quality: recipe.jpegQuality })
    .toBuffer();
  if (recipe.resentScale === 1) return marked;
  return sharp(marked)
    .resize(Math.round(width * recipe.resentScale))
    .jpeg({ quality: Math.min(90, recipe.jpegQuality + 5) })
    .toBuffer();
}

function markSvg(width: number, height: number, recipe: MarkRecipe): string {
  const { place, backing, opacity, spacing } = recipe;
  const side = Math.min(width, height);
  const fontSize = (recipe.heightFraction * side) / IDEOGRAPH_EMS;
  const margin = recipe.margin * side;
  const letters = [...recipe.text];
  const textWidth =
    letters.reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? LATIN_EMS : 1) + spacing, -spacing) * fontSize;
  const anchor = place.endsWith('left') ? 'start' : place.endsWith('right') ? 'end' : 'middle';
  // The space after the last letter counts for the anchor.
  const x = { start: margin, middle: width / 2, end: width - margin + spacing * fontSize }[anchor];
  const isBeside = place === 'left' || place === 'right';
  const baseline = isBeside
    ? height / 2 + 0.4 * fontSize
    : place.startsWith('top')
      ? margin + IDEOGRAPH_EMS * fontSize
      : height - margin - 0.12 * fontSize;
  const gray = Math.round(recipe.gray);
  const style = `text-anchor="${anchor}" font-family="${recipe.font}" font-weight="${recipe.weight}" font-size="${fontSize}" letter-spacing="${spacing * fontSize}"`;
  const text = (dx: number, paint: string): string =>
    `<text x="${x + dx}" y="${baseline + dx}" ${style} ${paint}>${recipe.text}</text>`;
  const pad = 0.35 * fontSize;
  const pillLeft = { start: x, middle: x - textWidth / 2, end: x - textWidth }[anchor] - pad;
  const pill = (fill: string): string =>
    `<rect x="${pillLeft}" y="${baseline - 1.0 * fontSize}" width="${textWidth + 2 * pad}" height="${1.25 * fontSize}" rx="${0.3 * fontSize}" fill="${fill}" fill-opacity="${0.3 + 0.5 * opacity}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${backing === 'pill' ? pill('black') : backing === 'light-pill' ? pill('white') : ''}
    ${backing === 'shadow' ? text(Math.max(1, 0.04 * fontSize), `fill="black" fill-opacity="${0.4 * opacity}"`) : ''}
    ${backing === 'outline' ? text(0, `fill="none" stroke="black" stroke-opacity="${0.6 * opacity}" stroke-width="${0.1 * fontSize}"`) : ''}
    ${text(0, `fill="rgb(${gray},${gray},${gray})" fill-opacity="${opacity}"`)}</svg>`;
}
