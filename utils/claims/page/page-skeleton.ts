import { labelKey } from '../../platforms/label-key.ts';
import { isListedPictureLabel } from '../../platforms/picture-labels.ts';
import type { Platform } from '../../platforms/platform.ts';
import { type LabelDictionary, labelDictionary } from './find-labels.ts';
import { isOwnElement } from './own-element.ts';
import type { PageView } from './page-view.ts';

/** Bounds of a text that a person pastes into a report. */
const MAX_LINES = 1_500;
const MAX_DEPTH = 60;
const SKIPPED = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|LINK|META)$/;
const KEPT_ATTRIBUTES = ['role', 'type', 'colspan', 'rowspan', 'aria-modal', 'hidden'];

/**
 * The structure of a page without its data, for a report about a page that is not read: tags, classes, the labels that
 * are in the project's own lists, and of every other text only what it looks like. Addresses are reduced to their host.
 * @returns one element or text a line, indented by depth; equal neighbours are counted
 */
export function pageSkeleton(document: Document, view: PageView, platform: Platform | null): string {
  const dictionary = platform ? labelDictionary(platform) : new Map();
  const lines: string[] = [];
  walk(document.body, 0);
  return foldRepeated(lines).slice(0, MAX_LINES).join('\n');

  function walk(element: Element | null, depth: number): void {
    if (!element || SKIPPED.test(element.tagName.toUpperCase()) || isOwnElement(element) || depth > MAX_DEPTH) return;
    if (lines.length > MAX_LINES * 4) return;
    const indent = '  '.repeat(depth);
    lines.push(`${indent}<${describe(element, view)}>`);
    const root = view.shadowRootOf(element);
    if (root) {
      lines.push(`${indent}  #shadow`);
      walkChildren(root, depth + 2);
    }
    const frame = /^I?FRAME$/i.test(element.tagName) ? (element as HTMLIFrameElement).contentDocument : null;
    if (frame) walk(frame.body, depth + 1);
    walkChildren(element, depth + 1);
  }

  function walkChildren(parent: Node, depth: number): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 1) walk(child as Element, depth);
      else if (child.nodeType === 3 && child.nodeValue?.trim()) {
        lines.push(`${'  '.repeat(depth)}${shapeOfText(child.nodeValue, dictionary)}`);
      }
    }
  }
}

/** What a text looks like; a label of the project's lists stands as it is. */
export function shapeOfText(raw: string, dictionary: LabelDictionary): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  const known = knownLabel(text, dictionary);
  if (known) return `“${known}”`;
  const [, head = '', value = ''] = /^(.{1,30}?)\s*[:：]\s*(.*)$/.exec(text) ?? [];
  const label = knownLabel(head, dictionary);
  if (label) return `“${label}：”${value ? ` ${shapeOfValue(value)}` : ''}`;
  return shapeOfValue(text);
}

function knownLabel(text: string, dictionary: LabelDictionary): string | null {
  const key = labelKey(text);
  const known = dictionary.get(key)?.label;
  return known ?? (isListedPictureLabel(key) ? key : null);
}

function shapeOfValue(text: string): string {
  if (/^[\d\s,.:/-]*\d[\d\s,.:/-]*$/.test(text)) {
    if (/\d{4}[-/]\d{1,2}[-/]\d{1,2}/.test(text)) return '[time]';
    return `[number ${text.replace(/\d/g, '0').slice(0, 30)}]`;
  }
  if (/[¥￥$€£₫฿元]/.test(text) && /\d/.test(text) && text.length < 24) return '[money]';
  if (/^[A-Za-z0-9-]*\d[A-Za-z0-9-]*$/.test(text)) return `[id of ${text.length}]`;
  const script = /[一-龥]/.test(text) ? 'Chinese' : /[A-Za-z]/.test(text) ? 'Latin' : 'other';
  return `[${script} text of ${text.length}${/\d{4,}/.test(text) ? ' with digits' : ''}]`;
}

function describe(element: Element, view: PageView): string {
  const names = [...element.classList].map((name) => `.${withoutDigits(name)}`).join('');
  const attributes = KEPT_ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`${name}=${withoutDigits(value).slice(0, 20)}`];
  });
  const testId = element.getAttribute('data-testid');
  const size = /^(?:IMG|VIDEO|CANVAS)$/.test(element.tagName) ? view.boxOf(element) : null;
  const address = element.getAttribute('src') ?? element.getAttribute('data-src');
  return [
    `${element.tagName.toLowerCase()}${names}`,
    ...attributes,
    ...(testId ? [`data-testid=${withoutDigits(testId)}`] : []),
    ...(size ? [`${Math.round(size.widthPx)}×${Math.round(size.heightPx)}`] : []),
    ...(address && element.tagName !== 'SCRIPT' ? [`from ${hostOf(address, element.baseURI)}`] : []),
    ...(view.backgroundOf(element) ? ['background'] : []),
  ].join(' ');
}

/** Ids stand in class names and test ids too, and names of people in their own script. */
function withoutDigits(name: string): string {
  return name.replace(/\d{4,}|[^ -~]+/g, '#');
}

function hostOf(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).host || new URL(address, base).protocol : '?';
}

/** Lines that repeat the one before are counted instead. */
function foldRepeated(lines: readonly string[]): string[] {
  const folded: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    if (last?.line === line) last.count++;
    else folded.push({ line, count: 1 });
  }
  return folded.map(({ line, count }) => (count > 1 ? `${line} ×${count}` : line));
}
