import type { CaseSummary } from '../utils/cases/case-view.ts';
import { formatMoney } from '../utils/text/format-money.ts';
import { formatTime } from '../utils/text/format-time.ts';
import { maskName } from '../utils/text/mask-name.ts';
import { plainLine } from '../utils/text/plain-line.ts';
import { platformText } from '../utils/text/platform-text.ts';
import { useText } from './text-context.ts';
import { VerdictChip } from './verdict-chip.tsx';

interface CaseRowProps {
  readonly entry: CaseSummary;
  readonly onOpen: (caseId: string) => void;
}

/** One claim in the list; its order number opens it. */
export function CaseRow({ entry, onOpen }: CaseRowProps) {
  const text = useText();
  return (
    <tr data-verdict={entry.verdict}>
      <td>
        <VerdictChip verdict={entry.verdict} size="small" />
      </td>
      <td>
        <button type="button" className="button is-link" onClick={() => onOpen(entry.caseId)}>
          <bdi>{plainLine(entry.orderId || entry.claimId, 40)}</bdi>
        </button>
        {entry.orderId !== '' && <div className="muted">{plainLine(entry.claimId, 40)}</div>}
        {entry.productTitle && <div className="case-product">{plainLine(entry.productTitle, 60)}</div>}
      </td>
      <td className="is-number">
        {entry.amount !== null && formatMoney(entry.amount, entry.currency ?? '', text.language)}
      </td>
      <td className="is-wide">{platformText(text, entry.platform)}</td>
      <td className="is-wide">
        <bdi>{entry.buyerName && plainLine(maskName(entry.buyerName), 24)}</bdi>
      </td>
      <td className="is-wide is-number">{entry.pictureCount}</td>
      <td className="is-wide">{text.t(`caseStatus.${entry.status}`)}</td>
      <td className="is-wide is-number">{formatTime(entry.updatedAt, text.language)}</td>
    </tr>
  );
}
