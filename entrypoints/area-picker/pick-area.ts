import { makeOwnElement } from '../../utils/claims/page/own-element.ts';
import type { ScreenArea } from '../../utils/messages.ts';
import { type AreaBox, boxAfterKey, boxBetween, initialBox, MIN_SIDE_PIXELS, visiblePart } from './area-box.ts';
import styles from './area-picker.css?inline';
import type { AreaPickerText } from './area-picker-text.ts';

/**
 * Lays an overlay over the page, in a root that the page cannot open, on which a person marks a box with the mouse or
 * the keyboard.
 * @returns the box, after the overlay is gone from the screen; null when it was cancelled
 */
export function pickArea(document: Document, text: AreaPickerText, signal: AbortSignal): Promise<ScreenArea | null> {
  const element = makeOwnElement(document, 'area-picker');
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  const overlay = make('div', 'overlay');
  overlay.setAttribute('role', 'dialog');
  overlay.setAttribute('aria-modal', 'true');
  overlay.setAttribute('aria-label', text.name);
  overlay.tabIndex = 0;
  const shown = make('div', 'box');
  const bar = make('div', 'bar');
  const help = make('p', 'help', text.help);
  const done = make('button', 'done', text.done);
  const cancel = make('button', 'cancel', text.cancel);
  bar.append(help, done, cancel);
  overlay.append(shown, bar);
  root.append(style, overlay);
  document.documentElement.append(element);
  overlay.focus({ preventScroll: true });

  // A pinch enlarges a part of the page: the overlay lies on that part, and a capture shows no other.
  const whatIsVisible = () => visiblePart({ width: innerWidth, height: innerHeight }, visualViewport);
  const viewport = whatIsVisible();
  overlay.style.cssText = `left:${viewport.left}px;top:${viewport.top}px;width:${viewport.width}px;height:${viewport.height}px`;
  const pointOf = (event: PointerEvent) => ({ x: event.clientX - viewport.left, y: event.clientY - viewport.top });
  let box = initialBox(viewport);
  let start: { readonly x: number; readonly y: number } | null = null;
  draw();

  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = (chosen: AreaBox | null): void => {
      ended.abort();
      element.remove();
      // The capture shows what the screen shows: two frames later the overlay is off it.
      // The enlarged part may have been moved in the meantime.
      const now = whatIsVisible();
      const [left, top] = [viewport.left - now.left, viewport.top - now.top];
      const area = chosen && {
        ...chosen,
        left: chosen.left + left,
        top: chosen.top + top,
        viewportWidth: now.width,
      };
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(area)));
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    // A page can send events of its own making; only a person's count.
    listen('pointerdown', (event) => {
      if (event.composedPath().includes(bar)) return;
      event.preventDefault();
      overlay.setPointerCapture(event.pointerId);
      start = pointOf(event);
    });
    listen('pointermove', (event) => {
      if (!start) return;
      box = boxBetween(start, pointOf(event), viewport);
      draw();
    });
    listen('pointerup', () => {
      start = null;
      if (box.width < MIN_SIDE_PIXELS || box.height < MIN_SIDE_PIXELS) box = initialBox(viewport);
      draw();
    });
    const answerKey = (event: KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        end(null);
        return;
      }
      if (event.key === 'Enter' && !event.composedPath().includes(cancel)) {
        event.preventDefault();
        end(box);
        return;
      }
      const moved = boxAfterKey(box, event.key, event.shiftKey, viewport);
      if (!moved) return;
      event.preventDefault();
      box = moved;
      draw();
    };
    listen('keydown', answerKey);
    // A page that takes the focus would keep Escape for itself.
    const keepKeys = (event: KeyboardEvent): void => {
      if (!event.isTrusted || event.target === element) return;
      overlay.focus({ preventScroll: true });
      answerKey(event);
    };
    document.defaultView?.addEventListener('keydown', keepKeys, { capture: true, signal: ended.signal });
    done.addEventListener('click', (event) => event.isTrusted && end(box));
    cancel.addEventListener('click', (event) => event.isTrusted && end(null));
  });

  function draw(): void {
    const { left, top, width, height } = box;
    shown.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    // Out of the way of a box that reaches down to it.
    bar.dataset.at = top + height > viewport.height - 160 && top > 160 ? 'top' : 'bottom';
  }

  function listen<Type extends keyof HTMLElementEventMap>(
    type: Type,
    answer: (event: HTMLElementEventMap[Type]) => void,
  ): void {
    overlay.addEventListener(type, (event) => event.isTrusted && answer(event));
  }

  function make(tag: string, className: string, content = ''): HTMLElement {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = content;
    return made;
  }
}
