import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { productTitleIn } from '../../utils/text/product-title.ts';
import { useShownName } from '../controls/names-context.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { DeadlineCell } from './deadline-cell.tsx';

interface CaseRowProps {
  readonly entry: CaseSummary;
  /** Place in the whole list, from 0. */
  readonly index: number;
  /** The one row that the Tab key reaches. */
  readonly isActive: boolean;
  readonly nowMs: number;
  readonly measure: (row: HTMLTableRowElement | null) => void;
  readonly onOpen: (caseId: string) => void;
  readonly onFocus: (index: number) => void;
}

/** One claim in the list; its order number opens it. */
export function CaseRow({ entry, index, isActive, nowMs, measure, onOpen, onFocus }: CaseRowProps) {
  const text = useText();
  const shownName = useShownName();
  const amount = entry.amount !== null && formatMoney(entry.amount, entry.currency ?? '', text.language);
  const product = productTitleIn(text, entry, entry.productTitle);
  return (
    <tr data-verdict={entry.verdict} data-index={index} data-row={index} aria-rowindex={index + 2} ref={measure}>
      <td>
        {entry.status === 'running' ? (
          <span className="muted">{text.t('caseStatus.running')}</span>
        ) : (
          <VerdictChip verdict={entry.verdict} size="small" />
        )}
      </td>
      <td>
        <button
          type="button"
          className="button is-link"
          tabIndex={isActive ? 0 : -1}
          onFocus={() => onFocus(index)}
          onClick={() => onOpen(entry.caseId)}
        >
          <bdi>{plainLine(entry.orderId || entry.claimId, 40)}</bdi>
        </button>
        {entry.orderId !== '' && <div className="muted">{plainLine(entry.claimId, 40)}</div>}
        {product && <div className="case-product">{plainLine(product, 60)}</div>}
        <div className="is-narrow">
          <div>{amount}</div>
          <DeadlineCell dueAtMs={entry.dueAtMs} nowMs={nowMs} />
        </div>
      </td>
      <td className="is-wide is-number">{amount}</td>
      <td className="is-wide is-number">
        <DeadlineCell dueAtMs={entry.dueAtMs} nowMs={nowMs} />
      </td>
      <td className="is-wide">{platformText(text, entry.platform)}</td>
      <td className="is-wide">
        <bdi>{entry.buyerName && plainLine(shownName(entry.buyerName), 24)}</bdi>
      </td>
      <td className="is-wide">{text.t(`outcome.${entry.outcome ?? 'open'}`)}</td>
      <td className="is-wide">{text.t(`caseStatus.${entry.status}`)}</td>
      <td className="is-wide is-number">{formatTime(entry.updatedAt, text.language)}</td>
    </tr>
  );
}
