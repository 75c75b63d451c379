// Mutates pictures and videos and has them read: `npm run fuzz -- [--seed N] [--count N] [--from N] [--seconds N]
// [--browser]`.
// By default the pure readers in Node; with --browser the built extension's worker with all checks. The seeds are small
// files made in code, and those of a corpus where there is one (REFUND_LENS_CORPUS). What fails is kept in .cache/fuzz
// and can be made again from its number and the run's seed.
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

ensureDependencies();
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '600' },
    browser: { type: 'boolean', default: false },
  },
});
const fuzz = await runnerImport(new URL('../tests/fuzz/run-fuzz.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
const failed = await fuzz.module.runFuzz({
  seed: Number(values.seed),
  from: Number(values.from),
  count: Number(values.count),
  seconds: Number(values.seconds),
  browser: values.browser,
  failures: new URL('../.cache/fuzz', import.meta.url).pathname,
});
process.exitCode = failed === 0 ? 0 : 1;
