import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Playwright's own switch that would turn every extension off. */
const UNWANTED_DEFAULTS = ['--disable-extensions'];

/**
 * Starts Chromium, Chrome or Edge with the built extension, and with every host name leading to one port on loopback,
 * so that nothing the browser asks for leaves the machine.
 *
 * The extension is loaded over the debugging protocol (`Extensions.loadUnpacked`), since Chrome ignores
 * `--load-extension` from version 137 on.
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.extensionDir the folder with manifest.json
 * @param {number | null} options.hostPort port of the server that answers for every host; null where none does
 * @param {boolean} options.headless
 * @param {string} [options.profileDir] kept when given; otherwise a fresh one that `close` removes
 * @param {readonly string[]} [options.switches] further switches; a later one of the same name wins
 * @returns {Promise<{ context: import('playwright-core').BrowserContext, extensionId: string, close: () => Promise<void> }>}
 */
export async function launchWithExtension({
  executablePath,
  extensionDir,
  hostPort,
  headless,
  profileDir,
  switches = [],
}) {
  const profile = profileDir ?? mkdtempSync(join(tmpdir(), 'refund-lens-'));
  const removeProfile = () => profileDir ?? rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    locale: 'zh-CN',
    viewport: headless ? { width: 1440, height: 900 } : null,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: UNWANTED_DEFAULTS,
    args: [
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=MAP * ${hostPort === null ? '~NOTFOUND' : `127.0.0.1:${hostPort}`}`,
      '--ignore-certificate-errors',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
      '--lang=zh-CN',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
    ],
  });
  const close = async () => {
    await context.close();
    removeProfile();
  };
  try {
    return { context, extensionId: await loadExtension(context, extensionDir), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function loadExtension(context, extensionDir) {
  const session = await context.browser().newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: extensionDir });
  await session.detach();
  return id;
}

/** True where a window can be shown: always on macOS and Windows, on Linux with a display server. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The browser's name and version as it prints them, for example `Chromium 156.0.8078.79`. */
export function browserVersion(executablePath) {
  return execFileSync(executablePath, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
