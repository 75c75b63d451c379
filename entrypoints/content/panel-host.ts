import styles from './panel-host.css?inline';

/** The element on the page that carries the panel, and the place inside its closed root where the panel goes. */
export interface PanelHost {
  readonly frame: HTMLElement;
  remove(): void;
}

export const PANEL_ELEMENT = 'refund-lens-panel';

const KEY_EVENTS = ['keydown', 'keypress', 'keyup', 'input', 'paste', 'copy'] as const;

/** Puts the panel's element onto the page, outside the page's own tree, with a root that the page cannot open. */
export function mountPanelHost(document: Document): PanelHost {
  const element = document.createElement(PANEL_ELEMENT);
  const root = element.attachShadow({ mode: 'closed' });
  // What is typed into the panel is none of the page's business, and must not trigger its shortcuts.
  for (const type of KEY_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
  const style = document.createElement('style');
  style.textContent = styles;
  const frame = document.createElement('div');
  frame.className = 'frame';
  root.append(style, frame);
  document.documentElement.append(element);
  return { frame, remove: () => element.remove() };
}
