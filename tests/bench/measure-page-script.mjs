// What the extension's scripts cost a page before anyone clicks: `node tests/bench/measure-page-script.mjs [RUNS]`. Opens each
// page of the fixtures with the built extension in headless Chromium and adds up, from the browser's own trace, the
// processor time of every script and function of the extension in that page.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { servePage } from '../../scripts/read-claim/serve-page.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/pages');
/** By now a page that shows its claim was read twice and has its card. */
const WATCHED_MS = 2_500;
const EVENTS = /^(?:EvaluateScript|v8\.compile|FunctionCall|TimerFire|RunMicrotasks)$/;

const runs = Number(process.argv[2] ?? 1);
const server = await servePage();
const { context, close } = await launchWithExtension({
  executablePath: ensureBrowser(),
  extensionDir: ensureGrantedBuild(),
  hostPort: server.port,
  headless: true,
});
await delay(2_000);
const costs = [];
for (const name of readdirSync(FIXTURES, { recursive: true }).filter((file) => file.endsWith('.html'))) {
  const html = readFileSync(join(FIXTURES, name));
  const { url } = JSON.parse(readFileSync(join(FIXTURES, name.replace(/\.html$/, '.json')), 'utf8'));
  for (let run = 0; run < runs; run++) {
    server.show({ url: new URL(url), html, assets: null });
    const scripts = await trace(url);
    const costMs = scripts.reduce((sum, { durationMs }) => sum + durationMs, 0);
    costs.push(costMs);
    console.log(
      `${costMs.toFixed(1)} ms  ${name}  ${scripts.map((one) => `${one.name} ${one.durationMs.toFixed(1)}`).join(', ')}`,
    );
  }
}
costs.sort((a, b) => a - b);
const at = (share) => costs[Math.min(costs.length - 1, Math.floor(share * costs.length))].toFixed(1);
console.log(`n ${costs.length}, median ${at(0.5)} ms, 90 % ${at(0.9)} ms, most ${at(1)} ms`);
await close();
await server.close();

async function trace(url) {
  const session = await context.browser().newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await delay(WATCHED_MS);
  const done = new Promise((resolveDone) => session.once('Tracing.tracingComplete', resolveDone));
  await session.send('Tracing.end');
  await done;
  await page.close();
  await session.detach();
  return topLevel(events.filter((event) => EVENTS.test(event.name) && urlOf(event).startsWith('chrome-extension://')));
}

function urlOf({ args }) {
  return args?.data?.url ?? args?.fileName ?? '';
}

/** Leaves out what runs within another of the extension's functions, which has it in its own time. */
function topLevel(events) {
  const ordered = events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const ends = new Map();
  return ordered.flatMap((event) => {
    const thread = `${event.pid}:${event.tid}`;
    if (/background|service/.test(urlOf(event)) || event.ts < (ends.get(thread) ?? 0)) return [];
    ends.set(thread, event.ts + event.dur);
    return [{ name: `${event.name}(${urlOf(event).split('/').at(-1)})`, durationMs: (event.tdur ?? event.dur) / 1000 }];
  });
}
