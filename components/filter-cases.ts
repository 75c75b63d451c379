import type { CaseSummary } from '../utils/cases/case-view.ts';
import type { Verdict } from '../utils/checks/verdict.ts';

export interface CaseFilter {
  /** Looked for in the numbers and the product's title; empty for any. */
  readonly search: string;
  readonly verdict: Verdict | null;
  readonly platform: string | null;
  readonly buyerKey: string | null;
}

export const NO_FILTER: CaseFilter = { search: '', verdict: null, platform: null, buyerKey: null };

/** The cases that a filter lets through, in the order given. */
export function filterCases(cases: readonly CaseSummary[], filter: CaseFilter): readonly CaseSummary[] {
  const sought = filter.search.normalize('NFKC').trim().toLowerCase();
  return cases.filter(
    (entry) =>
      (filter.verdict === null || entry.verdict === filter.verdict) &&
      (filter.platform === null || entry.platform === filter.platform) &&
      (filter.buyerKey === null || entry.buyerKey === filter.buyerKey) &&
      (sought === '' ||
        [entry.orderId, entry.claimId, entry.productTitle ?? ''].some((field) =>
          field.normalize('NFKC').toLowerCase().includes(sought),
        )),
  );
}
