import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MainJobRun } from './measure-main-job.ts';
import { DEBIAN_PACKAGES, type NativeTiming, type OpenCvTimings } from './native-tools.ts';
import type { ProcessMemory } from './process-memory.ts';

export interface NativeTimings {
  readonly exiftool: NativeTiming | null;
  readonly exiftoolKeptOpen: readonly number[] | null;
  readonly opencv: OpenCvTimings | null;
  readonly tesseract: NativeTiming | null;
}

/** From the issue that set them, for two cores that nothing else uses. */
const TARGETS = { firstFindingMs: 300, withoutReadingMs: 2000, allMs: 6000, workerBytes: 700e6, packageBytes: 25e6 };

/** The whole job against its targets. */
export function mainJobTable(runs: readonly MainJobRun[], idle: ProcessMemory): string {
  const row = (what: string, values: readonly number[], target: number, unit: (value: number) => string): string => {
    const middle = median(values);
    const verdict = middle <= target ? 'met' : `missed, ${(middle / target).toFixed(1)} ×`;
    return `| ${what} | ${unit(middle)} | ${unit(Math.max(...values))} | ${unit(target)} | ${verdict} |`;
  };
  const memory = runs.map(({ peak }) => peak.ownBytes - idle.ownBytes);
  return [
    '| from the click, six pictures with two listing pictures | median | worst | target | |',
    '|---|---|---|---|---|',
    row(
      'first finding',
      runs.map(({ firstFindingMs }) => firstFindingMs ?? Number.POSITIVE_INFINITY),
      TARGETS.firstFindingMs,
      seconds,
    ),
    row(
      'all checks but those that read text',
      runs.map(({ withoutReadingMs }) => withoutReadingMs),
      TARGETS.withoutReadingMs,
      seconds,
    ),
    row(
      'all checks',
      runs.map(({ allMs }) => allMs),
      TARGETS.allMs,
      seconds,
    ),
    row(
      'the same in processor time of the extension, all threads',
      runs.map(({ processorMs }) => processorMs),
      TARGETS.allMs,
      seconds,
    ),
    row('memory of the worker at its most, over the idle extension', memory, TARGETS.workerBytes, size),
  ].join('\n');
}

/** Each stage beside a native tool on the same pictures. */
export function nativeTable(runs: readonly MainJobRun[], native: NativeTimings): string {
  const { exiftool, exiftoolKeptOpen, opencv, tesseract } = native;
  const ours = (check: string): number =>
    median(
      runs.flatMap(({ watched }) =>
        watched.results.filter((result) => result.check === check).map(({ elapsedMs }) => elapsedMs),
      ),
    );
  const decode = median(runs.flatMap(({ watched }) => watched.pictures.map(({ decodeMs }) => decodeMs ?? 0)));
  const row = (
    what: string,
    own: number,
    peer: string,
    times: readonly number[] | null,
    peakBytes: number | null,
  ): string => {
    if (!times) return `| ${what} | ${own.toFixed(1)} ms | ${peer} | – | – | |`;
    const peerMs = median(times);
    return `| ${what} | ${own.toFixed(1)} ms | ${peer} | ${peerMs.toFixed(1)} ms | ${(own / peerMs).toFixed(2)} | ${peakBytes === null ? '' : size(peakBytes)} |`;
  };
  const missing = (name: keyof typeof DEBIAN_PACKAGES): string =>
    `left out: Debian's ${DEBIAN_PACKAGES[name]} is not installed`;
  const tool = exiftool ? `exiftool ${exiftool.version}` : missing('exiftool');
  const cv = opencv ? `OpenCV ${opencv.version} (C++, called from Python)` : missing('opencv');
  const reader = tesseract ? `tesseract ${tesseract.version}, chi_sim, the whole picture` : missing('tesseract');
  return [
    '| per picture, medians | here | native | native | ratio | native memory |',
    '|---|---|---|---|---|---|',
    row(
      '`metadata`',
      ours('metadata'),
      `${tool}, started for each`,
      exiftool?.perPictureMs ?? null,
      exiftool?.peakBytes ?? null,
    ),
    row('the same', ours('metadata'), `${tool}, kept open`, exiftoolKeptOpen, null),
    row(
      'decoding to the size that is analysed, with the small version',
      decode,
      `${cv}: imread, reduced`,
      opencv?.decode ?? null,
      opencv?.peakBytes ?? null,
    ),
    row(
      '`fingerprint` (PDQ, eight orientations)',
      ours('fingerprint'),
      `${cv}: pHash, one orientation`,
      opencv?.hash ?? null,
      null,
    ),
    row(
      '`listing-match`, with the map of changes',
      ours('listing-match'),
      `${cv}: ORB, match, homography`,
      opencv?.orb ?? null,
      null,
    ),
    row('the same', ours('listing-match'), `${cv}: SIFT, match, homography`, opencv?.sift ?? null, null),
    row(
      '`visible-mark`, lines along the edges',
      ours('visible-mark'),
      reader,
      tesseract?.perPictureMs ?? null,
      tesseract?.peakBytes ?? null,
    ),
    ...['file', 'screenshot', 'jpeg', 'seen-before', 'contradiction', 'parcel-label'].map(
      (check) => `| \`${check}\` | ${ours(check).toFixed(1)} ms | no peer | | | |`,
    ),
  ].join('\n');
}

/** The packages of `npm run zip`, in its folder. */
export function sizesTable(output: string): string {
  const packages = existsSync(output) ? readdirSync(output).filter((name) => /-(chrome|firefox)\.zip$/.test(name)) : [];
  if (packages.length === 0) return 'Package sizes: none here; `npm run zip` makes the packages.';
  return [
    '| package | size | target |',
    '|---|---|---|',
    ...packages.map(
      (name) => `| ${name} | ${size(statSync(join(output, name)).size)} | ${size(TARGETS.packageBytes)} |`,
    ),
  ].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const seconds = (value: number): string => `${(value / 1000).toFixed(value < 1000 ? 2 : 1)} s`;
const size = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
