import { useMemo, useState } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useShownName } from '../controls/names-context.ts';
import { takeFocus } from '../controls/take-focus.ts';
import { useText } from '../controls/text-context.ts';
import { AmountSums } from './amount-sums.tsx';
import { BuyerDetail } from './buyer-detail.tsx';
import { figuresByBuyer } from './buyer-figures.ts';

/** Buyers that are drawn at once; more on request. */
const ROWS_AT_ONCE = 50;

interface BuyerTableProps {
  readonly cases: readonly CaseSummary[];
  readonly onShowCases: (buyerKey: string) => void;
  readonly onOpenCase: (caseId: string) => void;
  readonly onDeleteBuyer: (buyerKey: string) => void;
}

/** Buyers with several claims, in neutral words and with masked names. It decides nothing and recommends nothing. */
export function BuyerTable({ cases, onShowCases, onOpenCase, onDeleteBuyer }: BuyerTableProps) {
  const text = useText();
  const shownName = useShownName();
  const buyers = useMemo(() => figuresByBuyer(cases), [cases]);
  const [rowCount, setRowCount] = useState(ROWS_AT_ONCE);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [lastKey, setLastKey] = useState<string | null>(null);
  const open = (buyerKey: string): void => {
    setOpenKey(buyerKey);
    setLastKey(buyerKey);
  };
  const opened = buyers.find(({ buyerKey }) => buyerKey === openKey);
  if (opened) {
    return (
      <BuyerDetail
        buyer={opened}
        onBack={() => setOpenKey(null)}
        onShowCases={() => onShowCases(opened.buyerKey)}
        onOpenCase={onOpenCase}
        onDelete={() => onDeleteBuyer(opened.buyerKey)}
      />
    );
  }
  if (buyers.length === 0) {
    return <EmptyState title={text.t('history.buyers.empty.title')}>{text.t('history.buyers.empty.body')}</EmptyState>;
  }
  return (
    <>
      <p className="muted">{text.t('history.buyers.note')}</p>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">{text.t('history.buyer')}</th>
            <th scope="col">{text.t('history.buyers.claims')}</th>
            <th scope="col">{text.t('history.amount')}</th>
            <th scope="col" className="is-wide">
              {text.t('history.platform')}
            </th>
            <th scope="col" className="is-wide">
              {text.t('history.buyers.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {buyers.slice(0, rowCount).map((buyer) => (
            <tr key={buyer.buyerKey}>
              <td>
                <button
                  ref={buyer.buyerKey === lastKey ? takeFocus : null}
                  type="button"
                  className="button is-link"
                  onClick={() => open(buyer.buyerKey)}
                >
                  <bdi>{plainLine(shownName(buyer.displayName), 24)}</bdi>
                </button>
              </td>
              <td className="is-number">{buyer.cases.length}</td>
              <td className="is-number">
                <AmountSums cases={buyer.cases} />
              </td>
              <td className="is-wide">{platformText(text, buyer.platform)}</td>
              <td className="is-wide is-number">{formatTime(buyer.cases[0]?.updatedAt ?? '', text.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {buyers.length > rowCount && (
        <button type="button" className="button show-more" onClick={() => setRowCount(rowCount + ROWS_AT_ONCE)}>
          {text.t('history.showMore', { count: Math.min(ROWS_AT_ONCE, buyers.length - rowCount) })}
        </button>
      )}
    </>
  );
}
