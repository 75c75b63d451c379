import type { CaseSummary } from '../../utils/cases/case-view.ts';

/** A single claim says nothing about a person, so there are figures from the second on only. */
const MIN_CLAIMS = 2;

export interface BuyerFigures {
  readonly buyerKey: string;
  readonly displayName: string;
  readonly platform: string;
  /** Newest first, at least two. */
  readonly cases: readonly CaseSummary[];
}

/** Buyers with at least two claims, by the number of them, most first. */
export function figuresByBuyer(cases: readonly CaseSummary[]): readonly BuyerFigures[] {
  const buyers = new Map<string, CaseSummary[]>();
  for (const entry of cases) {
    if (entry.buyerKey === null) continue;
    const known = buyers.get(entry.buyerKey);
    if (known) known.push(entry);
    else buyers.set(entry.buyerKey, [entry]);
  }
  return [...buyers]
    .filter(([, all]) => all.length >= MIN_CLAIMS)
    .map(([buyerKey, all]) => ({
      buyerKey,
      displayName: all.find(({ buyerName }) => buyerName)?.buyerName ?? '',
      platform: all[0]?.platform ?? '',
      cases: all,
    }))
    .sort(
      (a, b) =>
        b.cases.length - a.cases.length || (b.cases[0]?.updatedAt ?? '').localeCompare(a.cases[0]?.updatedAt ?? ''),
    );
}
