import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: 'tests/browser/panel-seen-entry.ts', formats: ['iife'], name: 'panelSeen' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  script = output[0].code;
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
});

afterAll(() => browser?.close());

/** Whether the panel is seen on a page that is like that. */
async function isSeenOn(html: string, doing?: () => Promise<unknown>): Promise<boolean> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.setContent(`<!doctype html>${html}<main style="height: 3000px">售后单</main>`);
  await page.evaluate(script);
  await page.evaluate('panelSeen.mount()');
  await doing?.();
  return (await page.evaluate('panelSeen.isSeen()')) as boolean;
}

const GRAY_VALUES = '0.33 0.33 0.33 0 0 0.33 0.33 0.33 0 0 0.33 0.33 0.33 0 0 0 0 0 1 0';
const filterOf = (inner: string, attributes = '') =>
  `<svg width="0" height="0"><filter id="f" ${attributes}>${inner}</filter></svg><style>html { filter: url(#f) }</style>`;
const matrix = (values: string) => `<feColorMatrix type="matrix" values="${values}"/>`;
const inAddress = `data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><filter id='grayscale'><feColorMatrix type='matrix' values='${GRAY_VALUES}'/></filter></svg>#grayscale`;

describe('the panel on an honest page', () => {
  it.each([
    ['nothing special', ''],
    ['gray on a day of mourning', '<style>html { filter: grayscale(1) }</style>'],
    ['gray by the filter that older browsers needed', `<style>html { filter: url("${inAddress}") }</style>`],
    ['gray by a filter of the page', filterOf(matrix(GRAY_VALUES))],
    ['turned dark by an extension', '<style>html { filter: invert(1) hue-rotate(180deg) }</style>'],
    [
      'turned dark by an extension with a matrix',
      filterOf(
        matrix('-1 0 0 0 1 0 -1 0 0 1 0 0 -1 0 1 0 0 0 1 0'),
        'x="0" y="0" width="99999" height="99999" filterUnits="userSpaceOnUse"',
      ),
    ],
    ['zoomed by the page', '<style>html { zoom: 1.5 }</style>'],
    ['made smaller by the page', '<style>html { zoom: 0.67 }</style>'],
    [
      'with a chat bubble over a corner',
      '<div style="position:fixed;z-index:2147483647;right:12px;top:300px;width:64px;height:64px;background:red"></div>',
    ],
  ])('is seen: %s', async (_, html) => {
    expect(await isSeenOn(html)).toBe(true);
  });

  it('is seen when it is folded', async () => {
    expect(await isSeenOn('', () => page.evaluate('panelSeen.fold()'))).toBe(true);
  });

  it('is seen in a narrow window, and none is judged that has no room for it', async () => {
    expect(await isSeenOn('', () => page.setViewportSize({ width: 360, height: 640 }))).toBe(true);
    expect(await isSeenOn('', () => page.setViewportSize({ width: 500, height: 60 }))).toBe(true);
  });
});

describe('the panel on a page that hides it', () => {
  it.each([
    ['a dialog over everything', '<dialog id="d">x</dialog>'],
    ['a cover above it', '<div id="cover" style="position:fixed;inset:0;z-index:2147483647;background:#fff"></div>'],
    ['nothing left of it', '<style>html { opacity: 0 }</style>'],
    ['a filter that blurs', filterOf('<feGaussianBlur stdDeviation="9"/>')],
    ['a filter that makes all colours one', filterOf(matrix('0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0'))],
    ['a filter that leaves nothing', filterOf(matrix('1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 0 0'))],
    ['a filter of one corner', filterOf(matrix(GRAY_VALUES), 'x="0" y="0" width="0.1" height="0.1"')],
    ['two filters, one of which hides', `<style>html { filter: grayscale(1) blur(9px) }</style>`],
    ['a page turned round', '<style>html { transform: scale(-1, 1) }</style>'],
    ['a page moved away', '<style>html { transform: translateX(5000px) }</style>'],
    ['all but gone', '<style>html { zoom: 0.1 }</style>'],
  ])('is not seen: %s', async (_, html) => {
    const open = () =>
      page.evaluate(() => {
        document.querySelector('dialog')?.showModal();
        // Above what is at the same height: last in the document.
        const cover = document.getElementById('cover');
        if (cover) document.documentElement.append(cover);
      });
    expect(await isSeenOn(html, open)).toBe(false);
  });

  // Told even of a video that the seller looks at so: the toolbar with what is told is not seen until it ends.
  it('is not seen while something else is shown on the whole screen', async () => {
    const enter = () => page.evaluate('document.getElementById("v").requestFullscreen()');
    expect(await isSeenOn('<video id="v" controls></video>', enter)).toBe(false);
    await page.evaluate('document.exitFullscreen()');
  });
});
