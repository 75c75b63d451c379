import { useId } from 'react';
import { VERDICTS_BY_WEIGHT, type Verdict } from '../utils/checks/verdict.ts';
import { platformText } from '../utils/text/platform-text.ts';
import { type CaseFilter, NO_FILTER } from './filter-cases.ts';
import { useText } from './text-context.ts';

interface CaseFiltersProps {
  readonly filter: CaseFilter;
  /** The seller centers that the history has cases of. */
  readonly platforms: readonly string[];
  readonly onFilter: (filter: CaseFilter) => void;
}

/** What narrows the list of cases. */
export function CaseFilters({ filter, platforms, onFilter }: CaseFiltersProps) {
  const text = useText();
  const id = useId();
  return (
    <search className="case-filters">
      <label htmlFor={`${id}search`}>
        {text.t('history.search')}
        <input
          id={`${id}search`}
          type="search"
          placeholder={text.t('history.searchHint')}
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </label>
      <label htmlFor={`${id}verdict`}>
        {text.t('history.filterVerdict')}
        <select
          id={`${id}verdict`}
          value={filter.verdict ?? ''}
          onChange={(event) => onFilter({ ...filter, verdict: (event.target.value || null) as Verdict | null })}
        >
          <option value="">{text.t('history.all')}</option>
          {VERDICTS_BY_WEIGHT.map((verdict) => (
            <option key={verdict} value={verdict}>
              {text.t(`verdict.${verdict}`)}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}platform`}>
        {text.t('history.filterPlatform')}
        <select
          id={`${id}platform`}
          value={filter.platform ?? ''}
          onChange={(event) => onFilter({ ...filter, platform: event.target.value || null })}
        >
          <option value="">{text.t('history.all')}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformText(text, platform)}
            </option>
          ))}
        </select>
      </label>
      {filter.buyerKey !== null && (
        <p className="case-filters-buyer">
          {text.t('history.buyerFilter')}{' '}
          <button type="button" className="button is-link" onClick={() => onFilter(NO_FILTER)}>
            {text.t('history.clearFilters')}
          </button>
        </p>
      )}
    </search>
  );
}
