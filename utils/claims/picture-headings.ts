import { type PictureLabel, pictureLabelOf } from '../platforms/picture-labels.ts';
import { type ClaimScope, isInScope } from './choose-claim.ts';
import type { LabelDictionary, LabelHit } from './find-labels.ts';
import type { PageOutline } from './page-outline.ts';

/** A heading that says what the pictures after it are. */
export interface PictureHeading extends PictureLabel {
  readonly at: number;
  readonly label: string;
}

/** What finding evidence needs. */
export interface EvidencePage {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
  readonly hits: readonly LabelHit[];
  readonly scope: ClaimScope;
}

/** The headings of pictures in the claim's part of the page; tabs that are not open are none. */
export function pictureHeadings({ outline, scope }: EvidencePage): PictureHeading[] {
  return outline.tokens.flatMap((token, at) => {
    if (token.kind !== 'text' || !isInScope(scope, at) || isClosedTab(token.element)) return [];
    const label = pictureLabelOf(token.key);
    return label ? [{ ...label, at, label: token.text }] : [];
  });
}

function isClosedTab(element: Element): boolean {
  const tab = element.closest('[role="tab"]');
  if (tab?.hasAttribute('aria-selected')) return tab.getAttribute('aria-selected') === 'false';
  const named = element.closest('[class*="tab-" i],[class*="tab_" i],[class*="tabs" i]');
  const open = /active|selected|current|checked/i;
  const siblings = [...(named?.parentElement?.children ?? [])].filter((sibling) => sibling !== named);
  return (
    named !== null &&
    !open.test(named.className) &&
    siblings.some((sibling) => sibling.tagName === named.tagName && open.test(sibling.className))
  );
}
