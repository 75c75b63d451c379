// How often the four-pointed star is found where it was drawn, and where there is none.
// Run: node scripts/run-typescript.mjs tests/bench/star-marks.ts FOLDER tune|report
import sharp from 'sharp';
import { findStar } from '../../utils/image/visible-marks/find-star.ts';
import { decodeWithSharp } from '../fixtures/decode-with-sharp.ts';
import { proportion } from './proportion.ts';
import { between, seededRandom } from './seeded-random.ts';
import { genuinePhotos } from './visible-marks/genuine-photos.ts';

const VERSIONS = 6;
const [folder, half] = process.argv.slice(3) as [string, 'tune' | 'report'];
const random = seededRandom(`${half} stars`);
const photos = genuinePhotos(folder, half);
let found = 0;
let falseAlarms = 0;
let seen = 0;
for (const path of photos) {
  const upright = await sharp(path).rotate().toColourspace('srgb').removeAlpha().toBuffer({ resolveWithObject: true });
  for (let version = 0; version < VERSIONS; version++) {
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
    seen++;
    const alarm = findStar(await decodeWithSharp(bytes));
    if (alarm) {
      falseAlarms++;
      console.log(path, version, JSON.stringify(alarm));
    }
    if (version === 0 && findStar(await decodeWithSharp(await withStar(bytes)))) found++;
  }
}
console.log(`found ${proportion(found, photos.length)}; false alarms ${proportion(falseAlarms, seen)}`);

/** A white star with sides of four circles, 50 to 95 % opaque, on the lower right corner. */
async function withStar(bytes: Uint8Array): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const side = Math.min(width, height);
  const size = between(random, 0.035, 0.08) * side;
  const gap = between(random, 0.025, 0.07) * side;
  const [x, y, r] = [width - gap - size / 2, height - gap - size / 2, size / 2];
  const arc = (toX: number, toY: number): string => `A ${r} ${r} 0 0 0 ${toX} ${toY}`;
  const path = `M ${x} ${y - r} ${arc(x + r, y)} ${arc(x, y + r)} ${arc(x - r, y)} ${arc(x, y - r)} Z`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${path}" fill="white" fill-opacity="${between(random, 0.5, 0.95)}"/></svg>`;
  return sharp(bytes)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg({ quality: Math.round(between(random, 60, 90)) })
    .toBuffer();
}
