import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { useText } from '../controls/text-context.ts';
import { sumsByCurrency } from './claim-figures.ts';

/** What these claims ask for together, a sum for each currency. */
export function AmountSums({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const text = useText();
  return Object.entries(sumsByCurrency(cases))
    .map(([currency, sum]) => formatMoney(sum, currency, text.language))
    .join(' + ');
}
