import type { PlatformPage } from '../platforms/platform.ts';
import type { LabelHit } from './page/find-labels.ts';
import type { PageOutline, Token } from './page/page-outline.ts';
import { isRepeated } from './picture-role.ts';

/** An id that the page shows beside a label. */
export interface IdOnPage {
  readonly field: 'claimId' | 'orderId';
  readonly id: string;
  readonly hit: LabelHit;
  /** Where the id stands: the value's first token, below the label in a table. */
  readonly at: number;
}

/** The part of a page that is about one claim. */
export interface ClaimScope {
  readonly from: number;
  readonly to: number;
  /** Tokens of the claim's own ids. */
  readonly anchors: readonly number[];
  /** Ranges about other claims: cards, drawers, rows with another id. */
  readonly foreign: readonly (readonly [number, number])[];
  readonly claimId: IdOnPage | null;
  readonly orderId: IdOnPage | null;
}

export type ScopeChoice =
  | { readonly isChosen: true; readonly scope: ClaimScope }
  | {
      readonly isChosen: false;
      readonly reason: 'page-not-ready';
      readonly params: { expected: string; found: string };
    }
  | { readonly isChosen: false; readonly reason: 'several-claims'; readonly params: { count: number } };

const DIALOGS =
  'dialog[open],[role="dialog"],[aria-modal="true"],[data-testid*="modal" i],[class*="modal" i],[class*="dialog" i],[class*="drawer" i]';
const NOTICES =
  '[class*="notice" i],[class*="notification" i],[class*="announce" i],[class*="msgitem" i],[role="alert"],[role="log"]';
/** A dialog is about a claim when it shows an id and at least this many fields in all. */
const MIN_DIALOG_FIELDS = 3;
/** How many more fields one of several claims must show to be taken for the one that the page is about. */
const MIN_FIELD_LEAD = 3;

/**
 * Decides which part of the page is about the claim: the dialog on top, the part with the ids of the address, or the
 * one claim that is shown in full.
 * @param hits every label of the page, to tell a claim shown in full from one that is mentioned
 * @param ids every labelled id of the page
 */
export function chooseClaim(
  outline: PageOutline,
  page: PlatformPage,
  hits: readonly LabelHit[],
  ids: readonly IdOnPage[],
): ScopeChoice {
  const dialog = dialogRange(outline, page, hits, ids);
  const [from, to] = dialog ?? [0, outline.tokens.length];
  const within = ids.filter(({ at }) => at >= from && at < to);
  const expected = dialog && page.kind === 'list' ? { claimId: null, orderId: null } : page;
  const conflict = conflictWith(expected, within);
  if (conflict) return { isChosen: false, reason: 'page-not-ready', params: conflict };
  const isKnown = expected.claimId !== null || expected.orderId !== null;
  const named = isKnown
    ? within.filter((id) => agrees(id, expected))
    : richestClaim(outline, hits, outOfNotices(outline, within));
  if (named === null) {
    return { isChosen: false, reason: 'several-claims', params: { count: new Set(within.map(({ id }) => id)).size } };
  }
  const own = withOtherId(outline, named, within);
  const anchors = own.map(({ at }) => at);
  const others = within.filter(
    (id) => own.some((mine) => mine.field === id.field) && !own.some((mine) => mine.id === id.id),
  );
  return {
    isChosen: true,
    scope: {
      from,
      to,
      anchors,
      foreign: anchors.length > 0 ? others.map(({ at }) => territoryOf(outline, at, anchors)) : [],
      claimId: own.find(({ field }) => field === 'claimId') ?? soleOf(within, 'claimId', expected.claimId),
      orderId: own.find(({ field }) => field === 'orderId') ?? soleOf(within, 'orderId', expected.orderId),
    },
  };
}

/** Whether a token belongs to the claim. */
export function isInScope(scope: ClaimScope, index: number): boolean {
  return index >= scope.from && index < scope.to && !scope.foreign.some(([from, to]) => index >= from && index < to);
}

/** The id that an address leaves open, where the page shows only one. */
function soleOf(ids: readonly IdOnPage[], field: IdOnPage['field'], expected: string | null): IdOnPage | null {
  const found = ids.filter((id) => id.field === field);
  return expected === null && new Set(found.map(({ id }) => id)).size === 1 ? (found[0] ?? null) : null;
}

/** An address often has the claim's id alone: the order's is the only one in the smallest element that holds both. */
function withOtherId(outline: PageOutline, own: readonly IdOnPage[], ids: readonly IdOnPage[]): readonly IdOnPage[] {
  const [first] = own;
  if (!first || own.some(({ field }) => field !== first.field)) return own;
  const others = ids.filter(({ field }) => field !== first.field);
  for (const { at } of own) {
    let around: Element | null = (outline.tokens[at] as Token).element;
    for (; around; around = outline.parentOf(around)) {
      const [from, to] = outline.rangeOf(around);
      const isWithin = (id: IdOnPage) => id.at >= from && id.at < to;
      if (ids.some((id) => isWithin(id) && id.field === first.field && id.id !== first.id)) break;
      const all = others.filter(isWithin);
      const found = new Set(all.map(({ id }) => id)).size > 1 ? all.filter((id) => !isListed(outline, id, all)) : all;
      if (new Set(found.map(({ id }) => id)).size === 1) return [...own, ...found];
      if (found.length > 0) break;
    }
  }
  return own;
}

