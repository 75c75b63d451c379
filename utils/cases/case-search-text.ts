import type { CaseSummary } from './case-view.ts';

/** A text as it is searched: full-width and half-width forms alike, upper and lower case alike. */
export function normaliseForSearch(value: string): string {
  return value.normalize('NFKC').toLowerCase();
}

/** Everything of a case that the history's search looks in. */
export function caseSearchText(
  summary: Pick<CaseSummary, 'orderId' | 'claimId' | 'productTitle' | 'buyerName'>,
): string {
  const { orderId, claimId, productTitle, buyerName } = summary;
  return normaliseForSearch([orderId, claimId, productTitle, buyerName].join('\n'));
}
