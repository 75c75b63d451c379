// `npm start`: installs what is missing, builds, serves the demo's seller center on loopback and opens a browser in it
// with the extension. Where there is no display, or with `--headless`, it clicks through the demo's claims by itself.
import { ensureBrowser } from './setup/ensure-browser.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

ensureDependencies();
const executablePath = ensureBrowser();

// Only now are the packages that these import there for certain.
const { ensureGrantedBuild } = await import('./build-if-needed.mjs');
const { hasDisplay, launchWithExtension } = await import('./launch-browser.mjs');
const { serveDemo } = await import('../tests/demo/serve.mjs');

const headless = process.argv.includes('--headless') || !hasDisplay();
console.error('Building the extension … 正在构建扩展……');
const extensionDir = ensureGrantedBuild();
console.error('Making the pictures of the demo, once … 正在生成演示图片（只需一次）……');
const server = await serveDemo();
const browser = await launchWithExtension({ executablePath, extensionDir, hostPort: server.port, headless });
try {
  const visit = headless
    ? (await import('./demo/walk-through-claims.mjs')).walkThroughClaims
    : (await import('./demo/open-for-a-person.mjs')).openForAPerson;
  await visit(browser.context);
} finally {
  await browser.close();
  await server.close();
}
