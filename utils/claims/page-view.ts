/** Size in CSS pixels. */
export interface BoxSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the reader needs to know about a page beyond its tree; a test or a page without layout brings its own. */
export interface PageView {
  /** Whether the element itself is rendered; its ancestors are asked separately. */
  isRendered(element: Element): boolean;
  /** The box that the element takes, or null where there is no layout to ask. */
  boxOf(element: Element): BoxSize | null;
  /** The address of the element's background picture, or null. */
  backgroundOf(element: Element): string | null;
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
      const isPending = element.tagName === 'IMG' && (element as HTMLImageElement).naturalWidth === 0;
      const box = element.getBoundingClientRect();
      // The box of a picture that has not arrived says nothing about the picture, unless the page sized it.
      if (isPending || (box.width === 0 && box.height === 0)) return statedSize(element);
      return { widthPx: box.width, heightPx: box.height };
    },
    backgroundOf(element) {
      const background =
        computedStyle(element)?.backgroundImage || (element as HTMLElement).style?.backgroundImage || '';
      return /url\((["']?)(.*?)\1\)/.exec(background)?.[2] ?? null;
    },
  };
}

function computedStyle(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

/** The size that the page gives an element by attribute or style, or null where it gives none. */
function statedSize(element: Element): BoxSize | null {
  const style = computedStyle(element);
  const widthPx = pixels(style?.width) ?? pixels(element.getAttribute('width'));
  const heightPx = pixels(style?.height) ?? pixels(element.getAttribute('height'));
  if (widthPx === null && heightPx === null) return null;
  return { widthPx: widthPx ?? heightPx ?? 0, heightPx: heightPx ?? widthPx ?? 0 };
}

function pixels(length: string | null | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(length ?? '');
  return match && Number(match[1]) > 0 ? Number(match[1]) : null;
}
