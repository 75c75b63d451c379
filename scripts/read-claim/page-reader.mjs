import { launchWithExtension } from '../launch-browser.mjs';
import { servePage } from './serve-page.mjs';

/** A slow page settles within 15 s; a tab that does not answer at all is given up. */
const READING_TIMEOUT_MS = 40_000;
const LOAD_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 50;

/** Headless Chromium with the built extension, which reads saved pages under their real addresses. Nothing leaves. */
export class PageReader {
  #launched;
  #server;
  #control;

  /** @param {{ executablePath: string, extensionDir: string }} options */
  static async launch({ executablePath, extensionDir }) {
    const reader = new PageReader();
    reader.#server = await servePage();
    reader.#launched = await launchWithExtension({
      executablePath,
      extensionDir,
      hostPort: reader.#server.port,
      headless: true,
    });
    const { context, extensionId } = reader.#launched;
    reader.#control = await context.newPage();
    await reader.#control.goto(`chrome-extension://${extensionId}/popup.html`);
    // A script counts only for pages that are opened after it was registered.
    await reader.#control.waitForFunction(
      async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0,
      undefined,
      { polling: POLL_INTERVAL_MS },
    );
    return reader;
  }

  /**
   * Opens a saved page and gives what the extension reads on it.
   * @param {import('./serve-page.mjs').PageToServe} page
   * @returns {Promise<object | null>} `{ reading, rows }`; null where the extension does not run on such an address
   */
  async read(page) {
    this.#server.show(page);
    const tab = await this.#launched.context.newPage();
    try {
      tab.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
      // Frames and pictures may still load when the page is there to be read.
      await tab.goto(page.url.href, { waitUntil: 'domcontentloaded', timeout: LOAD_TIMEOUT_MS });
      await tab.bringToFront();
      return await this.#control.evaluate(readTab, { timeoutMs: READING_TIMEOUT_MS });
    } finally {
      await tab.close();
    }
  }

  async close() {
    await this.#launched.close();
    await this.#server.close();
  }
}

/** Runs in the extension's page: asks the content scripts of the active tab, the top frame's first. */
async function readTab({ timeoutMs }) {
  const [{ id: tabId, url }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  // An extension sees the address of a tab only where it may run.
  const isPermitted = url !== undefined;
  const deadline = Date.now() + timeoutMs;
  // The content script comes when the page is idle; on a host that is no seller center's it never does.
  while (isPermitted && Date.now() < deadline) {
    const answers = await Promise.race([
      chrome.scripting.executeScript({
        target: { tabId, allFrames: true },
        // As text, since what crosses as an object loses the order of its keys.
        func: async () => JSON.stringify((await globalThis.refundLensReadPage?.()) ?? null),
      }),
      new Promise((_, reject) => setTimeout(reject, timeoutMs, new Error('The page did not answer'))),
    ]);
    const readings = answers
      .sort((a, b) => a.frameId - b.frameId)
      .flatMap(({ result }) => (result ? [JSON.parse(result)] : []))
      .filter((page) => page !== null);
    const best = readings.find(({ reading }) => reading.ready) ?? readings[0];
    if (best) return best;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}
