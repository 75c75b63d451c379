import { useMemo } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { isDemo } from '../../utils/claims/demo-claim.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useText } from '../controls/text-context.ts';
import { figuresByMonth, figuresByProduct } from './claim-figures.ts';
import { MonthCharts } from './month-charts.tsx';

/** From two claims on a figure is more than the claim itself. */
const MIN_CLAIMS = 2;
const MAX_PRODUCTS = 20;

interface FiguresViewProps {
  readonly cases: readonly CaseSummary[];
  readonly onShowProduct: (productTitle: string) => void;
}

/** The shop's own claims in figures: by month, and how disputes over each product ended. */
export function FiguresView({ cases: all, onShowProduct }: FiguresViewProps) {
  const text = useText();
  const cases = useMemo(() => all.filter((entry) => !isDemo(entry)), [all]);
  const months = useMemo(() => figuresByMonth(cases), [cases]);
  const products = useMemo(
    () =>
      figuresByProduct(cases)
        .filter(({ claimCount }) => claimCount >= MIN_CLAIMS)
        .slice(0, MAX_PRODUCTS),
    [cases],
  );
  if (cases.length < MIN_CLAIMS) {
    return <EmptyState title={text.t('figures.empty.title')}>{text.t('figures.empty.body')}</EmptyState>;
  }
  return (
    <div className="figures-view">
      <MonthCharts months={months} />
      <h2>{text.t('figures.byProduct')}</h2>
      <p className="muted">{text.t('figures.winRateNote')}</p>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">{text.t('claimField.product')}</th>
            <th scope="col">{text.t('figures.claims')}</th>
            <th scope="col">{text.t('figures.won')}</th>
          </tr>
        </thead>
        <tbody>
          {products.map(({ productTitle, claimCount, wonCount, decidedCount }) => (
            <tr key={productTitle}>
              <td>
                <button type="button" className="button is-link" onClick={() => onShowProduct(productTitle)}>
                  {plainLine(productTitle, 60)}
                </button>
              </td>
              <td className="is-number">{claimCount}</td>
              <td>
                {decidedCount === 0 ? (
                  <span className="muted">{text.t('figures.undecided')}</span>
                ) : (
                  <>
                    <meter min={0} max={decidedCount} value={wonCount} aria-hidden="true" />{' '}
                    {text.t('figures.wonOf', { won: wonCount, decided: decidedCount })}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
