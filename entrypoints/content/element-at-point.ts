import { isOwnElement } from '../../utils/claims/page/own-element.ts';
import { shadowRootOf } from './shadow-root-of.ts';

const MAX_DEPTH = 20;

/** The page's element at a place of the window, through shadow roots and same-origin frames, our own left out. */
export function elementAtPoint(x: number, y: number): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => !isOwnElement(element)) ?? null;
  let [left, top] = [x, y];
  for (let depth = 0; found && depth < MAX_DEPTH; depth++) {
    const frame = /^I?FRAME$/.test(found.tagName) ? (found as HTMLIFrameElement) : null;
    if (frame?.contentDocument) {
      const { left: frameLeft, top: frameTop } = frame.getBoundingClientRect();
      [left, top] = [left - frameLeft - frame.clientLeft, top - frameTop - frame.clientTop];
    }
    const inside: DocumentOrShadowRoot | null = frame?.contentDocument ?? shadowRootOf(found);
    const inner = inside?.elementFromPoint(left, top);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}
