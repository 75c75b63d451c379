// Times the history page of the built extension with many claims: the first rows, the whole list, each filter.
// Usage: node tests/bench/measure-history.mjs [claims] [rounds]
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { fillHistory } from './fill-history.mjs';

const CASE_COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const FILTERS = [
  ['select', 0, 'proof'],
  ['select', 1, 'taobao'],
  ['select', 2, 'won'],
  ['select', 3, 'day'],
  ['input[type="search"]', 0, '保温杯'],
  ['input[type="search"]', 0, '4680000000999'],
  ['input[type="number"]', 0, '500'],
  ['input[type="date"]', 0, new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)],
];

const { context, extensionId, close } = await launchWithExtension({
  executablePath: ensureBrowser(),
  extensionDir: ensureGrantedBuild(),
  hostPort: null,
  headless: true,
});
try {
  const address = `chrome-extension://${extensionId}/history.html`;
  const first = await context.newPage();
  await first.goto(address);
  await first.locator('.empty-state').waitFor();
  const fillStart = Date.now();
  await first.evaluate(fillHistory, CASE_COUNT);
  console.log(`${CASE_COUNT} claims written in ${Date.now() - fillStart} ms`);
  await first.close();
  const times = {};
  const note = (name, elapsedMs) => {
    times[name] ??= [];
    times[name].push(elapsedMs);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const page = await context.newPage();
    await page.addInitScript(watchRows);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.completeMs > 0, undefined, { timeout: 60_000 });
    const { firstRowsMs, completeMs } = await page.evaluate(() => ({
      firstRowsMs: globalThis.firstRowsMs,
      completeMs: globalThis.completeMs,
    }));
    note('first rows', firstRowsMs);
    note('every row read', completeMs);
    for (const [selector, place, value] of FILTERS) {
      note(`filter ${selector} ${place} ${value}`, await page.evaluate(timeFilter, { selector, place, value }));
      await page.evaluate(timeFilter, { selector, place, value: '' });
    }
    await page.close();
  }
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.map(Math.round).sort((a, b) => a - b);
    console.log(
      `${name}: median ${sorted[Math.floor(sorted.length / 2)]} ms, worst ${sorted.at(-1)} ms (n = ${sorted.length})`,
    );
  }
} finally {
  await close();
}

/** Notes when the first rows stand in the page and when the list says that it is whole, from the start of the visit. */
function watchRows() {
  new MutationObserver(() => {
    const status = document.querySelector('[role="status"]')?.textContent ?? '';
    if (!globalThis.firstRowsMs && document.querySelector('[data-row]')) globalThis.firstRowsMs = performance.now();
    if (!globalThis.completeMs && status !== '' && !/…/.test(status)) globalThis.completeMs = performance.now();
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Sets one filter as a person would and waits until the frame with the new rows has been drawn. */
async function timeFilter({ selector, place, value }) {
  const field = document.querySelectorAll(selector)[place];
  const prototype = Object.getPrototypeOf(field);
  const before = document.querySelector('[role="status"]').textContent;
  const start = performance.now();
  Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, value);
  field.dispatchEvent(new Event(selector === 'select' ? 'change' : 'input', { bubbles: true }));
  while (document.querySelector('[role="status"]').textContent === before && performance.now() - start < 5000)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}
