// Everything that is tested, in one command: types, lint, unit tests, builds for both browsers, browser tests and whole
// journeys. Ends with the plain line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './setup/ensure-browser.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, 'node_modules');
const REPORTS = join(ROOT, '.cache/test-reports');
const WXT = join(BIN, 'wxt/bin/wxt.mjs');
const VITEST = join(BIN, 'vitest/vitest.mjs');
const MAP_GROUP_BY = join(ROOT, 'scripts/setup/map-group-by.mjs');
const GRANTED = { REFUND_LENS_HOSTS: 'granted' };

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one command as one test. */
function step(name, args, env = {}) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const isPassed = status === 0;
  totals[isPassed ? 'passed' : 'failed']++;
  console.log(`${isPassed ? 'passed' : 'FAILED'}: ${name}`);
}

/** Runs one group of Vitest tests and counts each of them. A runner that breaks off counts as a failure. */
function vitestGroup(project, ...flags) {
  console.log(`\n— tests: ${project}`);
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      MAP_GROUP_BY,
      VITEST,
      'run',
      '--project',
      project,
      ...flags,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error(`${project}: no report was written (${error.message})`);
  }
  totals.passed += counts.numPassedTests;
  totals.failed += counts.numFailedTests;
  totals.skipped += counts.numPendingTests;
  if (status !== 0 && counts.numFailedTests === 0) totals.failed++;
}

ensureDependencies();
const browser = ensureBrowser();
process.env.REFUND_LENS_BROWSER = browser;
mkdirSync(REPORTS, { recursive: true });

step('prepare', [WXT, 'prepare']);
step('types', [join(BIN, 'typescript/bin/tsc'), '--noEmit']);
step('lint', [join(BIN, '@biomejs/biome/bin/biome'), 'ci', '.']);
step('traditional Chinese texts', ['scripts/make-zh-tw.mjs', '--check']);
step('third-party licences', ['scripts/third-party-licences.mjs', '--check']);
step('packages of both browsers, the same bytes twice', ['scripts/zip.mjs', '--check']);
step('the add-on linter of Firefox', ['scripts/lint-add-on.mjs']);
step('build for Chromium, hosts granted', [WXT, 'build', '-b', 'chrome'], GRANTED);
vitestGroup('unit');
// Each file starts a browser of its own; two at once would fight for two cores and for the build.
vitestGroup('browser', '--no-file-parallelism');
vitestGroup('e2e', '--no-file-parallelism');

console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
