// Recall of `visible-mark` on drawn marks, its false alarms on photographs and on honest texts, and its time.
// Run: node scripts/run-typescript.mjs tests/bench/run-visible-marks-bench.ts FOLDER tune|report marks|honest-texts|english-marks|english-texts|photographs COUNT
// COUNT: pictures for the first four; versions of every photograph of both halves for the last.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Finding } from '../../utils/checks/check.ts';
import { screenshot } from '../../utils/checks/screenshot.ts';
import { visibleMark } from '../../utils/checks/visible-mark.ts';
import { checkInput } from '../fixtures/check-input.ts';
import { loadOcr } from '../fixtures/load-ocr.ts';
import { pictureOfFile } from '../fixtures/picture-of-file.ts';
import { proportion } from './proportion.ts';
import { between, pick, type Random, seededRandom } from './seeded-random.ts';
import { drawMark } from './visible-marks/draw-mark.ts';
import { genuinePhotos } from './visible-marks/genuine-photos.ts';
import {
  ENGLISH_HONEST_TEXTS,
  ENGLISH_MARKS,
  HONEST_TEXTS,
  MARKS,
  type MarkRecipe,
  mixMark,
} from './visible-marks/mark-recipe.ts';

const [folder, half, mode, count] = process.argv.slice(3) as [string, 'tune' | 'report', string, string];
const random = seededRandom(`${half} ${mode}`);
const ocr = await loadOcr();
const cpuMs: number[] = [];

async function findingsOf(bytes: Uint8Array): Promise<readonly Finding[]> {
  const picture = await pictureOfFile('claim.jpg', bytes);
  const input = checkInput({ picture, ocr });
  const seen = await screenshot.run(input);
  const before = process.cpuUsage();
  const outcome = await visibleMark.run(input);
  const used = process.cpuUsage(before);
  cpuMs.push((used.user + used.system) / 1000);
  return [seen, outcome].flatMap((one) => (one.status === 'done' ? one.findings : []));
}

const isClue = (findings: readonly Finding[]): boolean => findings.some(({ grade }) => grade === 'clue');

/** Counts hits in named groups and prints a line for each. */
class Tally {
  readonly #groups = new Map<string, { hits: number; trials: number }>();
  add(group: string, isHit: boolean): void {
    const { hits, trials } = this.#groups.get(group) ?? { hits: 0, trials: 0 };
    this.#groups.set(group, { hits: hits + (isHit ? 1 : 0), trials: trials + 1 });
  }
  print(): void {
    for (const [group, { hits, trials }] of [...this.#groups].sort(([a], [b]) => a.localeCompare(b)))
      console.log(`${group.padEnd(32)} ${proportion(hits, trials)}`);
  }
}

const tally = new Tally();

async function drawOnPhotos(texts: typeof MARKS, groupsOf: (recipe: MarkRecipe) => string[]): Promise<void> {
  const photos = genuinePhotos(folder, half);
  for (let trial = 0; trial < Number(count); trial++) {
    const recipe = mixMark(texts, half, random);
    const findings = await findingsOf(await drawMark(pick(random, photos), recipe));
    for (const group of ['all', ...groupsOf(recipe)]) tally.add(group, isClue(findings));
    if (isClue(findings) !== mode.endsWith('marks')) console.log(JSON.stringify({ ...recipe, findings }));
  }
}

/** A photograph as it may arrive: cropped, scaled, saved again. */
async function versionOf(path: string, version: number, chance: Random): Promise<Uint8Array> {
  if (version === 0) return readFileSync(path);
  const upright = await sharp(path).rotate().toColourspace('srgb').removeAlpha().toBuffer({ resolveWithObject: true });
  const keep = between(chance, 0.5, 1);
  const width = Math.round(upright.info.width * keep);
  const height = Math.round(upright.info.height * keep);
  const left = Math.floor(chance() * (upright.info.width - width + 1));
  const top = Math.floor(chance() * (upright.info.height - height + 1));
  return sharp(upright.data)
    .extract({ left, top, width, height })
    .resize({ width: Math.round(between(chance, 500, 1400)) })
    .jpeg({ quality: Math.round(between(chance, 50, 92)) })
    .toBuffer();
}

if (mode === 'marks') {
  await drawOnPhotos(MARKS, ({ text, place, backing, heightFraction, opacity, font, resentScale }) => [
    `text: ${text}`,
    `backing: ${backing}`,
    `place: ${place}`,
    `height: ${heightFraction < 0.05 ? '2.5 to 5 %' : '5 to 8 %'}`,
    `opacity: ${opacity < 0.65 ? '0.4 to 0.65' : '0.65 to 0.95'}`,
    `resent: ${resentScale < 1 ? 'yes' : 'no'}`,
    `font: ${font}`,
  ]);
} else if (mode === 'english-marks') {
  await drawOnPhotos(ENGLISH_MARKS, ({ text }) => [`text: ${text}`]);
} else if (mode === 'honest-texts' || mode === 'english-texts') {
  await drawOnPhotos(mode === 'honest-texts' ? HONEST_TEXTS : ENGLISH_HONEST_TEXTS, ({ text }) => [`text: ${text}`]);
} else {
  for (const path of genuinePhotos(folder, 'all')) {
    for (let version = 0; version < Number(count); version++) {
      const findings = await findingsOf(await versionOf(path, version, random));
      const versionName = version === 0 ? 'as they are' : 'cropped, scaled, saved again';
      tally.add(`clue: ${versionName}`, isClue(findings));
      for (const kind of ['visible-ai-text-inside', 'screenshot', 'bordered-picture'])
        tally.add(
          `${kind}: ${versionName}`,
          findings.some((finding) => finding.kind === kind),
        );
      if (findings.length > 0) console.log(path, version, JSON.stringify(findings));
    }
  }
}
tally.print();
cpuMs.sort((a, b) => a - b);
const perLine = await lineMs();
const at = (part: number): string => {
  const used = cpuMs[Math.floor(part * (cpuMs.length - 1))] as number;
  return `${Math.round(used)} ms = ${(used / perLine).toFixed(1)} lines`;
};
console.log(`processor time of visible-mark: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);
console.log(`one line of ten digits: ${perLine.toFixed(1)} ms`);

/** Processor time of reading one short line, the unit in which a busy machine and an idle one agree. */
async function lineMs(): Promise<number> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="68"><rect width="300" height="68" fill="white"/><text x="20" y="50" font-family="DejaVu Sans" font-size="44">0123456789</text></svg>';
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const gray = Uint8Array.from({ length: info.width * info.height }, (_, at) => data[at * info.channels] as number);
  const times: number[] = [];
  for (let reading = 0; reading < 15; reading++) {
    const before = process.cpuUsage();
    await ocr.readLine({ width: info.width, height: info.height, data: gray });
    const used = process.cpuUsage(before);
    times.push((used.user + used.system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[7] as number;
}
