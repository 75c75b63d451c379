import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { useText } from '../controls/text-context.ts';
import { sumAmounts } from './claim-figures.ts';

/** What these claims ask for together, a sum for each currency. */
export function AmountSums({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const text = useText();
  return Object.entries(sumAmounts(cases))
    .map(([currency, sum]) => formatMoney(sum.toFixed(2), currency, text.language))
    .join(' + ');
}
