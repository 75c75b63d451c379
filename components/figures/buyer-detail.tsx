import type { ReactNode } from 'react';
import { VERDICTS_BY_WEIGHT } from '../../utils/checks/verdict.ts';
import { formatMoney } from '../../utils/text/format-money.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { ConfirmButton } from '../controls/confirm-button.tsx';
import { useShownName } from '../controls/names-context.ts';
import { takeFocus } from '../controls/take-focus.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { AmountSums } from './amount-sums.tsx';
import type { BuyerFigures } from './buyer-figures.ts';
import { countBy, figuresByMonth } from './claim-figures.ts';
import { MonthCharts } from './month-charts.tsx';

/** Claims that are listed here; the rest is in the list of claims. */
const MAX_LISTED = 50;

interface BuyerDetailProps {
  readonly buyer: BuyerFigures;
  readonly onBack: () => void;
  readonly onShowCases: () => void;
  readonly onOpenCase: (caseId: string) => void;
  readonly onDelete: () => void;
}

/** What is stored about the claims of one buyer, side by side, for a person to read. */
export function BuyerDetail({ buyer, onBack, onShowCases, onOpenCase, onDelete }: BuyerDetailProps) {
  const text = useText();
  const shownName = useShownName();
  const { cases } = buyer;
  const verdicts = countBy(cases.map(({ verdict }) => verdict));
  const outcomes = countBy(cases.map(({ outcome }) => outcome ?? ('open' as const)));
  const reusedCount = cases.reduce((sum, entry) => sum + entry.reusedCount, 0);
  return (
    <article ref={takeFocus} tabIndex={-1} className="buyer-detail">
      <div className="case-detail-top">
        <button type="button" className="button" onClick={onBack}>
          {text.t('history.back')}
        </button>
        <h2>
          <bdi>{plainLine(shownName(buyer.displayName), 24)}</bdi>
        </h2>
        <button type="button" className="button is-link" onClick={onShowCases}>
          {text.t('history.buyers.show')}
        </button>
      </div>
      <p className="muted">{text.t('history.buyers.note')}</p>
      <dl className="facts">
        <Fact label={text.t('history.buyers.claims')}>{text.t('history.count', { count: cases.length })}</Fact>
        <Fact label={text.t('history.amount')}>
          <AmountSums cases={cases} />
        </Fact>
        <Fact label={text.t('history.verdict')}>
          {VERDICTS_BY_WEIGHT.filter((verdict) => verdicts[verdict])
            .map((verdict) => `${text.t(`verdict.${verdict}`)} ${verdicts[verdict]}`)
            .join(text.t('list.separator'))}
        </Fact>
        <Fact label={text.t('history.outcome')}>
          {Object.entries(outcomes)
            .map(([outcome, count]) => `${text.t(`outcome.${outcome}`)} ${count}`)
            .join(text.t('list.separator'))}
        </Fact>
        <Fact label={text.t('history.buyers.reused')}>{text.t('history.pictureCount', { count: reusedCount })}</Fact>
      </dl>
      <MonthCharts months={figuresByMonth(cases)} />
      <ul className="buyer-claims">
        {cases.slice(0, MAX_LISTED).map((entry) => (
          <li key={entry.caseId}>
            <VerdictChip verdict={entry.verdict} size="small" />{' '}
            <button type="button" className="button is-link" onClick={() => onOpenCase(entry.caseId)}>
              <bdi>{plainLine(entry.orderId || entry.claimId, 40)}</bdi>
            </button>{' '}
            {entry.amount !== null && formatMoney(entry.amount, entry.currency ?? '', text.language)}{' '}
            <span className="muted">
              {text.t(`outcome.${entry.outcome ?? 'open'}`)} · {formatTime(entry.createdAt, text.language)}
              {entry.reusedCount > 0 && ` · ${text.t('history.reusedCount', { count: entry.reusedCount })}`}
            </span>
          </li>
        ))}
      </ul>
      <ConfirmButton
        label={text.t('history.buyers.delete')}
        warning={text.t('history.buyers.deleteConfirm', { count: cases.length })}
        onConfirm={onDelete}
      />
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
