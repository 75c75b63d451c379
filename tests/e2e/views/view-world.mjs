// A browser with the extension, the demo's seller center, and a history of all its claims: what every view is shown in.
import { join } from 'node:path';
import { ensureGrantedBuild } from '../../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, LIST_URL } from '../../demo/claims.mjs';
import { makePictures } from '../../demo/make-pictures.mjs';
import { serveDemo } from '../../demo/serve.mjs';
import { drivePanel } from '../panel-driver.mjs';
import { openClosedRoot } from './open-closed-root.mjs';

const QUEUE_TIMEOUT_MS = 170_000;

/** @typedef {Awaited<ReturnType<typeof startViewWorld>>} ViewWorld */

/**
 * Starts it; nothing is stored yet, unless a profile is given that was kept.
 * @param {{ profileDir?: string }} [options]
 */
export async function startViewWorld({ profileDir } = {}) {
  const server = await serveDemo();
  const browser = await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    hostPort: server.port,
    headless: true,
    ...(profileDir ? { profileDir } : {}),
  });
  const { context, extensionId } = browser;
  const setter = await context.newPage();
  await setter.goto(`chrome-extension://${extensionId}/popup.html`);
  const page = await context.newPage();
  const pictures = await makePictures();
  const pictureFile = (name) => join(pictures, name);

  return {
    page,
    context,
    pictureFile,
    /** Stores settings as the extension's own pages do. */
    async set(settings) {
      await setter.evaluate((changed) => globalThis.chrome.storage.local.set(changed), settings);
    },
    /** Opens a page of the extension anew. */
    async openOwnPage(path) {
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${extensionId}${path}`);
      await page.locator('.surface').first().waitFor();
    },
    /** Opens a claim of the demo in the history. */
    async openCase({ id }) {
      await this.openOwnPage(`/history.html#case=${encodeURIComponent(`pinduoduo:${id}`)}`);
      await page.locator('.case-detail[data-status="done"]').waitFor();
      await page.waitForFunction(() => !document.querySelector('.picture-canvas[data-loading="true"]'));
    },
    /** Opens a page of the seller center, and what the extension puts on it. */
    async openSellerPage(url, isThere = ({ status, buttons }) => status !== '' || buttons.length > 0) {
      await page.goto('about:blank');
      await page.goto(url);
      await (await drivePanel(page)).waitForPanel(isThere);
      return openClosedRoot(page, 'panel');
    },
    /** Puts the teaching overlay on the page that is open, as the toolbar's button does. */
    async openTeaching() {
      await page.bringToFront();
      await setter.evaluate(async () => {
        const { tabs, scripting } = globalThis.chrome;
        const [tab] = (await tabs.query({})).filter(({ url }) => url?.startsWith('https://mms.'));
        await scripting.executeScript({ target: { tabId: tab.id }, files: ['/teach.js'] });
      });
      await (await drivePanel(page, 'teach')).waitForPanel(({ buttons }) => buttons.length > 2);
      return openClosedRoot(page, 'teach');
    },
    /** Has the queue check every claim of the demo, and stops when it has come to `until`. */
    async checkAllClaims(until) {
      await page.goto(LIST_URL);
      const panel = await drivePanel(page);
      await page.getByText(CLAIMS.a.orderSn).first().waitFor();
      await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
      await panel.clickInPanel('检查本页全部');
      await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
      const opening = context.waitForEvent('page', (opened) => opened.url().includes('history.html'));
      await panel.clickInPanel(/开始逐单检查/);
      const queue = await opening;
      await queue.locator(until).waitFor({ timeout: QUEUE_TIMEOUT_MS });
      return queue;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
