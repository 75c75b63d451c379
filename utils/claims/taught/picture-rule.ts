import type { PageOutline, PictureToken, TextToken } from '../page/page-outline.ts';
import { isNeverEvidence } from '../page/picture-exclusions.ts';
import { elementAtPath, elementsMatching, namesOfElement, pathOfElement } from './element-locators.ts';
import { labelQuality } from './label-quality.ts';
import { standsInRows } from './label-rows.ts';
import { nextHeading, type PictureGroup, picturesAlike } from './picture-groups.ts';
import type { FieldRule, Locator, TaughtPictureField } from './site-rule.ts';
import type { TaughtPage } from './text-locators.ts';
import { ancestorAt, climbTo, picturesIn, textBeyond, textsIn } from './token-places.ts';

/** What a rule for pictures leads to: `at` may be empty, where the list is there and has none. */
export interface TaughtPictures {
  readonly at: readonly number[];
  readonly locator: Locator;
}

type LabelLocator = Extract<Locator, { by: 'label' }>;

const TEXTS_TRIED = 4;
const MAX_CLIMB = 8;
/** A redesign may put a wrapper around the list, and a remark above it. */
const MORE_WRAPPERS = 1;
const MORE_TEXTS = 2;
const MAX_LABELS = 2;
const MAX_NAMES = 2;
/** Smaller pictures beside the taught ones are marks and buttons. */
const MIN_PICTURE_PX = 24;

/**
 * How a list of pictures is found again: by the heading above it, by the names of its element, and, where no heading
 * stands above it, by its place in the tree.
 */
export function derivePictureRule(
  page: TaughtPage,
  field: TaughtPictureField,
  group: PictureGroup,
  taughtAt: string,
): FieldRule | null {
  const { outline, dictionary } = page;
  const [from, to] = group.isRun
    ? [group.at[0] as number, (group.at.at(-1) as number) + 1]
    : outline.rangeOf(group.box);
  const until = textsIn(outline, [to, outline.tokens.length])
    .slice(0, TEXTS_TRIED)
    .filter(({ token }) => labelQuality(token, dictionary) !== 'never')
    .map(({ token }) => token.key);
  const pictures = { tags: group.tags, until, role: field === 'evidence' ? 'buyer' : 'seller' } as const;
  const base = { depth: group.tags.length, pictures, taughtAt };
  const leadsHere = (locator: Locator): boolean =>
    `${findPictures(page, { ...base, locators: [locator] })?.at}` === `${group.at}`;
  const labels = headingsAbove(page, from, group.at[0] ?? from).filter(leadsHere);
  const sure = labels.filter(({ isSure }) => isSure).slice(0, MAX_LABELS);
  const others = sure.length > 0 ? [] : labels.slice(0, 1);
  const names = (group.isRun ? [] : namesOfElement(outline, group.box)).filter(leadsHere).slice(0, MAX_NAMES);
  // Below any heading, a place in the tree would read the next list on the day that this one is missing.
  const path = labels.length === 0 && !group.isRun ? [pathOfElement(outline, group.box)].filter(leadsHere) : [];
  const locators = [...sure, ...names, ...others, ...path];
  return locators.length > 0 ? { ...base, locators } : null;
}

/** The pictures that a rule leads to, by its first way that the page still has; null where it has none of them. */
export function findPictures(page: TaughtPage, rule: FieldRule): TaughtPictures | null {
  for (const locator of rule.locators) {
    const at = locator.by === 'label' ? picturesAtHeading(page, rule, locator) : picturesInElement(page, rule, locator);
    if (at) return { at, locator };
  }
  return null;
}

/** Texts before a list that may head it, nearest first, within the smallest element that holds one and the list. */
function headingsAbove({ outline, dictionary }: TaughtPage, from: number, first: number): LabelLocator[] {
  const found: LabelLocator[] = [];
  let section: Element | null = null;
  let index = textBeyond(outline, from, -1);
  for (let skipped = 0; index !== null && skipped < TEXTS_TRIED; skipped++) {
    const { text, key, element } = outline.tokens[index] as TextToken;
    const quality = labelQuality(outline.tokens[index] as TextToken, dictionary);
    const climb = climbTo(outline, element, first, MAX_CLIMB);
    if (quality !== 'never' && climb !== null) {
      const label = text.replace(/\s*[:：]\s*$/, '');
      const box = ancestorAt(outline, element, climb);
      section ??= box;
      if (box !== section) break;
      const picture = (outline.tokens[first] as PictureToken).element;
      const isSure = quality === 'sure' || standsInRows(outline, dictionary, box, element, picture);
      found.push({ by: 'label', key, label, place: 'after', skipped, climb, nth: 0, isSure });
    }
    index = textBeyond(outline, index, -1);
  }
  return found;
}

