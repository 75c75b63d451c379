import { labelKey } from '../../platforms/label-key.ts';
import { isOwnElement } from './own-element.ts';
import type { PageView } from './page-view.ts';
import { type PictureOnPage, readPicture } from './picture-on-page.ts';

export interface TextToken {
  readonly kind: 'text';
  readonly element: Element;
  /** White space collapsed, otherwise as on the page. */
  readonly text: string;
  /** The text in the form in which labels are compared. */
  readonly key: string;
}

export interface PictureToken {
  readonly kind: 'picture';
  readonly element: Element;
  readonly picture: PictureOnPage;
  readonly isRendered: boolean;
}

export type Token = TextToken | PictureToken;

/** A page as a row of texts and pictures in reading order, through shadow roots and same-origin frames. */
export interface PageOutline {
  readonly tokens: readonly Token[];
  /** The tokens within an element: from (inclusive), to (exclusive). */
  rangeOf(element: Element): readonly [number, number];
  /** The parent, across shadow roots and frames; null at the top. */
  parentOf(element: Element): Element | null;
}

/** Bounds against a page that is built to keep the reader busy. */
const MAX_ELEMENTS = 60_000;
const MAX_DEPTH = 400;
const MAX_TEXT_LENGTH = 4_000;

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'OPTION',
  'SELECT',
  'DATALIST',
  'LINK',
  'META',
]);
/** Words of a control beside a value, which are no part of the value. */
const CONTROL_WORDS = new Set([
  '复制',
  '复制单号',
  '点击复制',
  '查看',
  '查看详情',
  '修改',
  '备注',
  '展开',
  '收起',
  'copy',
  '複製',
  'salin',
  'copiar',
]);

/**
 * Walks the page once. Text that is not rendered is left out; pictures that are not rendered stay, marked, since
 * carousels and folded lists keep them that way. Elements that match `ignored` are left out with all they hold.
 */
export function outlinePage(document: Document, view: PageView, ignored: readonly string[]): PageOutline {
  const tokens: Token[] = [];
  const ranges = new Map<Element, readonly [number, number]>();
  const parents = new Map<Element, Element | null>();
  const ignoredSelector = ignored.join(',');
  let elementCount = 0;

  if (document.documentElement) walk(document.documentElement, null, true, 0);
  return {
    tokens,
    rangeOf: (element) => ranges.get(element) ?? [0, 0],
    parentOf: (element) => parents.get(element) ?? null,
  };

  function walk(element: Element, parent: Element | null, isParentRendered: boolean, depth: number): void {
    if (SKIPPED.has(element.tagName.toUpperCase()) || isOwnElement(element)) return;
    if (depth > MAX_DEPTH || ++elementCount > MAX_ELEMENTS) return;
    if (ignoredSelector && element.matches(ignoredSelector)) return;
    const isRendered = isParentRendered && view.isRendered(element);
    const start = tokens.length;
    parents.set(element, parent);
    const picture = readPicture(element, view);
    if (picture) tokens.push({ kind: 'picture', element, picture, isRendered });
    if (isRendered) pushText(element, shownLabel(element, view));
    const value = controlValue(element);
    if (isRendered) pushText(element, value);
    // What a text area holds as content is its value once more.
    if ((!picture || picture.holdsContent) && !(value && element.tagName.toUpperCase() === 'TEXTAREA')) {
      const root = view.shadowRootOf(element);
      if (root) walkChildren(root, element, isRendered, depth);
      const frame = frameDocument(element);
      if (frame?.documentElement) walk(frame.documentElement, element, isRendered, depth + 1);
      walkChildren(element, element, isRendered, depth);
    }
    ranges.set(element, [start, tokens.length]);
  }

  function walkChildren(parent: ParentNode & Node, element: Element, isRendered: boolean, depth: number): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 1) walk(child as Element, element, isRendered, depth + 1);
      else if (child.nodeType === 3 && isRendered) pushText(element, child.nodeValue);
    }
  }

  function pushText(element: Element, raw: string | null): void {
    const text = raw?.slice(0, MAX_TEXT_LENGTH).replace(/\s+/g, ' ').trim();
    if (!text || CONTROL_WORDS.has(withoutSigns(text).toLowerCase())) return;
    tokens.push({ kind: 'text', element, text, key: labelKey(text) });
  }
}

/** Words without the icon that a control may have before or after them: `🔍 查看`, `查看 >`. */
function withoutSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

const LABEL_ATTRIBUTES = ['data-label', 'data-title', 'data-th', 'data-column'];

/** The label that tables for small screens keep in an attribute and show before the cell. */
function shownLabel(element: Element, view: PageView): string | null {
  const label = LABEL_ATTRIBUTES.map((name) => element.getAttribute(name)).find((value) => value);
  return label && view.textBefore(element).startsWith(label) ? label : null;
}

/** The value of a field that shows data without taking any, or the text that a custom element has in an attribute. */
function controlValue(element: Element): string | null {
  if (/^(INPUT|TEXTAREA)$/i.test(element.tagName)) {
    const input = element as HTMLInputElement;
    return (input.readOnly || input.disabled) && /^(text|textarea|tel|number|)$/i.test(input.type) ? input.value : null;
  }
  if (!element.tagName.includes('-') || element.textContent?.trim()) return null;
  return element.getAttribute('text') ?? element.getAttribute('label') ?? element.getAttribute('value');
}

/** The document of a same-origin frame; null for other origins, which the browser keeps closed. */
function frameDocument(element: Element): Document | null {
  return /^I?FRAME$/i.test(element.tagName) ? (element as HTMLIFrameElement).contentDocument : null;
}
