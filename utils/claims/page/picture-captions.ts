import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import type { PageOutline, Token } from './page-outline.ts';

/** Boxes of one kind side by side that make it certain that headings stand below their pictures. */
const MIN_BOXES = 2;

/**
 * The box of a heading that stands below its pictures. That is certain only where the page is made so: boxes of one kind
 * side by side, at least two of them with a heading of pictures, and in none of those a picture after its heading.
 */
export function boxOfCaption(outline: PageOutline, heading: number): Element | null {
  let box: Element | null = (outline.tokens[heading] as Token).element;
  while (box && outline.rangeOf(box)[0] === heading) box = outline.parentOf(box);
  const row = box && outline.parentOf(box);
  if (!box || !row || !isCaptioned(outline, box)) return null;
  const { tagName, className } = box;
  const alike = [...row.children].filter((child) => child.tagName === tagName && child.className === className);
  const headed = alike.filter((child) => headingIn(outline, child) !== null);
  return headed.length >= MIN_BOXES && headed.every((child) => isCaptioned(outline, child)) ? box : null;
}

function headingIn(outline: PageOutline, box: Element): number | null {
  const [from, to] = outline.rangeOf(box);
  for (let at = from; at < to; at++) {
    const token = outline.tokens[at] as Token;
    if (token.kind === 'text' && pictureLabelOf(token.key)) return at;
  }
  return null;
}

/** Whether a box begins with pictures, and has none after its heading. */
function isCaptioned(outline: PageOutline, box: Element): boolean {
  const [from, to] = outline.rangeOf(box);
  const heading = headingIn(outline, box);
  const isPicture = (token: Token) => token.kind === 'picture';
  return (
    heading !== null &&
    heading > from &&
    outline.tokens.slice(from, heading).every(isPicture) &&
    !outline.tokens.slice(heading, to).some(isPicture)
  );
}
