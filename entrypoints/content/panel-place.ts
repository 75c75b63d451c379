import type { PanelMove } from '../../components/panel/move-handle.tsx';
import type { PanelPlace } from '../../utils/settings/settings.ts';

/** At least this much of the panel's header stays in the window, so that it can be taken hold of again. */
const MIN_VISIBLE_PX = 120;
const HEADER_PX = 48;
const BOTTOM_MARGIN_PX = 16;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a panel that was moved stands in a window of that size: at the nearer side, with its header inside. */
export function placeWithin(place: PanelPlace, viewport: Size, panelWidth: number): PanelPlace {
  const maxInset = Math.max(0, viewport.width - Math.max(MIN_VISIBLE_PX, panelWidth));
  return {
    edge: place.edge,
    insetPx: Math.round(Math.min(maxInset, Math.max(0, place.insetPx))),
    topPx: Math.round(Math.min(Math.max(0, viewport.height - HEADER_PX), Math.max(0, place.topPx))),
  };
}

/** The place of a panel whose upper left corner is moved there. */
export function placeAt(leftPx: number, topPx: number, viewport: Size, panelWidth: number): PanelPlace {
  const rightPx = viewport.width - leftPx - panelWidth;
  const edge = leftPx < rightPx ? 'left' : 'right';
  return placeWithin({ edge, insetPx: edge === 'left' ? leftPx : rightPx, topPx }, viewport, panelWidth);
}

/**
 * Lets the seller move the frame, and keeps it in the window when that becomes smaller.
 * @param onChange hears the new place when a movement is over, null when the frame is back at its corner
 * @returns what the panel's handle calls, and `restore` for a place from the settings
 */
export function movableFrame(
  frame: HTMLElement,
  onChange: (place: PanelPlace | null) => void,
  signal: AbortSignal,
): PanelMove & { readonly restore: (place: PanelPlace | null) => void } {
  let place: PanelPlace | null = null;
  const viewport = (): Size => ({ width: innerWidth, height: innerHeight });
  const show = (): void => {
    const shown = place && placeWithin(place, viewport(), frame.offsetWidth);
    const { style } = frame;
    style.top = shown ? `${shown.topPx}px` : '';
    style.left = shown ? (shown.edge === 'left' ? `${shown.insetPx}px` : 'auto') : '';
    style.right = shown ? (shown.edge === 'right' ? `${shown.insetPx}px` : 'auto') : '';
    style.maxHeight = shown ? `calc(100vh - ${shown.topPx + BOTTOM_MARGIN_PX}px)` : '';
  };
  const restore = (next: PanelPlace | null): void => {
    place = next;
    show();
  };
  addEventListener('resize', show, { signal, passive: true });
  return {
    restore,
    by: (acrossPx, downPx) => {
      const { left, top, width } = frame.getBoundingClientRect();
      restore(placeAt(left + acrossPx, top + downPx, viewport(), width));
    },
    end: () => onChange(place),
    reset: () => {
      restore(null);
      onChange(null);
    },
  };
}
