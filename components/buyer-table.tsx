import type { BuyerSummary } from '../utils/cases/case-view.ts';
import { formatTime } from '../utils/text/format-time.ts';
import { maskName } from '../utils/text/mask-name.ts';
import { plainLine } from '../utils/text/plain-line.ts';
import { platformText } from '../utils/text/platform-text.ts';
import { EmptyState } from './empty-state.tsx';
import { useText } from './text-context.ts';

/** A single claim says nothing about a person, so buyers are listed from the second on. */
const MIN_CLAIMS = 2;

interface BuyerTableProps {
  readonly buyers: readonly BuyerSummary[];
  readonly onShowCases: (buyerKey: string) => void;
}

/** Buyers with several claims, in neutral words and with masked names. */
export function BuyerTable({ buyers, onShowCases }: BuyerTableProps) {
  const text = useText();
  const listed = buyers.filter(({ caseCount }) => caseCount >= MIN_CLAIMS);
  if (listed.length === 0) {
    return <EmptyState title={text.t('history.buyers.empty.title')}>{text.t('history.buyers.empty.body')}</EmptyState>;
  }
  return (
    <>
      <p className="muted">{text.t('history.buyers.note')}</p>
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">{text.t('history.buyer')}</th>
            <th scope="col">{text.t('history.platform')}</th>
            <th scope="col">{text.t('history.buyers.claims')}</th>
            <th scope="col" className="is-wide">
              {text.t('history.buyers.last')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.t('history.buyers.show')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((buyer) => (
            <tr key={buyer.buyerKey}>
              <td>
                <bdi>{plainLine(maskName(buyer.displayName), 24)}</bdi>
              </td>
              <td>{platformText(text, buyer.platform)}</td>
              <td className="is-number">{buyer.caseCount}</td>
              <td className="is-wide is-number">{formatTime(buyer.lastCaseAt, text.language)}</td>
              <td>
                <button type="button" className="button is-link" onClick={() => onShowCases(buyer.buyerKey)}>
                  {text.t('history.buyers.show')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
