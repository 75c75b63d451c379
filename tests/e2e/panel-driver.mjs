// Reaches into the panel's closed shadow root over the browser's debugging protocol, which sees closed roots; the
// page's own scripts do not.
import { setTimeout as delay } from 'node:timers/promises';
import { describePanel } from './describe-panel.mjs';

/** @typedef {import('./describe-panel.mjs').PanelState} PanelState */

const POLL_INTERVAL_MS = 100;

/**
 * Opens a driver for the panel of one page.
 * @param {import('playwright-core').Page} page
 * @param {string} part whose root it is: the panel's, or that of another part of the extension
 */
export async function drivePanel(page, part = 'panel') {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');

  /** The panel's shadow root in the page's world, or null where there is none yet. */
  async function findRoot() {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = hostOf(root, part);
    const shadowRoot = host?.shadowRoots?.[0];
    if (!shadowRoot) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadowRoot.backendNodeId });
    return { host, shadowRoot, objectId: object.objectId };
  }

  /** @returns {Promise<PanelState | null>} null where the panel is not mounted */
  async function readPanel() {
    const root = await findRoot();
    if (root === null) return null;
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: root.objectId,
      functionDeclaration: String(describePanel),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /**
   * Waits until the panel is as the predicate asks.
   * @param {(state: PanelState) => boolean} predicate
   * @param {{ timeoutMs?: number }} options
   * @returns {Promise<PanelState>} the state that satisfied it
   * @throws when the time is over; the message holds what the panel last showed
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
   * Clicks with the mouse, as a person would, the control of that role and accessible name.
   * @param {string | RegExp} name the whole name, or a pattern it matches
   * @param {{ role?: string, nth?: number }} options
   */
  async function clickInPanel(name, options = {}) {
    await clickNode(await findControl(name, options));
  }

  /**
   * Rests the mouse on a control, as a person who has not clicked yet.
   * @param {string | RegExp} name
   * @param {{ role?: string, nth?: number }} options
   */
  async function pointInPanel(name, options = {}) {
    const at = await middleOf(await findControl(name, options));
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
  }

  /**
   * @param {string | RegExp} name
   * @param {{ role?: string, nth?: number }} options
   */
  async function findControl(name, { role = 'button', nth = 0 } = {}) {
    const root = await findRoot();
    if (root === null) throw new Error('The panel is not mounted');
    const inPanel = new Set(listNodes(root.shadowRoot).map((node) => node.backendNodeId));
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const controls = nodes.filter((node) => node.role?.value === role && inPanel.has(node.backendDOMNodeId));
    const isNamed = (text) => (name instanceof RegExp ? name.test(text) : text === name);
    const node = controls.filter((control) => isNamed(control.name?.value ?? ''))[nth];
    if (!node) {
      const names = controls.map((control) => control.name?.value ?? '');
      throw new Error(`No ${role} named ${name} in the panel; there are: ${names.join(', ')}`);
    }
    return node.backendDOMNodeId;
  }

  async function middleOf(backendNodeId) {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [left, top, , , right, bottom] = model.content;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  async function clickNode(backendNodeId) {
    const at = { ...(await middleOf(backendNodeId)), button: 'left', clickCount: 1 };
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    await session.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  }

  return {
    readPanel,
    waitForPanel,
    clickInPanel,
    pointInPanel,
    panelText: async () => (await readPanel())?.text ?? null,
    close: () => session.detach(),
  };
}

/** The extension's own element: a copy that a page has made of it has no closed root. */
export function hostOf(document, part) {
  return listNodes(document).find(
    ({ attributes = [], shadowRoots = [] }) =>
      attributes[attributes.indexOf('data-refund-lens') + 1] === part && shadowRoots[0]?.shadowRootType === 'closed',
  );
}

/** A node and all below it, through shadow roots and frames. */
function listNodes(node) {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? []), node.contentDocument].filter(Boolean);
  return [node, ...below.flatMap(listNodes)];
}
