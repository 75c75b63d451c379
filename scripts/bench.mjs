// Runs a benchmark on a folder of genuine photographs:
//   npm run bench -- --corpus DIR [--half tune|report] [--seed N] [--limit N] [--figures FILE.json]
// sends generated claims through the built extension and prints every table. One check alone, faster, in Node:
//   npm run bench -- listing|reuse|contradiction|damage --corpus DIR [--half …] [--seed N] [--limit N]
// Without photographs: npm run bench -- fingerprints|words. `listing` also takes [--families altered,resent,overlay,other-photo,
// converted,same-goods,near-view] [--cases DIR] [--failures DIR] [--out FILE], `reuse` [--families reuse|genuine|screens], and `contradiction` [--families
// genuine or kinds of pairs]. `speed` [--runs N] [--write] times the built extension on twelve-megapixel pictures beside
// native tools, and writes the tables into docs/benchmarks.md.
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    half: { type: 'string', default: 'report' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string' },
    // The older name of `--limit`.
    count: { type: 'string', default: '24' },
    families: { type: 'string' },
    cases: { type: 'string' },
    failures: { type: 'string' },
    out: { type: 'string' },
    figures: { type: 'string' },
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const { corpus, half, seed, limit = values.count, families } = values;

const run = (file) =>
  runnerImport(new URL(`../tests/bench/${file}`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });
/** Benchmarks that read their own arguments, from the fourth on. */
const runScript = (file, ...args) => {
  process.argv = [process.argv[0], process.argv[1], file, ...args];
  return run(file);
};

const BENCHMARKS = {
  claims: async () =>
    (await run('run-claims-bench.ts')).module.runClaimsBench({ ...values, seed: Number(seed), limit: Number(limit) }),
  listing: async () =>
    (await run('run-listing-bench.ts')).module.runListingBench({
      ...values,
      seed: Number(seed),
      count: Number(limit),
      families: (families ?? 'altered,resent,overlay,other-photo').split(','),
    }),
  speed: async () =>
    (await run('run-speed-bench.ts')).module.runSpeedBench({
      ...values,
      seed: Number(seed),
      runs: Number(values.runs),
    }),
  reuse: () => runScript('run-reuse-bench.ts', corpus, half, limit, seed, families ?? 'reuse'),
  contradiction: () => runScript('run-contradiction-bench.ts', corpus, half, limit, seed, families),
  fingerprints: async () => {
    await run('fingerprints/time-search.ts');
    await import('../tests/bench/fingerprints/measure-in-chromium.mjs');
  },
  words: () => run('fingerprints/time-word-search.ts'),
  damage: () => runScript('run-damage-bench.ts', corpus, half, limit, seed),
};

const [name = 'claims'] = positionals;
const NEEDS_NO_PHOTOGRAPHS = ['fingerprints', 'words'];
if (!Object.hasOwn(BENCHMARKS, name)) throw new Error(`No benchmark "${name}": ${Object.keys(BENCHMARKS).join(', ')}`);
if (!corpus && !NEEDS_NO_PHOTOGRAPHS.includes(name))
  throw new Error('Give a folder of genuine photographs: --corpus DIR');
await BENCHMARKS[name]();
