/** Size in CSS pixels. */
export interface BoxSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The largest mark that a browser shows for a picture that has not arrived: 16 px in Chromium, 24 px in Firefox. */
const MISSING_PICTURE_PX = 24;

/** What the reader needs to know about a page beyond its tree; a test or a page without layout brings its own. */
export interface PageView {
  /** Whether the element itself is rendered; its ancestors are asked separately. */
  isRendered(element: Element): boolean;
  /** The box that the element takes, or null where there is no layout to ask. */
  boxOf(element: Element): BoxSize | null;
  /** Whether the element is shown as a circle. */
  isRound(element: Element): boolean;
  /** The address of the element's background picture, or null. */
  backgroundOf(element: Element): string | null;
  /** The text that a style sheet puts before the element's own; empty for none. */
  textBefore(element: Element): string;
  /** The element's shadow root, closed ones included where the caller may see them. */
  shadowRootOf(element: Element): ShadowRoot | null;
}

/**
 * The view of the page that the browser shows.
 * @param shadowRootOf opens closed roots: `chrome.dom.openOrClosedShadowRoot` or Firefox's `element.openOrClosedShadowRoot`
 */
export function browserPageView(
  shadowRootOf: (element: Element) => ShadowRoot | null = (element) => element.shadowRoot,
): PageView {
  return {
    shadowRootOf,
    isRendered(element) {
      if (element.hasAttribute('hidden')) return false;
      const style = computedStyle(element);
      return (
        style === null || (style.display !== 'none' && style.visibility !== 'hidden' && style.visibility !== 'collapse')
      );
    },
    boxOf(element) {
      const rect = element.getBoundingClientRect();
      const box = { widthPx: rect.width, heightPx: rect.height };
      if (!isPending(element)) return box.widthPx > 0 && box.heightPx > 0 ? box : statedSize(element);
      // A picture that has not arrived is shown as a small mark: only a size that the page gives it says something.
      return statedSize(element) ?? (Math.min(box.widthPx, box.heightPx) > MISSING_PICTURE_PX ? box : null);
    },
    isRound(element) {
      return [element, element.parentElement].some((around) => around !== null && isCircle(around));
    },
    textBefore(element) {
      const content = element.ownerDocument.defaultView?.getComputedStyle(element, '::before').content ?? '';
      // Firefox answers with the rule where Chromium answers with the text that it makes.
      const attribute = /^attr\(([\w-]+)\)$/.exec(content)?.[1];
      return attribute ? (element.getAttribute(attribute) ?? '') : (/^"(.*)"$/.exec(content)?.[1] ?? '');
    },
    backgroundOf(element) {
      const background =
        computedStyle(element)?.backgroundImage || (element as HTMLElement).style?.backgroundImage || '';
      return /url\((["']?)(.*?)\1\)/.exec(background)?.[2] ?? null;
    },
  };
}

/** Whether an element's own corners make a circle of it. */
function isCircle(element: Element): boolean {
  const radius = computedStyle(element)?.borderTopLeftRadius || '';
  const { width, height } = element.getBoundingClientRect();
  if (radius === '' || radius.startsWith('0') || Math.abs(width - height) > 0.1 * width) return false;
  const length = Number.parseFloat(radius);
  return radius.endsWith('%') ? length >= 50 : width > 0 && length >= 0.49 * width;
}

function computedStyle(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

/** Whether a picture has not arrived, or only the dot that a lazy loader puts in its place. */
function isPending(element: Element): boolean {
  return element.tagName === 'IMG' && (element as HTMLImageElement).naturalWidth <= 2;
}

/** The size that the page gives an element by attribute or inline style, or null where it gives none. */
function statedSize(element: Element): BoxSize | null {
  const style = (element as HTMLElement).style as CSSStyleDeclaration | undefined;
  const widthPx = pixels(style?.width) ?? pixels(element.getAttribute('width'));
  const heightPx = pixels(style?.height) ?? pixels(element.getAttribute('height'));
  if (widthPx === null && heightPx === null) return null;
  return { widthPx: widthPx ?? heightPx ?? 0, heightPx: heightPx ?? widthPx ?? 0 };
}

function pixels(length: string | null | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(length ?? '');
  return match && Number(match[1]) > 0 ? Number(match[1]) : null;
}
