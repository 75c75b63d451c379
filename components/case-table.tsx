import { useMemo, useState } from 'react';
import type { CaseSummary } from '../utils/cases/case-view.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseRow } from './case-row.tsx';
import { EmptyState } from './empty-state.tsx';
import { type CaseFilter, filterCases, NO_FILTER } from './filter-cases.ts';
import { useText } from './text-context.ts';

/** Rows that are drawn at once; more on request, so that a long history stays quick. */
const ROWS_AT_ONCE = 100;

interface CaseTableProps {
  /** Newest first. */
  readonly cases: readonly CaseSummary[];
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly onOpen: (caseId: string) => void;
}

/** Every claim that was analysed, with filters. */
export function CaseTable({ cases, filter, onFilter, onOpen }: CaseTableProps) {
  const text = useText();
  const [rowCount, setRowCount] = useState(ROWS_AT_ONCE);
  const platforms = useMemo(() => [...new Set(cases.map(({ platform }) => platform))].sort(), [cases]);
  const found = useMemo(() => filterCases(cases, filter), [cases, filter]);
  if (cases.length === 0) {
    return <EmptyState title={text.t('history.empty.title')}>{text.t('history.empty.body')}</EmptyState>;
  }
  const hiddenCount = found.length - rowCount;
  return (
    <>
      <CaseFilters filter={filter} platforms={platforms} onFilter={onFilter} />
      <p role="status" className="muted">
        {text.t('history.count', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={text.t('history.noMatch')}>
          <button type="button" className="button" onClick={() => onFilter(NO_FILTER)}>
            {text.t('history.clearFilters')}
          </button>
        </EmptyState>
      ) : (
        <table className="case-table">
          <thead>
            <tr>
              <th scope="col">{text.t('history.verdict')}</th>
              <th scope="col">{text.t('history.order')}</th>
              <th scope="col">{text.t('history.amount')}</th>
              <th scope="col" className="is-wide">
                {text.t('history.platform')}
              </th>
              <th scope="col" className="is-wide">
                {text.t('history.buyer')}
              </th>
              <th scope="col" className="is-wide">
                {text.t('history.pictures')}
              </th>
              <th scope="col" className="is-wide">
                {text.t('history.status')}
              </th>
              <th scope="col" className="is-wide">
                {text.t('history.updatedAt')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, rowCount).map((entry) => (
              <CaseRow key={entry.caseId} entry={entry} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {hiddenCount > 0 && (
        <button type="button" className="button show-more" onClick={() => setRowCount(rowCount + ROWS_AT_ONCE)}>
          {text.t('history.showMore', { count: Math.min(ROWS_AT_ONCE, hiddenCount) })}
        </button>
      )}
    </>
  );
}
