import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisBrowser } from '../../scripts/analyze/analysis-browser.mjs';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import type { AnalysisLine } from '../../utils/engine/analysis-line.ts';
import { makePictures } from '../demo/make-pictures.mjs';
import { makeHostilePictures } from '../fixtures/hostile-pictures.ts';

/** All of them as one claim; a claim of as many photographs takes about as long. */
const MAX_CLAIM_MS = 180_000;
const GENUINE = ['genuine-front.jpg', 'genuine-close.jpg'];

const folder = mkdtempSync(join(tmpdir(), 'refund-lens-hostile-'));
let browser: AnalysisBrowser;
let names: string[];
let lines: AnalysisLine[];
let elapsedMs: number;

const analyse = (files: readonly string[]): Promise<AnalysisLine[]> =>
  browser.analyse(
    {
      id: undefined,
      files: files.map((name) => ({ name, path: join(folder, name) })),
      listing: [],
      seen: [],
      claim: {},
      checks: [],
    },
    0,
  ) as Promise<AnalysisLine[]>;

beforeAll(async () => {
  const pictures = await makePictures();
  const genuine = GENUINE.map((name) => [name, readFileSync(join(pictures, name))] as const);
  const hostile = await makeHostilePictures(genuine[0]?.[1] as Buffer);
  names = Object.keys(hostile);
  for (const [name, bytes] of [...genuine, ...Object.entries(hostile)]) writeFileSync(join(folder, name), bytes);
  browser = await AnalysisBrowser.launch({ executablePath: ensureBrowser(), extensionDir: ensureGrantedBuild() });
  const start = performance.now();
  lines = await analyse([...names, ...GENUINE]);
  elapsedMs = performance.now() - start;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in the page of the workers: has the worker of the first slot end as if it had crashed, once a check runs in it. */
async function loseWorkerAtFirstCheck(): Promise<void> {
  const { slotWorkers } = globalThis as unknown as { slotWorkers: (Worker | undefined)[] };
  while (!slotWorkers[0]) await new Promise((resolve) => setTimeout(resolve));
  const worker = slotWorkers[0];
  const lose = ({ data }: MessageEvent<{ type: string; isBeside?: boolean }>): void => {
    if (data.type !== 'check-started' || data.isBeside) return;
    worker.removeEventListener('message', lose);
    worker.dispatchEvent(new ErrorEvent('error', { message: 'lost on purpose' }));
  };
  worker.addEventListener('message', lose);
}

const lineOf = (name: string) => lines.find(({ file }) => file === name);
const reasonOf = (name: string) => lineOf(name)?.reason;

describe('files made to do harm', () => {
  it('are each answered in bounded time, and no check breaks on them', () => {
    expect(lines.map(({ file }) => file)).toEqual([...names, ...GENUINE]);
    for (const { file, failed } of lines) expect(failed, file).toEqual([]);
    expect(elapsedMs).toBeLessThan(MAX_CLAIM_MS);
  });

  it.each(['wide.png', 'wide.jpg', 'wide.webp', 'grid.avif', 'wide.gif', 'wide.bmp'])(
    '%s is not decoded, because of the size that it declares',
    (name) => expect(reasonOf(name)).toBe('too-many-pixels'),
  );

  it('a drawing that can run code is not drawn, whatever its name', () => {
    expect(reasonOf('svg.png')).toBe('unsupported-type');
    expect(reasonOf('entities.svg')).toBe('not-an-image');
  });

  it('a strip of one row is not looked at', () => {
    expect(reasonOf('row.png')).toBe('too-narrow');
  });

  it.each(['scans.jpg', 'hidden-scans.jpg'])('%s, of thousands of scans, is not decoded', (name) => {
    expect(reasonOf(name)).toBe('too-many-scans');
  });

  it('a preview of thousands of scans is left alone, the picture is looked at', () => {
    expect(lineOf('preview-of-scans.png')).toMatchObject({ verdict: 'none' });
  });

  it.each(['page.jpg', 'pdf-and.jpg', 'one-byte.jpg', 'program.jpg'])('%s is no picture', (name) =>
    expect(reasonOf(name)).toBe('not-an-image'),
  );

  it('are never held against anyone', () => {
    for (const name of names) expect(['cannot-judge', 'note', 'none'], name).toContain(lineOf(name)?.verdict);
  });

  it('cost one check where a worker is lost at it, and the claim goes on', async () => {
    const analysing = analyse(GENUINE);
    await browser.page.evaluate(loseWorkerAtFirstCheck);
    const after = await analysing;
    expect(after.map(({ file }) => file)).toEqual(GENUINE);
    expect(after.flatMap(({ failed }) => failed.map(({ reason }) => reason))).toEqual(['worker-crashed']);
    for (const line of after) expect(['none', 'note', 'cannot-judge'], line.file).toContain(line.verdict);
  });

  it('keep no other picture of their claim from being looked at', () => {
    for (const line of lines.slice(-GENUINE.length)) expect(['none', 'note'], line.file).toContain(line.verdict);
  });
});