/** The list below a heading; empty where the heading stands there without one, null where there is no such heading. */
function picturesAtHeading(page: TaughtPage, rule: FieldRule, locator: LabelLocator): number[] | null {
  const { outline } = page;
  let isThere = false;
  for (const [heading, token] of outline.tokens.entries()) {
    if (token.kind !== 'text' || token.key !== locator.key) continue;
    isThere = true;
    const first = firstPictureAfter(page, rule, locator, heading);
    if (first === null) continue;
    return listAt(page, rule, first, heading);
  }
  return isThere ? [] : null;
}

function firstPictureAfter(
  { outline, dictionary }: TaughtPage,
  { pictures }: FieldRule,
  { skipped, climb }: LabelLocator,
  heading: number,
): number | null {
  const { element } = outline.tokens[heading] as TextToken;
  const [, end] = outline.rangeOf(ancestorAt(outline, element, climb + MORE_WRAPPERS));
  const first = picturesIn(outline, [heading, end]).find(({ token }) => !isTiny(token))?.at;
  if (first === undefined) return null;
  // Between a heading and its list stands no other heading: a list without pictures would hand over the next one's.
  const between = textsIn(outline, [heading + 1, first]).map(({ token }) => token);
  const isCut = between.some(
    (token) => pictures?.until.includes(token.key) || labelQuality(token, dictionary) === 'sure',
  );
  return isCut || between.length > skipped + MORE_TEXTS ? null : first;
}

/** The list that a first picture begins: as it was taught, or, where the page is built anew, up to the next heading. */
function listAt(page: TaughtPage, rule: FieldRule, first: number, heading: number): number[] {
  const { outline, dictionary } = page;
  const { element } = outline.tokens[first] as PictureToken;
  const box = ancestorAt(outline, element, rule.depth);
  const alike = picturesAlike(outline, box, rule.pictures?.tags ?? []);
  const [start] = outline.rangeOf(box);
  if (start > heading && alike.includes(first)) return alike;
  if (alike.includes(first)) {
    const stop = nextHeading(page, first, outline.rangeOf(box)[1]) ?? outline.tokens.length;
    return alike.filter((at) => at >= first && at < stop);
  }
  const [, end] = outline.rangeOf(largestWithout(outline, element, heading));
  const next = textsIn(outline, [first, end]).find(({ token }) => {
    return rule.pictures?.until.includes(token.key) || labelQuality(token, dictionary) === 'sure';
  });
  return picturesBetween(outline, rule, first, next?.at ?? end);
}

function picturesInElement(
  { outline }: TaughtPage,
  rule: FieldRule,
  locator: Exclude<Locator, LabelLocator>,
): number[] | null {
  const elements =
    locator.by === 'path' ? [elementAtPath(outline, locator.steps)] : elementsMatching(outline, locator.css);
  const [element] = elements;
  if (!element || elements.length > 1) return null;
  const alike = picturesIn(outline, outline.rangeOf(element)).flatMap(({ token }) =>
    picturesAlike(outline, ancestorAt(outline, token.element, rule.depth), rule.pictures?.tags ?? []),
  );
  const [from, to] = outline.rangeOf(element);
  const within = [...new Set(alike)].filter((at) => at >= from && at < to);
  return within.length > 0 ? within : picturesBetween(outline, rule, from, to);
}

/** The pictures of a range; without what can never be evidence, such as a link to a product, where evidence is sought. */
function picturesBetween(outline: PageOutline, { pictures }: FieldRule, from: number, to: number): number[] {
  return picturesIn(outline, [from, to]).flatMap(({ at, token }) => {
    const isOther = pictures?.role === 'buyer' ? isNeverEvidence(outline, token) : isTiny(token);
    return isOther ? [] : [at];
  });
}

/** The largest element around another that does not hold the heading. */
function largestWithout(outline: PageOutline, element: Element, heading: number): Element {
  let box = element;
  for (let parent = outline.parentOf(box); parent; parent = outline.parentOf(parent)) {
    const [from, to] = outline.rangeOf(parent);
    if (heading >= from && heading < to) return box;
    box = parent;
  }
  return box;
}

function isTiny({ picture: { box } }: PictureToken): boolean {
  return box !== null && Math.max(box.widthPx, box.heightPx) < MIN_PICTURE_PX;
}
