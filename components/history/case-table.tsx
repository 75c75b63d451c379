import { useMemo } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useText } from '../controls/text-context.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseRows } from './case-rows.tsx';
import { type CaseFilter, filterCases, NO_FILTER } from './filter-cases.ts';

interface CaseTableProps {
  /** Newest first. */
  readonly cases: readonly CaseSummary[];
  /** False while older cases are still being read. */
  readonly isComplete: boolean;
  readonly filter: CaseFilter;
  /** Moment that deadlines are seen from, in ms since 1970. */
  readonly nowMs: number;
  /** The case that was open before; its row has the focus again. */
  readonly lastOpened?: string | null;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly onOpen: (caseId: string) => void;
}

/** Every claim that was analysed, with filters. */
export function CaseTable({ cases, isComplete, filter, nowMs, lastOpened = null, onFilter, onOpen }: CaseTableProps) {
  const text = useText();
  const platforms = useMemo(() => [...new Set(cases.map(({ platform }) => platform))].sort(), [cases]);
  const found = useMemo(() => filterCases(cases, filter, nowMs), [cases, filter, nowMs]);
  if (cases.length === 0 && isComplete) {
    return <EmptyState title={text.t('history.empty.title')}>{text.t('history.empty.body')}</EmptyState>;
  }
  return (
    <>
      <CaseFilters filter={filter} platforms={platforms} onFilter={onFilter} />
      <p role="status" className="muted">
        {text.t('history.count', { count: found.length })}
        {!isComplete && ` · ${text.t('history.readingOlder')}`}
      </p>
      {found.length === 0 && !isComplete ? (
        <EmptyState title={text.t('history.loading')} />
      ) : found.length === 0 ? (
        <EmptyState title={text.t('history.noMatch')}>
          <button type="button" className="button" onClick={() => onFilter(NO_FILTER)}>
            {text.t('history.clearFilters')}
          </button>
        </EmptyState>
      ) : (
        <CaseRows cases={found} nowMs={nowMs} startAt={lastOpened} onOpen={onOpen} />
      )}
    </>
  );
}
