import { VERDICTS_BY_WEIGHT } from '../../utils/checks/verdict.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { BarChart } from './bar-chart.tsx';
import type { MonthFigures } from './claim-figures.ts';

/** Claims with their verdicts, and amounts, month by month; the same figures stand in a table behind a fold. */
export function MonthCharts({ months }: { readonly months: readonly MonthFigures[] }) {
  const text = useText();
  const currency = commonestCurrency(months);
  const compact = new Intl.NumberFormat(text.language, { notation: 'compact', maximumFractionDigits: 1 });
  const money = (amounts: MonthFigures['amounts']): string =>
    Object.entries(amounts)
      .map(([name, sum]) => formatMoney(sum, name, text.language))
      .join(' + ');
  const shown = VERDICTS_BY_WEIGHT.filter((verdict) => months.some(({ verdicts }) => verdicts[verdict]));
  return (
    <section className="month-charts" aria-label={text.t('figures.byMonth')}>
      <figure>
        <figcaption>{text.t('figures.claims')}</figcaption>
        <BarChart
          bars={months.map(({ month, claimCount, verdicts }) => ({
            name: month.slice(2),
            total: compact.format(claimCount),
            parts: shown.toReversed().map((verdict) => ({ value: verdicts[verdict] ?? 0, className: `is-${verdict}` })),
          }))}
        />
        <div className="chart-key">
          {shown.map((verdict) => (
            <VerdictChip key={verdict} verdict={verdict} size="small" />
          ))}
        </div>
      </figure>
      {currency !== null && (
        <figure>
          <figcaption>{text.t('figures.amounts', { currency })}</figcaption>
          <BarChart
            bars={months.map(({ month, amounts }) => ({
              name: month.slice(2),
              total: compact.format(Number(amounts[currency] ?? 0)),
              parts: [{ value: Number(amounts[currency] ?? 0), className: 'is-amount' }],
            }))}
          />
        </figure>
      )}
      <details className="fold">
        <summary>{text.t('figures.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard */}
        <div className="month-table" tabIndex={0}>
          <table className="case-table">
            <thead>
              <tr>
                <th scope="col">{text.t('figures.month')}</th>
                <th scope="col">{text.t('figures.claims')}</th>
                <th scope="col">{text.t('history.amount')}</th>
                {shown.map((verdict) => (
                  <th key={verdict} scope="col">
                    {text.t(`verdict.${verdict}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, claimCount, amounts, verdicts }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td className="is-number">{claimCount}</td>
                  <td className="is-number">{money(amounts)}</td>
                  {shown.map((verdict) => (
                    <td key={verdict} className="is-number">
                      {verdicts[verdict] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/** The currency in which most is asked for in most months; the others are in the table. */
function commonestCurrency(months: readonly MonthFigures[]): string | null {
  const counts = new Map<string, number>();
  for (const { amounts } of months)
    for (const name of Object.keys(amounts)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
