// How often the four-pointed star and the box with AI are found where they were drawn, and where there is none.
// Run: node scripts/run-typescript.mjs tests/bench/graphic-marks.ts FOLDER tune|report VERSIONS
import sharp from 'sharp';
import type { DecodedImage } from '../../utils/image/decoded-image.ts';
import { findBoxedAi } from '../../utils/image/visible-marks/find-boxed-ai.ts';
import { findStar } from '../../utils/image/visible-marks/find-star.ts';
import { decodeWithSharp } from '../fixtures/decode-with-sharp.ts';
import { proportion } from './proportion.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';
import { genuinePhotos } from './visible-marks/genuine-photos.ts';

const [folder, half, versions] = process.argv.slice(3) as [string, 'tune' | 'report', string];
const random = seededRandom(`${half} graphics`);
/** The report half draws the letters in fonts that no template was drawn in. */
const FONTS = { tune: ['Noto Sans CJK SC', 'DejaVu Sans'], report: ['Liberation Sans', 'Droid Sans Fallback'] };

interface GraphicMark {
  find(pixels: DecodedImage): { readonly likeness: number } | null;
  draw(width: number, height: number, chance: Random): string;
}

const MARKS: Readonly<Record<string, GraphicMark>> = {
  star: { find: findStar, draw: starSvg },
  'boxed AI': { find: findBoxedAi, draw: boxSvg },
};

const counts = Object.fromEntries(Object.keys(MARKS).map((name) => [name, { found: 0, alarms: 0 }]));
let seen = 0;
const photos = genuinePhotos(folder, half);
for (const path of photos) {
  const upright = await sharp(path).rotate().toColourspace('srgb').removeAlpha().toBuffer({ resolveWithObject: true });
  for (let version = 0; version < Number(versions); version++) {
    const { width, height } = upright.info;
    const keep = version === 0 ? 1 : between(random, 0.5, 1);
    const cut = { width: Math.round(width * keep), height: Math.round(height * keep) };
    const left = Math.floor(random() * (width - cut.width + 1));
    const top = Math.floor(random() * (height - cut.height + 1));
    const size = Math.round(between(random, 500, 1400));
    const part = sharp(upright.data)
      .extract({ ...cut, left, top })
      .resize({ width: size });
    const bytes = await part.jpeg({ quality: Math.round(between(random, 60, 90)) }).toBuffer();
    const plain = await decodeWithSharp(bytes);
    seen++;
    for (const [name, { find, draw }] of Object.entries(MARKS)) {
      const count = counts[name] as { found: number; alarms: number };
      const alarm = find(plain);
      if (alarm) {
        count.alarms++;
        console.log(name, path, version, JSON.stringify(alarm));
      }
      if (version > 0) continue;
      const svg = draw(plain.width, plain.height, random);
      const marked = await sharp(bytes)
        .composite([{ input: Buffer.from(svg) }])
        .jpeg({ quality: Math.round(between(random, 60, 90)) })
        .toBuffer();
      if (find(await decodeWithSharp(marked))) count.found++;
    }
  }
}
for (const [name, { found, alarms }] of Object.entries(counts))
  console.log(`${name}: found ${proportion(found, photos.length)}; false alarms ${proportion(alarms, seen)}`);

/** A star with sides of four circles, 50 to 95 % opaque, white or now and then black, in a lower corner. */
function starSvg(width: number, height: number, chance: Random): string {
  const side = Math.min(width, height);
  const size = between(chance, 0.035, 0.08) * side;
  const gap = between(chance, 0.025, 0.07) * side;
  const centreX = chance() < 0.7 ? width - gap - size / 2 : gap + size / 2;
  const [x, y, r] = [centreX, height - gap - size / 2, size / 2];
  const arc = (toX: number, toY: number): string => `A ${r} ${r} 0 0 0 ${toX} ${toY}`;
  const path = `M ${x} ${y - r} ${arc(x + r, y)} ${arc(x, y + r)} ${arc(x - r, y)} ${arc(x, y - r)} Z`;
  const fill = chance() < 0.85 ? 'white' : 'black';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${path}" fill="${fill}" fill-opacity="${between(chance, 0.5, 0.95)}"/></svg>`;
}

/** AI in a filled or an outlined box, 60 to 95 % opaque, in an upper corner. */
function boxSvg(width: number, height: number, chance: Random): string {
  const side = Math.min(width, height);
  const boxHeight = between(chance, 0.035, 0.08) * side;
  const boxWidth = between(chance, 1.1, 2.2) * boxHeight;
  const gap = between(chance, 0.015, 0.06) * side;
  const left = chance() < 0.5 ? gap : width - gap - boxWidth;
  const isFilled = chance() < 0.6;
  const [ink, paper] = chance() < 0.8 ? ['black', 'white'] : ['white', 'black'];
  const letters = between(chance, 0.45, 0.62) * boxHeight;
  const stroke = 0.08 * boxHeight;
  const shape = isFilled
    ? `<rect x="${left}" y="${gap}" width="${boxWidth}" height="${boxHeight}" rx="${between(chance, 0.15, 0.5) * boxHeight}" fill="${paper}"/>`
    : `<rect x="${left + stroke / 2}" y="${gap + stroke / 2}" width="${boxWidth - stroke}" height="${boxHeight - stroke}" rx="${0.2 * boxHeight}" fill="none" stroke="${paper}" stroke-width="${stroke}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g opacity="${between(chance, 0.6, 0.95)}">${shape}
    <text x="${left + boxWidth / 2}" y="${gap + boxHeight / 2 + letters / 2}" text-anchor="middle" font-family="${pick(chance, FONTS[half])}" font-weight="700" font-size="${letters / 0.73}" fill="${isFilled ? ink : paper}">AI</text></g></svg>`;
}
