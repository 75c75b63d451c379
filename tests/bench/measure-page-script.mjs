// What the extension's scripts cost a page: `node tests/bench/measure-page-script.mjs [RUNS] [PART OF A FIXTURE'S NAME]`. Opens
// each page of the fixtures with the built extension in headless Chromium and takes from the browser's own trace
//   before: the processor time of every script and function of the extension until somebody clicks,
//   after: the longest task of the page's thread in which the extension runs, once 分析 was clicked,
//   panel: the time from that click, half a second after the mouse came to rest on the button, to the end of the work that
//     draws the panel with its buttons.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { servePage } from '../../scripts/read-claim/serve-page.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { drivePanel } from '../e2e/panel-driver.mjs';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/pages');
/** By now a page that shows its claim was read twice and has its card. */
const WATCHED_MS = 2_500;
/** How long the mouse rests on the button. */
const POINTED_MS = 500;
/** From the click on, until the panel has read, shown and handed over the claim. */
const FOLLOWED_MS = 2_500;
const EVENTS = /^(?:EvaluateScript|v8\.compile|FunctionCall|TimerFire|RunMicrotasks)$/;

const runs = Number(process.argv[2] ?? 1);
const part = process.argv[3] ?? '';
const server = await servePage();
const { context, close } = await launchWithExtension({
  executablePath: ensureBrowser(),
  extensionDir: ensureGrantedBuild(),
  hostPort: server.port,
  headless: true,
});
await delay(2_000);
const costs = { before: [], task: [], panel: [] };
const names = readdirSync(FIXTURES, { recursive: true }).filter(
  (file) => file.endsWith('.html') && file.includes(part),
);
const show = (name) => {
  const html = readFileSync(join(FIXTURES, name));
  const { url } = JSON.parse(readFileSync(join(FIXTURES, name.replace(/\.html$/, '.json')), 'utf8'));
  server.show({ url: new URL(url), html, assets: null });
  return url;
};
// All pages first as nobody has clicked yet: a claim that was analysed before opens its panel by itself.
for (const name of names) {
  for (let run = 0; run < runs; run++) {
    const { events } = await visit(show(name));
    const before = topLevel(ownEvents(events));
    costs.before.push(before.reduce((sum, { cpuMs }) => sum + cpuMs, 0));
    console.log(`before ${costs.before.at(-1).toFixed(1)} ms  ${name}  ${listOf(before)}`);
  }
}
const clickedClaims = new Set();
for (const name of names) {
  const url = show(name);
  if (clickedClaims.has(url)) continue;
  clickedClaims.add(url);
  const { events } = await visit(url, click);
  const panelMs = panelTime(events);
  const longest = tasksOf(events).toSorted((a, b) => b.cpuMs - a.cpuMs);
  costs.task.push(longest[0]?.cpuMs ?? 0);
  if (panelMs !== null) costs.panel.push(panelMs);
  console.log(`panel ${panelMs?.toFixed(0)} ms  ${name}  tasks ${listOf(longest.slice(0, 3))}`);
}
for (const [what, values] of Object.entries(costs)) {
  values.sort((a, b) => a - b);
  const at = (share) => values[Math.min(values.length - 1, Math.floor(share * values.length))]?.toFixed(1);
  console.log(`${what}: n ${values.length}, median ${at(0.5)} ms, 90 % ${at(0.9)} ms, most ${at(1)} ms`);
}
await close();
await server.close();

function listOf(parts) {
  return parts.map(({ name, cpuMs }) => `${name} ${cpuMs.toFixed(1)}`).join(', ');
}

/** What the browser did on a page, from its opening on, or from a click on. */
async function visit(url, doing = null) {
  const session = await context.browser().newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const page = await context.newPage();
  const open = async () => {
    await page.goto(url, { waitUntil: 'load' });
    await delay(WATCHED_MS);
  };
  if (doing) await open();
  const includedCategories = [
    ...['devtools.timeline', 'disabled-by-default-devtools.timeline'],
    ...['v8', 'disabled-by-default-v8.compile'],
  ];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await (doing ? doing(page) : open());
  if (doing) await delay(FOLLOWED_MS);
  const done = new Promise((resolveDone) => session.once('Tracing.tracingComplete', resolveDone));
  await session.send('Tracing.end');
  await done;
  await page.close();
  await session.detach();
  return { events };
}

/** Clicks 分析 as a person does who comes from elsewhere with the mouse and sees what is there; lists have no such button. */
async function click(page) {
  const panel = await drivePanel(page);
  const state = await panel.readPanel();
  if (!state?.buttons.includes('分析')) return;
  await panel.pointInPanel('分析');
  await delay(POINTED_MS);
  await panel.clickInPanel('分析');
}

/**
 * From the click to the end of the panel's first drawing: of its pieces of work the first that is half as long as the longest,
 * which may be a drawing anew. Null where there was none.
 */
function panelTime(events) {
  const clicked = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click');
  const drawings = ownEvents(events).filter(
    ({ name, ts, ...event }) => name === 'FunctionCall' && ts > (clicked?.ts ?? 0) && /panel\.js/.test(urlOf(event)),
  );
  const longestUs = Math.max(...drawings.map(({ dur }) => dur));
  const drawing = drawings.toSorted((a, b) => a.ts - b.ts).find(({ dur }) => dur >= longestUs / 2);
  return clicked && drawing ? (drawing.ts + drawing.dur - clicked.ts) / 1000 : null;
}

function ownEvents(events) {
  const isOwn = (event) => urlOf(event).startsWith('chrome-extension://') && !/background|service/.test(urlOf(event));
  return events.filter((event) => event.ph === 'X' && EVENTS.test(event.name) && isOwn(event) && pageOf(event));
}

/** The extension's own pages run beside the page; they cost it nothing. */
function pageOf(event) {
  return !/history|offscreen|popup|worker|opencv|tesseract|c2pa/.test(urlOf(event));
}

/**
 * The tasks of the page's threads in which the extension ran. An error that is made, as React does when it starts, costs a
 * page more while a debugger looks at it, as here: that part is left out.
 */
function tasksOf(events) {
  const own = ownEvents(events);
  return events
    .filter(({ ph, name }) => ph === 'X' && name === 'RunTask')
    .flatMap((task) => {
      const inside = own.filter(
        ({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + task.dur,
      );
      const [first] = inside;
      const isDebugging = ({ pid, tid, ts, name }) =>
        name === 'V8.CollectSourcePositions' &&
        pid === task.pid &&
        tid === task.tid &&
        ts >= task.ts &&
        ts < task.ts + task.dur;
      const debuggingUs = events.filter(isDebugging).reduce((sum, { tdur }) => sum + (tdur ?? 0), 0);
      return first ? [{ name: nameOf(first), cpuMs: ((task.tdur ?? task.dur) - debuggingUs) / 1000 }] : [];
    });
}

function urlOf({ args }) {
  return args?.data?.url ?? args?.fileName ?? '';
}

function nameOf(event) {
  return `${event.name}(${urlOf(event).split('/').at(-1)})`;
}

/** Leaves out what runs within another of the extension's functions, which has it in its own time. */
function topLevel(events) {
  const ordered = events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const ends = new Map();
  return ordered.flatMap((event) => {
    const thread = `${event.pid}:${event.tid}`;
    if (event.ts < (ends.get(thread) ?? 0)) return [];
    ends.set(thread, event.ts + event.dur);
    return [{ name: nameOf(event), cpuMs: (event.tdur ?? event.dur) / 1000 }];
  });
}
