import { type PictureLabel, pictureLabelOf } from '../../platforms/picture-labels.ts';
import { type ClaimScope, isInScope } from '../choose-claim.ts';
import { type LabelDictionary, type LabelHit, splitText } from './find-labels.ts';
import type { PageOutline } from './page-outline.ts';

/** A heading that says what the pictures after it are. */
export interface PictureHeading extends PictureLabel {
  readonly at: number;
  readonly label: string;
  /** What a tab shows: its pictures are there and nowhere else. */
  readonly panel: Element | null;
  /** Whether it is no heading but the buyer's words, which pictures may follow. */
  readonly isAssumed?: boolean;
}

/** What finding evidence needs. */
export interface EvidencePage {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
  readonly hits: readonly LabelHit[];
  readonly scope: ClaimScope;
  /** Pictures whose longer side is shorter are left out. */
  readonly minPicturePx?: number;
}

/** The headings of pictures in the claim's part of the page; a tab heads its panel, or nothing where it is not open. */
export function pictureHeadings({ outline, scope }: EvidencePage): PictureHeading[] {
  return outline.tokens.flatMap((token, at) => {
    if (token.kind !== 'text' || !isInScope(scope, at)) return [];
    const whole = pictureLabelOf(token.key);
    const split = whole ? null : splitText(outline, at);
    const label = whole ?? (split && pictureLabelOf(split.key));
    if (!label) return [];
    const panel = panelOf(token.element);
    const words = split ? { at: split.to - 1, label: split.key } : { at, label: token.text };
    return panel || !isClosedTab(token.element) ? [{ ...label, ...words, panel }] : [];
  });
}

/** The panel of a tab: the one that it names, or the one at its place among as many panels as there are tabs. */
function panelOf(element: Element): Element | null {
  const tab = element.closest('[role="tab"]');
  const list = tab?.closest('[role="tablist"]');
  if (!tab || !list) return null;
  const named = tab.getAttribute('aria-controls');
  const root = tab.getRootNode() as Document | ShadowRoot;
  const own = named ? root.getElementById(named) : null;
  if (own) return own;
  const tabs = [...list.querySelectorAll('[role="tab"]')];
  const panels = [...(list.parentElement?.querySelectorAll('[role="tabpanel"]') ?? [])];
  return panels.length === tabs.length ? (panels[tabs.indexOf(tab)] ?? null) : null;
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
