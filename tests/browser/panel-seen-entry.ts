import { isPanelSeen } from '../../entrypoints/content/is-panel-seen.ts';
import styles from '../../entrypoints/content/panel-host.css?inline';
import { makeOwnElement } from '../../utils/claims/page/own-element.ts';

const host = makeOwnElement(document, 'panel');
const frame = document.createElement('div');

/** Puts a panel without content where the real one stands. */
export function mount(): void {
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  frame.className = 'frame';
  frame.innerHTML = '<div style="background: white; height: 500px">退款验图</div>';
  root.append(style, frame);
  document.documentElement.append(host);
}

/** Leaves the header's height of it. */
export function fold(): void {
  (frame.firstElementChild as HTMLElement).style.height = '48px';
}

export function isSeen(): boolean {
  return isPanelSeen(frame, host);
}
