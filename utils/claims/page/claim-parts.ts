import { type ClaimScope, type IdOnPage, largestAround, outOfNotices, territoryOf } from '../choose-claim.ts';
import type { PageOutline } from './page-outline.ts';

/** The part of a list page that is about one claim: a table row, a card, or an id's row with the rows below it. */
export interface ClaimPart {
  readonly claimId: string;
  readonly orderId: string | null;
  readonly scope: ClaimScope;
  /** The elements that make up the part. */
  readonly elements: readonly Element[];
}

/** Rows that one claim takes in a table at most: its head, its details, its actions. */
const MAX_ROWS_A_CLAIM = 4;

/**
 * Splits a list page into its claims, in reading order. Each is the largest element around a claim's id that holds no
 * other claim's, with the siblings after it up to the next, since many lists put a claim's id into a row of its own.
 * @param ids every labelled id of the page; where no claim has an id of its own, orders stand for claims
 */
export function claimParts(outline: PageOutline, ids: readonly IdOnPage[]): ClaimPart[] {
  const listed = outOfNotices(outline, ids);
  const field = listed.some((id) => id.field === 'claimId') ? 'claimId' : 'orderId';
  const keys = listed.filter((id) => id.field === field);
  const orders = field === 'orderId' ? [] : listed.filter((id) => id.field === 'orderId').map(({ at }) => at);
  // Where orders come first, a row with an order's id begins the next claim.
  const leading = Math.min(...orders) < Math.min(...keys.map(({ at }) => at)) ? orders : [];
  const places = [...new Set(keys.map(({ id }) => id))].map((key) => {
    const own = keys.filter(({ id }) => id === key);
    const others = keys.filter(({ id }) => id !== key).map(({ at }) => at);
    const ends = [...others, ...leading];
    const [first] = own as [IdOnPage, ...IdOnPage[]];
    return { key, own, ends, first, element: largestAround(outline, first.at, others) };
  });
  const rowsAClaim = mostCommon(places.map(({ element, ends }) => siblingsOf(outline, element, ends).length + 1));
  return places.map(({ key, own, ends, first, element }) => {
    const elements = [element, ...siblingsOf(outline, element, ends)].slice(0, rowsAClaim);
    const last = elements.at(-1) as Element;
    const [from, to] = [outline.rangeOf(element)[0], Math.max(outline.rangeOf(last)[1], first.at + 1)];
    const order = orderOf(listed, keys, [from, to], first);
    const start = order && order.at < from ? territoryOf(outline, order.at, otherTokens(listed, order))[0] : from;
    return {
      claimId: key,
      orderId: field === 'orderId' ? key : (order?.id ?? null),
      elements,
      scope: {
        from: start,
        to,
        anchors: [...own.map(({ at }) => at).filter((at) => at >= start && at < to), ...(order ? [order.at] : [])],
        foreign: [],
        claimId: field === 'claimId' ? first : null,
        orderId: field === 'orderId' ? first : order,
      },
    };
  });
}

/** The siblings after an element up to the next that holds another claim's id; none where no such one follows. */
function siblingsOf(outline: PageOutline, element: Element, others: readonly number[]): Element[] {
  const siblings: Element[] = [];
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    const [from, to] = outline.rangeOf(next);
    if (others.some((other) => other >= from && other < to)) return siblings;
    siblings.push(next);
    if (siblings.length >= MAX_ROWS_A_CLAIM) return siblings;
  }
  return siblings;
}

/** The order's id within a part; else the only one that stands between this part and the one before. */
function orderOf(
  ids: readonly IdOnPage[],
  keys: readonly IdOnPage[],
  [from, to]: readonly [number, number],
  key: IdOnPage,
): IdOnPage | null {
  const orders = ids.filter(({ field }) => field === 'orderId');
  const within = orders.find(({ at }) => at >= from && at < to);
  if (within) return within;
  const before = Math.max(-1, ...keys.filter(({ at }) => at < key.at).map(({ at }) => at));
  const between = orders.filter(({ at }) => at > before && at < from);
  return new Set(between.map(({ id }) => id)).size === 1 ? (between[0] ?? null) : null;
}

function otherTokens(ids: readonly IdOnPage[], own: IdOnPage): number[] {
  return ids.filter(({ at }) => at !== own.at).map(({ at }) => at);
}

function mostCommon(counts: readonly number[]): number {
  const frequency = (count: number) => counts.filter((other) => other === count).length;
  return [...counts].sort((a, b) => frequency(b) - frequency(a) || a - b)[0] ?? 1;
}
