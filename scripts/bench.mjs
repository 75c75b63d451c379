// Runs a benchmark on a folder of genuine photographs: `npm run bench -- --corpus DIR [--half tune|report]
// [--seed N] [--count N] [--families altered,resent,overlay,other-photo] [--cases DIR]
// [--failures DIR] [--out FILE]`.
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    half: { type: 'string', default: 'report' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '120' },
    families: { type: 'string', default: 'altered,resent,overlay,other-photo' },
    cases: { type: 'string' },
    failures: { type: 'string' },
    out: { type: 'string' },
  },
});
if (!values.corpus) throw new Error('Give a folder of genuine photographs: --corpus DIR');

const { module } = await runnerImport(new URL('../tests/bench/run-listing-bench.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
await module.runListingBench({
  ...values,
  seed: Number(values.seed),
  count: Number(values.count),
  families: values.families.split(','),
});
