import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a tool took for each picture, and the most memory that its process held. */
export interface NativeTiming {
  readonly perPictureMs: readonly number[];
  readonly peakBytes: number | null;
  readonly version: string;
}

export interface OpenCvTimings {
  readonly decode: readonly number[];
  readonly hash: readonly number[];
  readonly orb: readonly number[];
  readonly sift: readonly number[];
  readonly peakBytes: number;
  readonly version: string;
}

/** The Debian packages that the comparison needs; a row whose package is missing is left out. */
export const DEBIAN_PACKAGES = {
  exiftool: 'libimage-exiftool-perl',
  tesseract: 'tesseract-ocr and tesseract-ocr-chi-sim',
  opencv: 'python3-opencv',
} as const;

const PYTHON = '/usr/bin/python3';
const SCRIPT = new URL('opencv_listing.py', import.meta.url).pathname;

/** exiftool started anew for every picture, as a shell script would. Null where it is not installed. */
export function timeExiftool(paths: readonly string[]): NativeTiming | null {
  const version = outputOf('exiftool', ['-ver']);
  if (version === null) return null;
  const runs = paths.map((path) => timed('exiftool', ['-j', '-G', '-a', path]));
  return { perPictureMs: runs.map(({ elapsedMs }) => elapsedMs), peakBytes: peakOf(runs), version };
}

/** exiftool kept running and told one picture after the other (`-stay_open`); the start is not counted. */
export async function timeExiftoolKeptOpen(paths: readonly string[]): Promise<readonly number[]> {
  const tool = spawn('exiftool', ['-stay_open', 'True', '-@', '-'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = createInterface({ input: tool.stdout })[Symbol.asyncIterator]();
  const ask = async (path: string): Promise<number> => {
    const start = performance.now();
    tool.stdin.write(`-j\n-G\n-a\n${path}\n-execute\n`);
    for (let line = await answers.next(); !line.done && line.value !== '{ready}'; ) line = await answers.next();
    return performance.now() - start;
  };
  try {
    await ask(paths[0] as string);
    const times: number[] = [];
    for (const path of paths) times.push(await ask(path));
    return times;
  } finally {
    tool.stdin.end('-stay_open\nFalse\n');
  }
}

/** Tesseract reads a whole picture as sparse text, Chinese, started anew for every picture. Null where it is missing. */
export function timeTesseract(paths: readonly string[]): NativeTiming | null {
  const languages = outputOf('tesseract', ['--list-langs']);
  if (!languages?.includes('chi_sim')) return null;
  const version = outputOf('tesseract', ['--version'])?.split('\n')[0]?.replace('tesseract ', '') ?? '';
  const runs = paths.map((path) => timed('tesseract', [path, '-', '-l', 'chi_sim', '--psm', '11']));
  return { perPictureMs: runs.map(({ elapsedMs }) => elapsedMs), peakBytes: peakOf(runs), version };
}

/** OpenCV's own decoding, hash and comparison of each picture with the listing. Null where it is not installed. */
export function timeOpenCv(evidence: readonly string[], listing: readonly string[]): OpenCvTimings | null {
  if (outputOf(PYTHON, ['-c', 'import cv2']) === null) return null;
  return JSON.parse(execFileSync(PYTHON, [SCRIPT, ...evidence, '--', ...listing], { encoding: 'utf8' }));
}

/** What a program prints; null where it is missing or fails. */
function outputOf(program: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** GNU time writes the most memory that the program held, in KiB, as the last line of standard error. */
function timed(program: string, args: readonly string[]): { elapsedMs: number; peakBytes: number | null } {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], { encoding: 'utf8' });
  const elapsedMs = performance.now() - start;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  const kibibytes = Number(stderr.trim().split('\n').at(-1));
  return { elapsedMs, peakBytes: Number.isNaN(kibibytes) ? null : kibibytes * 1024 };
}

function peakOf(runs: readonly { peakBytes: number | null }[]): number | null {
  const known = runs.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
  return known.length > 0 ? Math.max(...known) : null;
}
