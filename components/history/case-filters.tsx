import { useId } from 'react';
import { OUTCOMES } from '../../utils/cases/case-handling.ts';
import { VERDICTS_BY_WEIGHT } from '../../utils/checks/verdict.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { FilterSelect } from '../controls/filter-select.tsx';
import { useText } from '../controls/text-context.ts';
import { type CaseFilter, type DeadlineFilter, NO_FILTER, type OutcomeFilter } from './filter-cases.ts';
import { RangeFilters } from './range-filters.tsx';

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  /** The seller centers that the history has cases of. */
  readonly platforms: readonly string[];
  readonly onFilter: (filter: CaseFilter) => void;
}

const OUTCOME_FILTERS: readonly OutcomeFilter[] = ['open', ...OUTCOMES];
const DEADLINE_FILTERS: readonly DeadlineFilter[] = ['day', 'three-days', 'past'];

/** What narrows the list of cases. */
export function CaseFilters({ filter, platforms, onFilter }: CaseFiltersProps) {
  const text = useText();
  const id = useId();
  const named = <Value extends string>(prefix: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: text.t(`${prefix}.${value}`) }));
  return (
    <search className="case-filters">
      <label htmlFor={`${id}search`} className="case-filters-search">
        {text.t('history.search')}
        <input
          id={`${id}search`}
          type="search"
          placeholder={text.t('history.searchHint')}
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </label>
      <FilterSelect
        label={text.t('history.filterVerdict')}
        value={filter.verdict}
        options={named('verdict', VERDICTS_BY_WEIGHT)}
        onChange={(verdict) => onFilter({ ...filter, verdict })}
      />
      <FilterSelect
        label={text.t('history.filterPlatform')}
        value={filter.platform}
        options={platforms.map((value) => ({ value, label: platformText(text, value) }))}
        onChange={(platform) => onFilter({ ...filter, platform })}
      />
      <FilterSelect
        label={text.t('history.outcome')}
        value={filter.outcome}
        options={named('outcome', OUTCOME_FILTERS)}
        onChange={(outcome) => onFilter({ ...filter, outcome })}
      />
      <FilterSelect
        label={text.t('history.deadline')}
        value={filter.deadline}
        options={named('deadlineFilter', DEADLINE_FILTERS)}
        onChange={(deadline) => onFilter({ ...filter, deadline })}
      />
      <RangeFilters filter={filter} onFilter={onFilter} />
      {(filter.buyerKey !== null || filter.productTitle !== null) && (
        <p className="case-filters-chosen">
          {filter.buyerKey !== null && <span>{text.t('history.buyerFilter')}</span>}
          {filter.productTitle !== null && (
            <span>{text.t('history.productFilter', { product: plainLine(filter.productTitle, 40) })}</span>
          )}
          <button type="button" className="button is-link" onClick={() => onFilter(NO_FILTER)}>
            {text.t('history.clearFilters')}
          </button>
        </p>
      )}
    </search>
  );
}
