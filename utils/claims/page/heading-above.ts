import { countBefore } from './count-before.ts';
import type { PageOutline, TextToken } from './page-outline.ts';

interface Heading {
  readonly at: number;
  readonly token: TextToken;
  /** 1 for `h1`. */
  readonly rank: number;
  /** The heading of the part that this one's part is in. */
  readonly above: Heading | null;
}

const headingsOfPage = new WeakMap<PageOutline, readonly Heading[]>();

/** Lower than any heading of HTML. */
const NO_RANK = 7;

/** The heading of HTML under which a text stands: the nearest before it of a higher rank than its own. */
export function headingAbove(outline: PageOutline, at: number): TextToken | null {
  const own = rankOf((outline.tokens[at] as TextToken).element) ?? NO_RANK;
  const headings = headingsIn(outline);
  let heading = headings[countBefore(headings, at) - 1] ?? null;
  while (heading && heading.rank >= own) heading = heading.above;
  return heading?.token ?? null;
}

function headingsIn(outline: PageOutline): readonly Heading[] {
  const known = headingsOfPage.get(outline);
  if (known) return known;
  const headings: Heading[] = [];
  for (const [at, token] of outline.tokens.entries()) {
    const rank = token.kind === 'text' ? rankOf(token.element) : null;
    if (rank === null) continue;
    let above = headings.at(-1) ?? null;
    while (above && above.rank >= rank) above = above.above;
    headings.push({ at, token: token as TextToken, rank, above });
  }
  headingsOfPage.set(outline, headings);
  return headings;
}

function rankOf({ tagName }: Element): number | null {
  return /^H[1-6]$/.test(tagName) ? Number(tagName[1]) : null;
}
