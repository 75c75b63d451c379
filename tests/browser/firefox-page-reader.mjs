// Firefox with the built extension, which reads saved pages under their real addresses, as PageReader does in Chromium.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { servePage } from '../../scripts/read-claim/serve-page.mjs';
import { launchFirefox } from './firefox-session.mjs';

const ATTRIBUTE = 'data-refund-lens-reading';
const READING_TIMEOUT_MS = 40_000;
const POLL_INTERVAL_MS = 100;

/**
 * A page cannot be reached from outside the extension's world, and this browser opens no page of an extension for a
 * test: so a copy of the extension gets one more content script, which writes what the others read into the page.
 */
const PROBE = `void (async () => {
  for (let round = 0; round < 300 && !globalThis.refundLensReadPage; round++)
    await new Promise((resolve) => setTimeout(resolve, ${POLL_INTERVAL_MS}));
  const page = (await globalThis.refundLensReadPage?.()) ?? null;
  document.documentElement.setAttribute('${ATTRIBUTE}', JSON.stringify(page));
})();`;

export class FirefoxPageReader {
  #session;
  #server;
  #folder;

  /** @param {{ executablePath: string, extensionDir: string }} options */
  static async launch({ executablePath, extensionDir }) {
    const reader = new FirefoxPageReader();
    reader.#folder = mkdtempSync(join(tmpdir(), 'refund-lens-firefox-'));
    reader.#server = await servePage();
    reader.#session = await launchFirefox({
      executablePath,
      extensionDir: withProbe(extensionDir, join(reader.#folder, 'extension')),
      hostPort: reader.#server.port,
    });
    return reader;
  }

  /**
   * @param {import('../../scripts/read-claim/serve-page.mjs').PageToServe} page
   * @returns {Promise<object | null>} `{ reading, rows }`
   */
  async read(page) {
    this.#server.show(page);
    const tab = await this.#session.browser.newPage();
    try {
      await tab.goto(page.url.href, { waitUntil: 'domcontentloaded' });
      const deadline = performance.now() + READING_TIMEOUT_MS;
      while (performance.now() < deadline) {
        const text = await tab.evaluate((name) => document.documentElement.getAttribute(name), ATTRIBUTE);
        if (text !== null) return JSON.parse(text);
        await delay(POLL_INTERVAL_MS);
      }
      return null;
    } finally {
      await tab.close();
    }
  }

  async close() {
    await this.#session.close();
    await this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function withProbe(extensionDir, folder) {
  cpSync(extensionDir, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.content_scripts = [{ matches: manifest.host_permissions, js: ['probe.js'], run_at: 'document_idle' }];
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(join(folder, 'probe.js'), PROBE);
  return folder;
}