/** Whether an id is one of a list of such: a neighbour that is made alike holds another one. */
function isListed(outline: PageOutline, id: IdOnPage, others: readonly IdOnPage[]): boolean {
  const different = others.filter((other) => other.field === id.field && other.id !== id.id);
  let entry: Element | null = (outline.tokens[id.at] as Token).element;
  for (; entry; entry = outline.parentOf(entry)) {
    if (different.some(({ at }) => isInRange(at, outline.rangeOf(entry as Element)))) return false;
    for (const neighbour of [entry.previousElementSibling, entry.nextElementSibling]) {
      const isAlike = neighbour?.tagName === entry.tagName && neighbour.className === entry.className;
      if (isAlike && different.some(({ at }) => isInRange(at, outline.rangeOf(neighbour)))) return true;
    }
  }
  return false;
}

function isInRange(at: number, [from, to]: readonly [number, number]): boolean {
  return at >= from && at < to;
}

function agrees(id: IdOnPage, expected: Pick<PlatformPage, 'claimId' | 'orderId'>): boolean {
  return id.id === expected[id.field];
}

function conflictWith(
  expected: Pick<PlatformPage, 'claimId' | 'orderId'>,
  ids: readonly IdOnPage[],
): { expected: string; found: string } | null {
  for (const field of ['claimId', 'orderId'] as const) {
    const wanted = expected[field];
    const shown = ids.filter((id) => id.field === field);
    if (wanted !== null && shown[0] && !shown.some(({ id }) => id === wanted))
      return { expected: wanted, found: shown[0].id };
  }
  return null;
}

/** The last dialog in the page that shows one claim, or null. With ids in the address, only a dialog that shows them. */
function dialogRange(
  outline: PageOutline,
  page: PlatformPage,
  hits: readonly LabelHit[],
  ids: readonly IdOnPage[],
): readonly [number, number] | null {
  const isKnown = page.kind === 'claim' && (page.claimId !== null || page.orderId !== null);
  const seen = new Set<Element>();
  let chosen: readonly [number, number] | null = null;
  for (const { at } of ids) {
    const dialog = (outline.tokens[at] as Token).element.closest(DIALOGS);
    if (!dialog || seen.has(dialog)) continue;
    seen.add(dialog);
    const range = outline.rangeOf(dialog);
    const within = ids.filter((id) => id.at >= range[0] && id.at < range[1]);
    const areOne =
      new Set(within.map((id) => `${id.field}:${id.id}`)).size === new Set(within.map(({ field }) => field)).size;
    const isExpected = !isKnown || within.some((id) => agrees(id, page));
    if (areOne && isExpected && fieldsIn(hits, range).size >= MIN_DIALOG_FIELDS) chosen = range;
  }
  return chosen;
}

/** The ids of the claim that the page shows in full; null where several are shown alike; empty where none is. */
function richestClaim(outline: PageOutline, hits: readonly LabelHit[], ids: readonly IdOnPage[]): IdOnPage[] | null {
  const field = ids.some((id) => id.field === 'claimId') ? 'claimId' : 'orderId';
  const keys = [...new Set(ids.filter((id) => id.field === field).map(({ id }) => id))];
  if (keys.length === 0) return [];
  const ranked = keys
    .map((key) => {
      const own = ids.filter((id) => id.id === key && id.field === field);
      const others = ids.filter((id) => id.id !== key && id.field === field).map(({ at }) => at);
      const ranges = own.map(({ at }) => territoryOf(outline, at, others));
      const range = ranges.sort((a, b) => fieldsIn(hits, b).size - fieldsIn(hits, a).size)[0] ?? ([0, 0] as const);
      const elements = own.map(({ at }) => largestAround(outline, at, others));
      return { own, range, fields: fieldsIn(hits, range).size, isListed: elements.every(isRepeated) };
    })
    .sort((a, b) => b.fields - a.fields);
  const alone = ranked.filter(({ isListed }) => !isListed);
  // One claim beside a list of others is the page's own.
  const [best, second] = alone.length === 1 && (alone[0]?.fields ?? 0) >= MIN_DIALOG_FIELDS ? alone : ranked;
  if (!best || (second && best.fields < second.fields + MIN_FIELD_LEAD)) return null;
  const [from, to] = best.range;
  return [...best.own, ...ids.filter((id) => id.field !== field && id.at >= from && id.at < to)];
}

/** The ids that do not stand in a list of notices, which repeats the labels of claims; all of them where each does. */
export function outOfNotices(outline: PageOutline, ids: readonly IdOnPage[]): readonly IdOnPage[] {
  const rest = ids.filter(({ at }) => !(outline.tokens[at] as Token).element.closest(NOTICES));
  return rest.length > 0 ? rest : ids;
}

/** The largest element around a token that holds none of the other tokens, as a range. */
export function territoryOf(outline: PageOutline, at: number, others: readonly number[]): readonly [number, number] {
  const [from, to] = outline.rangeOf(largestAround(outline, at, others));
  return others.some((other) => other >= from && other < to) ? [at, at + 1] : [from, to];
}

/** The largest element around a token that holds none of the other tokens; the token's own where it does. */
export function largestAround(outline: PageOutline, at: number, others: readonly number[]): Element {
  let element = (outline.tokens[at] as Token).element;
  for (let parent = outline.parentOf(element); parent; parent = outline.parentOf(parent)) {
    const [from, to] = outline.rangeOf(parent);
    if (others.some((other) => other >= from && other < to)) break;
    element = parent;
  }
  return element;
}

function fieldsIn(hits: readonly LabelHit[], [from, to]: readonly [number, number]): Set<string> {
  return new Set(hits.filter((hit) => hit.from >= from && hit.from < to).map(({ field }) => field));
}
