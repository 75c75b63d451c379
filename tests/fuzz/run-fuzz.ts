import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_FOLDER } from '../fixtures/corpus-folder.ts';
import { analyseInBrowser } from './analyse-in-browser.ts';
import { lookAtFile } from './look-at-file.ts';
import { makeSeeds } from './make-seeds.ts';
import { type MutatedFile, mutationOf } from './mutations-of.ts';
import { readCorpusSeeds } from './read-corpus-seeds.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Number of the first mutation: a run can be made in parts. */
  readonly from: number;
  /** The run stops after this time however many mutations are left. */
  readonly seconds: number;
  /** Through the built extension in headless Chromium instead of the pure readers in Node. */
  readonly browser: boolean;
  /** Where files that failed are kept. */
  readonly failures: string;
}

/** Mutations between two lines that tell how far a long run is. */
const PROGRESS_EVERY = 500;

/**
 * Mutates files and has them read; prints what failed, and keeps it.
 * @returns how many failed
 */
export async function runFuzz(options: FuzzOptions): Promise<number> {
  const corpus = CORPUS_FOLDER ? readCorpusSeeds(CORPUS_FOLDER) : [];
  const seeds = [...(await makeSeeds()), ...corpus];
  console.log(`${seeds.length} seeds, ${corpus.length} of them real files; run ${options.seed}`);
  const keep = (file: MutatedFile, error: string): void => {
    mkdirSync(options.failures, { recursive: true });
    writeFileSync(join(options.failures, `${file.id}-${file.name.replace(/\W+/g, '-')}`), file.bytes);
    console.log(`FAILED ${file.id} ${file.name}: ${file.how}\n  ${error}`);
  };
  const files = function* () {
    const end = performance.now() + options.seconds * 1000;
    for (let index = 0; index < options.count && performance.now() < end; index++) {
      if (index > 0 && index % PROGRESS_EVERY === 0) console.log(`${index} mutations made`);
      yield mutationOf(seeds, options.seed, options.from + index);
    }
  };
  const run = options.browser ? analyseInBrowser(files(), keep) : lookAtAll(files(), keep);
  const { count, failed, summary } = await run;
  console.log(`${count} mutations, ${failed} failed; ${summary}`);
  return failed;
}

async function lookAtAll(files: Iterable<MutatedFile>, keep: (file: MutatedFile, error: string) => void) {
  let [count, failed, slowestMs] = [0, 0, 0];
  let slowest = '';
  for (const file of files) {
    const start = process.cpuUsage();
    try {
      lookAtFile(file.name, file.bytes);
    } catch (error) {
      failed++;
      keep(file, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    count++;
    // By the clock a busy machine makes any file the slowest.
    const { user, system } = process.cpuUsage(start);
    const spentMs = (user + system) / 1000;
    if (spentMs > slowestMs) [slowestMs, slowest] = [spentMs, `${file.id} ${file.name}, ${file.how}`];
  }
  return { count, failed, summary: `slowest ${Math.round(slowestMs)} ms of processor time (${slowest})` };
}
