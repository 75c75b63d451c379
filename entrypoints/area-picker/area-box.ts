/** A box on a page, in CSS pixels from the top left of what is visible. */
export interface AreaBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What a touchpad's pinch shows of a page: `visualViewport` (CSSOM View, 12). */
export interface PinchedView {
  readonly scale: number;
  readonly offsetLeft: number;
  readonly offsetTop: number;
}

/**
 * The part of the page that is on the screen, as a capture shows it, in CSS pixels of the page.
 * @param inner the page's `innerWidth` and `innerHeight`, scroll bars with it
 */
export function visiblePart(inner: Viewport, pinched: PinchedView | null): AreaBox {
  const { scale, offsetLeft, offsetTop } = pinched ?? { scale: 1, offsetLeft: 0, offsetTop: 0 };
  return { left: offsetLeft, top: offsetTop, width: inner.width / scale, height: inner.height / scale };
}

/** Smaller than this nothing can be told; a click without a drag makes a box of no size. */
export const MIN_SIDE_PIXELS = 24;
const STEP_PIXELS = 10;

/** Where the box stands for those who begin with the keyboard: the middle half of the page. */
export function initialBox({ width, height }: Viewport): AreaBox {
  return { left: width / 4, top: height / 4, width: width / 2, height: height / 2 };
}

/** The box between two corners, in whichever order they were reached, cut to the page. */
export function boxBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  viewport: Viewport,
): AreaBox {
  const [left, right] = [from.x, to.x].map((x) => clamp(x, 0, viewport.width)).toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const [top, bottom] = [from.y, to.y].map((y) => clamp(y, 0, viewport.height)).toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  return { left, top, width: right - left, height: bottom - top };
}

/** The box after an arrow key: moved, or with its right or lower side moved; null for any other key. */
export function boxAfterKey(box: AreaBox, key: string, isResizing: boolean, viewport: Viewport): AreaBox | null {
  const step = STEPS[key];
  if (!step) return null;
  const { left, top, width, height } = box;
  if (isResizing) {
    return {
      left,
      top,
      width: clamp(width + step.x, MIN_SIDE_PIXELS, viewport.width - left),
      height: clamp(height + step.y, MIN_SIDE_PIXELS, viewport.height - top),
    };
  }
  return {
    left: clamp(left + step.x, 0, viewport.width - width),
    top: clamp(top + step.y, 0, viewport.height - height),
    width,
    height,
  };
}

const STEPS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -STEP_PIXELS, y: 0 },
  ArrowRight: { x: STEP_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: -STEP_PIXELS },
  ArrowDown: { x: 0, y: STEP_PIXELS },
};

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
