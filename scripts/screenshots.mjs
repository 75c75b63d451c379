// Makes the pictures of the README and of docs/ from the demo: `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { CLAIMS, claimUrl } from '../tests/demo/claims.mjs';
import { serveDemo } from '../tests/demo/serve.mjs';
import { drivePanel } from '../tests/e2e/panel-driver.mjs';
import { ensureGrantedBuild } from './build-if-needed.mjs';
import { launchWithExtension } from './launch-browser.mjs';
import { ensureBrowser } from './setup/ensure-browser.mjs';

const IMAGES = resolve(import.meta.dirname, '../docs/images');
const ANALYSIS_TIMEOUT_MS = 120_000;

mkdirSync(IMAGES, { recursive: true });
const server = await serveDemo();
const browser = await launchWithExtension({
  executablePath: ensureBrowser(),
  extensionDir: ensureGrantedBuild(),
  hostPort: server.port,
  headless: true,
});
try {
  const page = await browser.context.newPage();
  for (const name of ['earlier', 'b', 'c', 'a']) await analyse(page, CLAIMS[name]);
  const panel = await drivePanel(page);
  await keep(page, 'panel-zh-CN');
  await panel.clickInPanel('English');
  await panel.waitForPanel(({ buttons }) => buttons.includes('Copy reply'));
  await keep(page, 'panel-en');
  const history = await browser.context.newPage();
  await history.setViewportSize({ width: 1440, height: 900 });
  await history.goto(`chrome-extension://${browser.extensionId}/history.html`);
  await history.getByText(CLAIMS.a.orderSn).first().waitFor();
  await history.getByRole('button', { name: 'Got it' }).click();
  await keep(history, 'history-en');
} finally {
  await browser.close();
  await server.close();
}

async function analyse(page, claim) {
  await page.goto(claimUrl(claim));
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.clickInPanel('分析');
  await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: ANALYSIS_TIMEOUT_MS });
  await panel.close();
}

/** A screenshot with few colours: a third of the bytes, and nobody sees the difference. */
async function keep(page, name) {
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 90 })
    .toFile(join(IMAGES, `${name}.png`));
}
