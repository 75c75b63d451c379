// Draws every component state in every language, colour scheme and width, and looks for accessibility faults.
// Usage: node scripts/screenshot-components.mjs [state…]
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const WIDTHS = [360, 720, 1440];
const ALL = [];
for (const language of ['zh-CN', 'en'])
  for (const colorScheme of ['light', 'dark']) for (const width of WIDTHS) ALL.push({ language, colorScheme, width });

const EDIT = /修改回复|Edit reply/;
const ENLARGE = /^(放大|Enlarge)$/;
const mode = (label) => async (page) => {
  await page.locator('.compare-view').first().waitFor();
  await page.getByRole('radio', { name: label }).first().check({ force: true });
};

/** What is shown, and for some what is clicked before; those are drawn in three of the twelve surroundings only. */
const ONLY_AFTER_CLICKS = ['zh-CN-light-360', 'en-light-720', 'zh-CN-dark-1440'];
const SHOTS = [
  'panel-idle',
  'panel-no-pictures',
  'panel-problem',
  'panel-running',
  'panel-mixed',
  'panel-cancelled',
  'panel-nothing',
  'panel-stress',
  'history-cases',
  'history-empty',
  ['history-buyers', 'buyers', (page) => page.getByRole('tab', { name: /^(买家|Buyers)$/ }).click()],
  ['history-settings', 'open', (page) => page.getByRole('tab', { name: /^(设置|Settings)$/ }).click()],
  [
    'history-buyers',
    'buyer',
    async (page) => {
      await page.getByRole('tab', { name: /^(买家|Buyers)$/ }).click();
      await page.locator('.case-table .is-link').first().click();
    },
  ],
  ['history-cases', 'figures', (page) => page.getByRole('tab', { name: /^(统计|Figures)$/ }).click()],
  ['history-data', 'data', (page) => page.getByRole('tab', { name: /^(数据与隐私|Data and privacy)$/ }).click()],
  'history-case',
  'history-gone',
  'history-refused',
  'popup',
  ['panel-mixed', 'folds-open', openFolds],
  ['history-case', 'folds-open', openFolds],
  ['panel-mixed', 'editor', (page) => page.getByRole('button', { name: EDIT }).click()],
  ['history-case', 'editor', (page) => page.getByRole('button', { name: EDIT }).click()],
  ['panel-mixed', 'collapsed', (page) => page.getByRole('button', { name: /收起|Collapse/ }).click()],
  ['panel-mixed', 'slider', mode(/^(滑动|Slider)$/)],
  ['panel-mixed', 'onion', mode(/^(叠加|Overlay)$/)],
  ['panel-mixed', 'blink', mode(/^(闪切|Blink)$/)],
  ['panel-mixed', 'difference', mode(/^(差异|Difference)$/)],
  ['panel-mixed', 'region', mode(/^(位置 1|Place 1)$/)],
  ['panel-mixed', 'enlarged', (page) => page.getByRole('button', { name: ENLARGE }).first().click()],
  ['panel-mixed', 'picture', (page) => page.getByRole('button', { name: /放大图 1|Enlarge picture 1/ }).click()],
  ['panel-stress', 'scrolled', (page) => page.locator('.panel-scroll').evaluate((box) => box.scrollTo(0, 900))],
].map((shot) => (Array.isArray(shot) ? { state: shot[0], after: shot[1], act: shot[2] } : { state: shot, after: '' }));

async function openFolds(page) {
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.open = true;
  });
}

const wanted = process.argv.slice(2);
const outDir = resolve('.cache/screenshots');
await mkdir(outDir, { recursive: true });
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const server = await createServer({ configFile: resolve('tests/browser/preview/vite.config.ts') });
await server.listen();
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.REFUND_LENS_BROWSER ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

let shotCount = 0;
let faultCount = 0;
for (const { language, colorScheme, width } of ALL) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  for (const { state, after, act } of SHOTS) {
    const name = [state, after, language, colorScheme, width].filter(Boolean).join('-');
    if (act && !ONLY_AFTER_CLICKS.some((surroundings) => name.endsWith(surroundings))) continue;
    if (wanted.length > 0 && !wanted.some((part) => name.startsWith(part))) continue;
    await page.goto(`${address}?state=${state}&language=${language}`);
    await page.locator('.surface').first().waitFor();
    await page.waitForFunction(
      () => !document.querySelector('refund-lens-panel')?.shadowRoot?.querySelector('[data-loading=true]'),
    );
    await act?.(page);
    await page.mouse.move(1, 1);
    await page.screenshot({
      path: join(outDir, `${name}.png`),
      fullPage: !state.startsWith('panel'),
      animations: 'disabled',
    });
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() =>
      // The page around a panel is scenery.
      globalThis.axe.run({ exclude: ['#root > main[style]'] }, { rules: { region: { enabled: false } } }),
    );
    for (const { id, nodes } of violations) {
      faultCount += nodes.length;
      for (const node of nodes)
        console.log(`${name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ')}`);
    }
    for (const error of errors.splice(0)) {
      faultCount++;
      console.log(`${name}: console: ${error}`);
    }
    shotCount++;
  }
  await context.close();
}
await browser.close();
await server.close();
console.log(`${shotCount} pictures in ${outDir}, ${faultCount} faults`);
process.exitCode = faultCount === 0 ? 0 : 1;
