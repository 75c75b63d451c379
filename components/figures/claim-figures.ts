import type { Outcome } from '../../utils/cases/case-handling.ts';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import type { Verdict } from '../../utils/checks/verdict.ts';
import { sumOfAmounts } from '../../utils/claims/values/sum-of-amounts.ts';

export interface MonthFigures {
  /** `2026-11`, in the reader's zone. */
  readonly month: string;
  readonly claimCount: number;
  /** Decimal sums in the main unit, by ISO 4217 currency. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

export interface ProductFigures {
  readonly productTitle: string;
  readonly claimCount: number;
  readonly wonCount: number;
  /** Claims that were won or lost; those withdrawn or refunded at once decide nothing. */
  readonly decidedCount: number;
}

/** Claims, amounts and verdicts by the month in which they were first analysed, oldest first, months without any included. */
export function figuresByMonth(cases: readonly CaseSummary[], maxMonths = 12): readonly MonthFigures[] {
  const groups = new Map<string, CaseSummary[]>();
  for (const entry of cases) {
    const month = monthOf(entry.createdAt);
    const group = groups.get(month);
    if (group) group.push(entry);
    else groups.set(month, [entry]);
  }
  const newest = [...groups.keys()].sort().at(-1);
  const oldest = [...groups.keys()].sort()[0];
  if (newest === undefined || oldest === undefined) return [];
  const months: string[] = [];
  for (let month = newest; month >= oldest && months.length < maxMonths; month = monthBefore(month)) months.push(month);
  return months.reverse().map((month) => {
    const group = groups.get(month) ?? [];
    return {
      month,
      claimCount: group.length,
      amounts: sumsByCurrency(group),
      verdicts: countBy(group.map(({ verdict }) => verdict)),
    };
  });
}

/** Products by the number of claims that were won or lost, most first. */
export function figuresByProduct(cases: readonly CaseSummary[]): readonly ProductFigures[] {
  const products = new Map<string, { claimCount: number; wonCount: number; decidedCount: number }>();
  for (const { productTitle, outcome } of cases) {
    if (!productTitle) continue;
    const known = products.get(productTitle) ?? { claimCount: 0, wonCount: 0, decidedCount: 0 };
    known.claimCount++;
    if (outcome === 'won') known.wonCount++;
    if (outcome === 'won' || outcome === 'lost') known.decidedCount++;
    products.set(productTitle, known);
  }
  return [...products]
    .map(([productTitle, figures]) => ({ productTitle, ...figures }))
    .sort((a, b) => b.decidedCount - a.decidedCount || b.claimCount - a.claimCount);
}

/** Decimal sums in the main unit, by currency; amounts that the page did not show are left out. */
export function sumsByCurrency(cases: readonly CaseSummary[]): Readonly<Record<string, string>> {
  const amounts: Record<string, string[]> = {};
  for (const { amount, currency } of cases) {
    if (amount === null || currency === null) continue;
    amounts[currency] ??= [];
    amounts[currency].push(amount);
  }
  return Object.fromEntries(Object.entries(amounts).map(([currency, all]) => [currency, sumOfAmounts(all)]));
}

/** How often each value occurs. */
export function countBy<Value extends Verdict | Outcome | 'open'>(
  values: readonly Value[],
): Readonly<Partial<Record<Value, number>>> {
  const counts: Partial<Record<Value, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function monthOf(iso: string): string {
  const moment = new Date(iso);
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}`;
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
