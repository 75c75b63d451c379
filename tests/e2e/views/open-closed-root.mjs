import { hostOf } from '../panel-driver.mjs';

/**
 * Lets the page's world see into a closed root of the extension, so that locators and axe-core look at it as at an open
 * one. For tests and pictures only: it is done over the debugging protocol.
 * @param {import('playwright-core').Page} page
 * @param {string} part of the extension, whose root it is
 */
export async function openClosedRoot(page, part) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = hostOf(root, part);
    const shadowRoot = host?.shadowRoots?.[0];
    if (!shadowRoot) throw new Error(`${part} is not on the page`);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadowRoot.backendNodeId });
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: String(show),
    });
  } finally {
    await session.detach();
  }
}

/** Runs in the page, with the root as `this`. */
function show() {
  Object.defineProperty(this.host, 'shadowRoot', { configurable: true, value: this });
}
