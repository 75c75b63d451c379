import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnalysisBrowser } from '../../scripts/analyze/analysis-browser.mjs';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import type { MutatedFile } from './mutations-of.ts';

/** As many pictures as an honest claim has. */
const FILES_OF_CLAIM = 6;

/** What a line says when the analysis itself broke; a check that says why it cannot judge is an answer. */
const BROKEN = ['timed-out', 'worker-crashed', 'analysis-broke'];

interface Line {
  readonly verdict?: string;
  readonly reason?: string;
  readonly failed: readonly { readonly check: string; readonly reason?: string; readonly params?: unknown }[];
}

/**
 * Sends mutated files through the extension's own worker, as claims of a few pictures, with all checks: each must get a
 * line of its own, and no check may fail in it.
 */
export async function analyseInBrowser(
  files: Iterable<MutatedFile>,
  keep: (file: MutatedFile, error: string) => void,
): Promise<{ count: number; failed: number; summary: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'refund-lens-fuzz-'));
  const browser = await AnalysisBrowser.launch({ executablePath: ensureBrowser(), extensionDir: ensureGrantedBuild() });
  let [count, failed, answered, slowestMs] = [0, 0, 0, 0];
  const verdicts = new Map<string, number>();
  const analyse = async (claim: readonly MutatedFile[]): Promise<void> => {
    const paths = claim.map(({ id, bytes }) => {
      const path = join(folder, id);
      writeFileSync(path, bytes);
      return path;
    });
    const start = performance.now();
    const lines = (await browser.analyse(
      {
        id: undefined,
        files: claim.map(({ name }, index) => ({ name, path: paths[index] as string })),
        listing: [],
        seen: [],
        claim: {},
        checks: [],
      },
      0,
    )) as Line[];
    slowestMs = Math.max(slowestMs, performance.now() - start);
    for (const [index, file] of claim.entries()) {
      const line = lines[index];
      const problem = problemOf(line);
      count++;
      if (line) answered++;
      if (line?.verdict) verdicts.set(line.verdict, (verdicts.get(line.verdict) ?? 0) + 1);
      if (problem === null) continue;
      failed++;
      keep(file, problem);
    }
    for (const path of paths) rmSync(path);
  };
  try {
    let claim: MutatedFile[] = [];
    for (const file of files) {
      claim.push(file);
      if (claim.length < FILES_OF_CLAIM) continue;
      await analyse(claim);
      claim = [];
    }
    if (claim.length > 0) await analyse(claim);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const said = [...verdicts].map(([verdict, times]) => `${verdict} ${times}`).join(', ');
  return {
    count,
    failed,
    summary: `${answered} answered (${said}); slowest claim of ${FILES_OF_CLAIM}: ${Math.round(slowestMs)} ms`,
  };
}

function problemOf(line: Line | undefined): string | null {
  if (!line) return 'No line';
  if (line.reason && BROKEN.includes(line.reason)) return JSON.stringify(line.failed);
  return line.failed.length > 0 ? JSON.stringify(line.failed) : null;
}
