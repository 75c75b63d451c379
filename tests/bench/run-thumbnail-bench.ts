// How the embedded preview agrees with its picture: on honest handling, on damage added later, on other photographs.
// Run: node scripts/run-typescript.mjs tests/bench/run-thumbnail-bench.ts FOLDER tune|report COUNT
import sharp from 'sharp';
import { compareThumbnail } from '../../utils/checks/metadata/compare-thumbnail.ts';
import { thumbnailDifference } from '../../utils/checks/metadata/thumbnail-difference.ts';
import { DAMAGE_KINDS, forgeDamage } from './forge-damage.ts';
import { photosOfHalf } from './photo-halves.ts';
import { proportion } from './proportion.ts';
import { colours, type Raster, rasterOf } from './raster.ts';
import { between, pick, seededRandom } from './seeded-random.ts';

const [folder, half, count] = process.argv.slice(3) as [string, 'tune' | 'report', string];
const random = seededRandom(`thumbnail ${half}`);

async function decoded(jpeg: Buffer) {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, rgba: new Uint8ClampedArray(data), sourceWidth: width, sourceHeight: height };
}

/** A preview as cameras make it: 160 × 120, letterboxed or stretched to it or of the picture's own shape. */
async function previewOf(raster: Raster) {
  const fit = pick(random, ['contain', 'inside', 'fill', 'cover'] as const);
  const sharpen = random() < 0.5;
  const small = colours(raster).resize({ width: 160, height: 120, fit, background: '#000' });
  return decoded(await (sharpen ? small.sharpen() : small).jpeg({ quality: 70 }).toBuffer());
}

/** What phones, chat apps and tidy sellers do to a picture without touching its preview. */
async function handled(raster: Raster): Promise<Buffer> {
  const turn = pick(random, [0, 0, 90, 180, 270]);
  const image = colours(raster)
    .rotate(turn)
    .resize({ width: Math.round(between(random, 500, 1600)) });
  const toned = random() < 0.4 ? image.modulate({ brightness: between(random, 0.85, 1.2), saturation: 1.2 }) : image;
  return toned.jpeg({ quality: Math.round(between(random, 55, 92)) }).toBuffer();
}

const seen = new Map<string, { n: number; differs: number; correlations: number[]; changed: number[] }>();
async function record(kind: string, picture: Buffer, preview: Awaited<ReturnType<typeof previewOf>>): Promise<void> {
  const agreement = compareThumbnail(await decoded(picture), preview);
  const row = seen.get(kind) ?? { n: 0, differs: 0, correlations: [], changed: [] };
  row.n++;
  if (thumbnailDifference(agreement) !== null) row.differs++;
  row.correlations.push(agreement.correlation);
  row.changed.push(agreement.changedFraction);
  seen.set(kind, row);
}

const photos = photosOfHalf(folder, half).slice(0, Number(count));
let previous: Raster | null = null;
for (const path of photos) {
  const raster = await rasterOf(path, 1200);
  const preview = await previewOf(raster);
  await record('honest: saved again, turned, toned', await handled(raster), preview);
  const caption = Buffer.from(
    `<svg width="${raster.width}" height="${raster.height}"><text x="10" y="${raster.height - 12}" font-size="${Math.round(raster.height / 24)}" fill="white">2026-11-21</text></svg>`,
  );
  const stamped = await colours(raster)
    .composite([{ input: caption }])
    .jpeg()
    .toBuffer();
  await record('honest: date stamped on it', stamped, preview);
  for (const share of [0.01, 0.05, 0.15]) {
    const forged = forgeDamage(raster, pick(random, DAMAGE_KINDS), share, random);
    await record(`damage added on ${share * 100} %`, await colours(forged).jpeg({ quality: 85 }).toBuffer(), preview);
  }
  if (previous) await record('another photograph', await colours(previous).jpeg().toBuffer(), preview);
  const [width, height] = [Math.round(raster.width * 0.7), Math.round(raster.height * 0.7)];
  const cropped = await colours(raster).extract({ left: 10, top: 10, width, height }).jpeg().toBuffer();
  await record('cropped to 70 %', cropped, preview);
  previous = raster;
}

const at = (values: number[], part: number): string =>
  (values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0).toFixed(3);
for (const [kind, { n, differs, correlations, changed }] of seen) {
  console.log(`${kind}: noted ${proportion(differs, n)}`);
  console.log(
    `  correlation 1 % ${at(correlations, 0.01)} median ${at(correlations, 0.5)} 99 % ${at(correlations, 0.99)}`,
  );
  console.log(
    `  changed median ${at(changed, 0.5)} 90 % ${at(changed, 0.9)} 99 % ${at(changed, 0.99)} most ${at(changed, 1)}`,
  );
}
