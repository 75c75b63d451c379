import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import { roleNamedBy } from '../picture-role.ts';
import type { PageOutline, TextToken, Token } from './page-outline.ts';
import { isNeverEvidence } from './picture-exclusions.ts';
import type { EvidencePage, PictureHeading } from './picture-headings.ts';
import { titledPicture } from './picture-title.ts';
import { childHolding } from './value-of-label.ts';

const HEADING_TAGS = /^(H[1-6]|LEGEND|TH|DT)$/;
/** Texts between pictures that head nothing. */
const CAPTION = /^[\d\s/:.,-]+$|\d{1,2}:\d{2}|共.*[张个]|查看|点击|放大|预览|下载|图\s?\d|视频|\d+\s?张|展开|收起/;

/** Where the pictures of a heading end: at the next text that stands as the heading does, or at the next field. */
export function sectionEnd(page: EvidencePage, heading: PictureHeading, box: Element, from: number): number {
  const { outline, hits } = page;
  const end = outline.rangeOf(box)[1];
  const isLog = heading.kind !== 'evidence';
  const nextField = isLog
    ? undefined
    : hits.find(
        (hit) => hit.field !== 'buyer' && hit.from >= from && hit.from < end && isAfterPicture(outline, from, hit.from),
      );
  const nextSection = isLog ? null : startOfNextSection(page, box, from);
  const last = Math.min(end, nextField?.from ?? end, nextSection ?? end);
  for (let at = from; at < last; at++) {
    const token = outline.tokens[at] as Token;
    if (token.kind !== 'text' || token.text.length > 20 || CAPTION.test(token.text) || pictureLabelOf(token.key))
      continue;
    const isHeading =
      standsAlike(outline, box, heading.at, at) || (!isLog && isHeadingLike(outline, heading.at, token));
    if (isHeading && roleNamedBy(token.text) === null && isAfterPicture(outline, from, at)) return at;
  }
  return last;
}

/** The first part of `box` after the one with pictures that has pictures below a text of its own, or before a name. */
function startOfNextSection({ outline, dictionary }: EvidencePage, box: Element, from: number): number | null {
  const end = outline.rangeOf(box)[1];
  let gallery: Element | null = null;
  for (let at = from; at < end; at++) {
    const part = childHolding(outline, box, (outline.tokens[at] as Token).element);
    if (!part || part === gallery) continue;
    const [start, stop] = outline.rangeOf(part);
    const picture = firstPicture(outline, Math.max(start, from), stop);
    if (picture === null) {
      // A part is looked through once, however many texts it has.
      at = stop - 1;
      continue;
    }
    const isOther = gallery && !isAlike(part, gallery);
    if (isOther && (hasHeadingText(outline, start, picture) || titledPicture(outline, picture, dictionary)))
      return start;
    gallery ??= part;
    at = stop - 1;
  }
  return null;
}

function hasHeadingText(outline: PageOutline, from: number, to: number): boolean {
  return outline.tokens
    .slice(from, to)
    .some(
      (token) => token.kind === 'text' && token.key !== '' && !CAPTION.test(token.text) && !pictureLabelOf(token.key),
    );
}

function firstPicture(outline: PageOutline, from: number, to: number): number | null {
  for (let at = from; at < to; at++) {
    const token = outline.tokens[at] as Token;
    if (token.kind === 'picture' && !isNeverEvidence(outline, token)) return at;
  }
  return null;
}

/** Whether a text stands in an element that HTML has for headings. */
export function isHeadingElement({ element }: TextToken): boolean {
  return HEADING_TAGS.test(element.tagName);
}

/** Whether a text looks like a heading, or has the same tag and class as the heading. */
function isHeadingLike(outline: PageOutline, heading: number, token: TextToken): boolean {
  const own = (outline.tokens[heading] as Token).element;
  const { element } = token;
  return isHeadingElement(token) || (element !== own && isAlike(element, own));
}

/** Whether a text stands as the heading does, by tag and class, and names something else. */
export function isOtherHeading(outline: PageOutline, heading: number, token: TextToken): boolean {
  const own = (outline.tokens[heading] as Token).element;
  if (token.text.length > 20 || CAPTION.test(token.text) || pictureLabelOf(token.key) || roleNamedBy(token.text))
    return false;
  return own.className !== '' && token.element !== own && isAlike(token.element, own);
}

/** Whether a text is alone in a child of `box` that has the same tag and class as the heading's. */
function standsAlike(outline: PageOutline, box: Element, heading: number, at: number): boolean {
  const own = childHolding(outline, box, (outline.tokens[heading] as Token).element);
  const other = childHolding(outline, box, (outline.tokens[at] as Token).element);
  if (!own || !other || own === other || !isAlike(own, other)) return false;
  const [from, to] = outline.rangeOf(other);
  return to - from === 1;
}

function isAlike(element: Element, other: Element): boolean {
  return element.tagName === other.tagName && element.className === other.className;
}

function isAfterPicture(outline: PageOutline, from: number, at: number): boolean {
  return firstPicture(outline, from, at) !== null;
}
