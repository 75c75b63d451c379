// Reaches into the panel's closed shadow root over WebDriver BiDi, which sees closed roots; the page's own scripts do not.
import { setTimeout as delay } from 'node:timers/promises';
import { describePanel } from './describe-panel.mjs';

const POLL_INTERVAL_MS = 100;
/** Before a button is given up that moves on and on. */
const MAX_LOOKS = 50;

/**
 * Opens a driver for the panel of one page of Firefox, with what `drivePanel` has for Chromium.
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page
 */
export function driveFirefoxPanel(browser, page) {
  const target = { context: page.mainFrame()._id };

  async function call(functionDeclaration, { self, given = [], ...options } = {}) {
    const { result: answer } = await browser.connection.send('script.callFunction', {
      functionDeclaration: String(functionDeclaration),
      awaitPromise: false,
      target,
      arguments: given.map((value) => ({ type: 'string', value })),
      ...(self ? { this: self } : {}),
      ...options,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  /** The panel's shadow root as a reference, or null where there is none yet. */
  async function findRoot() {
    const host = await call(() => document.querySelector('[data-refund-lens="panel"]'), {
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const root = host.value?.shadowRoot;
    return root ? { sharedId: root.sharedId } : null;
  }

  /** Calls a function with the root as `this` and strings as arguments; its answer goes through JSON. */
  async function callInPanel(declaration, ...given) {
    const self = await findRoot();
    if (self === null) return null;
    const asJson = `function (...given) { return JSON.stringify((${declaration}).apply(this, given)); }`;
    return JSON.parse((await call(asJson, { self, given })).value);
  }

  const readPanel = () => callInPanel(describePanel);

  /**
   * As `waitForPanel` of `drivePanel`.
   * @param {(state: import('./describe-panel.mjs').PanelState) => boolean} predicate
   * @param {{ timeoutMs?: number }} options
   * @returns {Promise<import('./describe-panel.mjs').PanelState>}
   */
  async function waitForPanel(predicate, { timeoutMs = 30_000 } = {}) {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const state = await readPanel();
      if (state !== null && predicate(state)) return state;
      if (performance.now() > deadline) throw new Error(`The panel did not get there: ${JSON.stringify(state)}`);
      await delay(POLL_INTERVAL_MS);
    }
  }

  /**
   * Clicks with the mouse the button of that name, as a person would who waits until it stands still: pictures that are drawn
   * move what is below them.
   * @param {string} name
   */
  async function clickInPanel(name) {
    for (let before = null, look = 0; look < MAX_LOOKS; look++) {
      const place = await callInPanel(placeOfButton, name);
      if (place === null) throw new Error(`No button named ${name} in the panel`);
      if (before?.x === place.x && before.y === place.y) return page.mouse.click(place.x, place.y);
      before = place;
      await delay(POLL_INTERVAL_MS);
    }
    throw new Error(`The button named ${name} does not stand still`);
  }

  return { readPanel, waitForPanel, clickInPanel };
}

/** Runs in the page with the shadow root as `this`. */
function placeOfButton(name) {
  const named = (button) => (button.getAttribute('aria-label') ?? button.innerText.trim()) === name;
  const button = [...this.querySelectorAll('button:not([disabled])')].find(named);
  if (!button) return null;
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
