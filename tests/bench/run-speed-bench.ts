import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { makePictures } from '../demo/make-pictures.mjs';
import { basePhotos, type Half } from './base-photos.ts';
import { describeMachine } from './speed/describe-machine.ts';
import { measureMainJob } from './speed/measure-main-job.ts';
import { timeExiftool, timeExiftoolKeptOpen, timeOpenCv, timeTesseract } from './speed/native-tools.ts';
import { mainJobTable, type NativeTimings, nativeTable, sizesTable } from './speed/speed-tables.ts';
import { makeTwelveMegapixelClaim, type TwelveMegapixelClaim } from './speed/twelve-megapixel-claim.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FIGURES = join(ROOT, 'docs/benchmarks.md');
const BEGIN = '<!-- npm run bench -- speed --write: from here -->';
const END = '<!-- to here -->';
/** The recogniser's peer reads the pictures as large as the extension does. */
const ANALYSIS_PIXELS = 2_500_000;

export interface SpeedBenchOptions {
  readonly corpus: string;
  readonly half: Half;
  readonly seed: number;
  /** Claims that are measured; one more comes first and is not counted. */
  readonly runs: number;
  /** Puts the tables into docs/benchmarks.md. */
  readonly write: boolean;
}

/** Times the main job on twelve-megapixel pictures, and native tools on the same pictures; prints the tables. */
export async function runSpeedBench(options: SpeedBenchOptions): Promise<void> {
  const folder = join(ROOT, '.cache/bench/speed', `${options.half}-${options.seed}`);
  const claims = await madeClaims(options, folder);
  const loadBefore = loadavg()[0] as number;
  const demoFolder = join(folder, 'served');
  copyDemoPictures(await makePictures(), demoFolder);
  const { runs, idle } = await measureMainJob(demoFolder, claims);
  const native = await timeNative(folder, options.runs);
  const text = [
    `${options.runs} claims of six JPEGs of 4000 × 3000 pixels (${megabytes(claims)} MB each) and two listing pictures as large, made from the corpus's`,
    `\`${options.half}\` half with seed ${options.seed}; one claim before them starts the tools. ${describeMachine()} Load ${loadBefore.toFixed(1)} at the start,`,
    `${(loadavg()[0] as number).toFixed(1)} at the end.`,
    '',
    mainJobTable(runs, idle),
    '',
    nativeTable(runs, native),
    '',
    sizesTable(join(ROOT, '.output/release')),
  ].join('\n');
  console.log(text);
  if (!options.write) return;
  const page = readFileSync(FIGURES, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${FIGURES} has no place for the tables`);
  writeFileSync(FIGURES, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}

/** Claims as files, made once for each seed. */
async function madeClaims(
  { corpus, half, seed, runs }: SpeedBenchOptions,
  folder: string,
): Promise<TwelveMegapixelClaim[]> {
  const photos = basePhotos(corpus, half);
  const claims: TwelveMegapixelClaim[] = [];
  for (let number = 0; number <= runs; number++) {
    const own = join(folder, String(number));
    if (!existsSync(join(own, 'made'))) {
      const made = await makeTwelveMegapixelClaim(photos, `speed-${seed}-${number}`);
      mkdirSync(own, { recursive: true });
      for (const [index, bytes] of made.evidence.entries()) writeFileSync(join(own, `evidence-${index}.jpg`), bytes);
      for (const [index, bytes] of made.listing.entries()) writeFileSync(join(own, `listing-${index}.jpg`), bytes);
      writeFileSync(join(own, 'made'), '');
    }
    claims.push({ evidence: pathsOf(own, 'evidence').map(read), listing: pathsOf(own, 'listing').map(read) });
  }
  return claims;
}

async function timeNative(folder: string, number: number): Promise<NativeTimings> {
  const own = join(folder, String(number));
  const evidence = pathsOf(own, 'evidence');
  const exiftool = timeExiftool(evidence);
  return {
    exiftool,
    exiftoolKeptOpen: exiftool && (await timeExiftoolKeptOpen(evidence)),
    opencv: timeOpenCv(evidence, pathsOf(own, 'listing')),
    tesseract: timeTesseract(await reducedCopies(evidence, own)),
  };
}

async function reducedCopies(paths: readonly string[], folder: string): Promise<string[]> {
  const copies: string[] = [];
  for (const [index, path] of paths.entries()) {
    const { width, height } = await sharp(path).metadata();
    const copy = join(folder, `reduced-${index}.png`);
    await sharp(path)
      .resize({ width: Math.round(width * Math.min(1, Math.sqrt(ANALYSIS_PIXELS / (width * height)))) })
      .png({ compressionLevel: 1 })
      .toFile(copy);
    copies.push(copy);
  }
  return copies;
}

function copyDemoPictures(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) writeFileSync(join(to, name), readFileSync(join(from, name)));
}

function pathsOf(folder: string, role: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(role))
    .sort()
    .map((name) => join(folder, name));
}

const read = (path: string): Buffer => readFileSync(path);

function megabytes(claims: readonly TwelveMegapixelClaim[]): string {
  const sizes = claims.flatMap(({ evidence }) => evidence.map(({ length }) => length / 1e6)).toSorted((a, b) => a - b);
  return `${(sizes[0] as number).toFixed(1)} to ${(sizes.at(-1) as number).toFixed(1)}`;
}
