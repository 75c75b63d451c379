import { useEffect, useRef } from 'react';

/** What the seller does on the page while pointing. */
export interface PointingEvents {
  readonly onHover: (element: Element) => void;
  readonly onPick: (element: Element) => void;
  /** A key in the pointing area; true where it meant something. */
  readonly onKey: (key: string) => boolean;
  readonly onLeave: () => void;
}

/** How the overlay and the page under it are reached. */
export interface PointingSurface {
  /** The root of the overlay. */
  readonly root: ShadowRoot;
  /** The page's element at a place of the window, through frames and shadow roots, the overlay left out. */
  readonly elementAt: (x: number, y: number) => Element | null;
}

const POINTER_EVENTS = [
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'mousedown', 'mouseup', 'mousemove'],
  ...['mouseover', 'mouseout', 'click', 'auxclick', 'dblclick', 'contextmenu', 'touchstart', 'touchend', 'dragstart'],
];
const KEY_EVENTS = ['keydown', 'keypress', 'keyup'];

/**
 * Takes pointer and keys from the page while the overlay is open: listeners on the window, before any of the page's
 * elements, and a sheet of the overlay over the whole page. What happens in the overlay's card stays in it.
 */
export function usePointing({ root, elementAt }: PointingSurface, isPointing: boolean, events: PointingEvents): void {
  const latest = useRef({ events, isPointing });
  latest.current = { events, isPointing };

  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, passive: false, signal: listening.signal };
    // A click that a key made has no place of its own: it belongs to what has the focus.
    const isInCard = ({ type, detail, target, clientX, clientY }: MouseEvent): boolean =>
      type === 'click' && detail === 0
        ? target === root.host
        : root.elementFromPoint(clientX, clientY)?.closest('.teach-card') != null;

    const onPointer = (event: Event): void => {
      const pointer = event as MouseEvent;
      // A page can send clicks of its own making; only a person's points at anything.
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      if (isInCard(pointer)) {
        if (event.type === 'click') clickInside(root, pointer);
        return;
      }
      event.preventDefault();
      const { events: now, isPointing: isOn } = latest.current;
      if (!isOn) return;
      const element = elementAt(pointer.clientX, pointer.clientY);
      if (element && event.type === 'pointermove') now.onHover(element);
      if (element && event.type === 'click') now.onPick(element);
    };
    const onKey = (event: Event): void => {
      const { key, isTrusted, isComposing } = event as KeyboardEvent;
      if (!isTrusted) return;
      event.stopImmediatePropagation();
      if (event.type !== 'keydown' || isComposing) return;
      const { events: now, isPointing: isOn } = latest.current;
      const isInArea = root.activeElement?.classList.contains('teach-area') === true;
      if (key === 'Escape') now.onLeave();
      else if (!isOn || !isInArea || !now.onKey(key)) return;
      event.preventDefault();
    };
    for (const type of POINTER_EVENTS) window.addEventListener(type, onPointer, options);
    for (const type of KEY_EVENTS) window.addEventListener(type, onKey, options);
    window.addEventListener('wheel', (event) => scrollUnder(event, elementAt, isInCard), options);
    return () => listening.abort();
  }, [root, elementAt]);
}

/** A click that stays in the root: many pages close their dialogs on any click that they take for one outside. */
function clickInside(root: ShadowRoot, click: MouseEvent): void {
  click.preventDefault();
  const target = click.detail === 0 ? root.activeElement : root.elementFromPoint(click.clientX, click.clientY);
  target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}

/** The sheet over the page would keep its inner parts from scrolling. */
function scrollUnder(
  event: WheelEvent,
  elementAt: PointingSurface['elementAt'],
  isInCard: (event: MouseEvent) => boolean,
): void {
  if (isInCard(event)) return;
  event.stopImmediatePropagation();
  let box = elementAt(event.clientX, event.clientY);
  while (box && !canScroll(box, event.deltaY)) box = box.parentElement;
  if (!box) return;
  event.preventDefault();
  box.scrollBy({ top: event.deltaY, left: event.deltaX });
}

function canScroll(box: Element, delta: number): boolean {
  if (box === box.ownerDocument.scrollingElement) return false;
  const { overflowY } = getComputedStyle(box);
  if (!/auto|scroll/.test(overflowY) || box.scrollHeight <= box.clientHeight) return false;
  return delta > 0 ? box.scrollTop + box.clientHeight < box.scrollHeight : box.scrollTop > 0;
}
