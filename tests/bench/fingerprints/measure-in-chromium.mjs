// How long a worker takes to start with a large history and to search it, in real Chromium, with the extension's own code.
// Run: npm run bench -- fingerprints; or node tests/bench/fingerprints/measure-in-chromium.mjs [COUNT] [PICTURES WITH WORDS]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../../../scripts/setup/ensure-browser.mjs';

/** Packing a million anew takes minutes; the time goes with the number. */
const MAX_REBUILT = 100_000;

const [count = 1_000_000, words = 20_000] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const folder = mkdtempSync(join(tmpdir(), 'history-start-'));
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    lib: { entry: new URL('history-worker.ts', import.meta.url).pathname, formats: ['es'], fileName: 'worker' },
  },
});
const worker = readFileSync(join(folder, 'worker.js'));
const server = createServer((request, response) => {
  const isWorker = request.url === '/worker.js';
  response
    .setHeader('content-type', isWorker ? 'text/javascript' : 'text/html')
    .end(isWorker ? worker : '<title>bench');
}).listen(0, '127.0.0.1');
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: ensureBrowser(),
  headless: true,
  args: ['--no-sandbox'],
});
const page = await context.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const run = (step) =>
  page.evaluate(
    (data) =>
      new Promise((resolve, reject) => {
        const started = new Worker('/worker.js', { type: 'module' });
        started.onerror = (event) => reject(new Error(event.message));
        started.onmessage = (event) => {
          started.terminate();
          resolve(event.data);
        };
        started.postMessage(data);
      }),
    { count, words, step },
  );
console.log(`${count} fingerprints written: ${((await run('fill')).elapsedMs / 1000).toFixed(0)} s`);
if (count <= MAX_REBUILT)
  console.log(`packed from nothing, as after a restore: ${((await run('rebuild')).elapsedMs / 1000).toFixed(1)} s`);
const parts = await run('parts');
console.log(
  `opening, part by part: shards read ${parts.shardsMs.toFixed(0)} ms (of that hashes laid out ${parts.buildMs.toFixed(0)} ms, the longest slice ${parts.longestSliceMs.toFixed(0)} ms), fingerprints counted ${parts.countMs.toFixed(0)} ms, words read ${parts.wordsMs.toFixed(0)} ms; hashes take ${(parts.sizeBytes / 1e6).toFixed(1)} MB`,
);
for (let round = 0; round < 3; round++) {
  const { startMs, firstSearchMs, search } = await run('start');
  console.log(
    `open after ${(startMs / 1000).toFixed(2)} s, first answer after ${(firstSearchMs / 1000).toFixed(2)} s; search in 8 orientations within 50 bits, ${search}`,
  );
}
console.log(`load ${loadavg()[0].toFixed(1)}`);
await context.close();
server.close();
rmSync(folder, { recursive: true, force: true });
