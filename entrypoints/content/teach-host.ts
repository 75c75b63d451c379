import { makeOwnElement } from '../../utils/claims/page/own-element.ts';

/** Above everything on the page, out of the reach of its styles and its scripts. */
const HOST_STYLE = ':host { all: initial !important; position: fixed !important; z-index: 2147483647 !important; }';

/**
 * Puts the teaching overlay's element onto the page, with a root that the page cannot open.
 * @param signal takes the element away again
 */
export function mountTeachHost(styles: string, signal: AbortSignal): { root: ShadowRoot; container: HTMLElement } {
  const element = makeOwnElement(document, 'teach');
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = `${styles}\n${HOST_STYLE}`;
  const container = document.createElement('div');
  root.append(style, container);
  document.documentElement.append(element);
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return { root, container };
}
