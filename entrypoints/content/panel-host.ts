/** The element on the page that carries the panel, and the closed root that holds it. */
export interface PanelHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

export const PANEL_ELEMENT = 'refund-lens-panel';

/** Inline and important, since the page's own style sheets reach the element but not what is inside it. */
const ELEMENT_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  top: '72px',
  right: '16px',
  width: '360px',
  'max-width': 'calc(100vw - 32px)',
  'max-height': 'calc(100vh - 88px)',
  'z-index': '2147483647',
  display: 'block',
};

const KEY_EVENTS = ['keydown', 'keypress', 'keyup', 'input', 'paste', 'copy'] as const;

/** Puts the panel's element onto the page, outside the page's own tree, with a root that the page cannot open. */
export function mountPanelHost(document: Document): PanelHost {
  const element = document.createElement(PANEL_ELEMENT);
  for (const [name, value] of Object.entries(ELEMENT_STYLE)) element.style.setProperty(name, value, 'important');
  const root = element.attachShadow({ mode: 'closed' });
  // What is typed into the panel is none of the page's business, and must not trigger its shortcuts.
  for (const type of KEY_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(element);
  return { element, root, remove: () => element.remove() };
}
