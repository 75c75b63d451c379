import { useId } from 'react';
import { useText } from '../controls/text-context.ts';
import type { CaseFilter } from './filter-cases.ts';

interface RangeFiltersProps {
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
}

/** Bounds on the amount and on the day of the first analysis. */
export function RangeFilters({ filter, onFilter }: RangeFiltersProps) {
  const text = useText();
  const id = useId();
  const amount = (name: 'minAmount' | 'maxAmount') => (
    <input
      type="number"
      min={0}
      step="any"
      inputMode="decimal"
      aria-label={text.t(`history.${name}`)}
      value={filter[name] ?? ''}
      onChange={({ target }) =>
        onFilter({ ...filter, [name]: Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber })
      }
    />
  );
  const day = (name: 'fromDay' | 'toDay') => (
    <input
      type="date"
      aria-label={text.t(`history.${name}`)}
      value={filter[name]}
      onChange={({ target }) => onFilter({ ...filter, [name]: target.value })}
    />
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid's row */}
      <div role="group" aria-labelledby={`${id}amount`} className="range-filter">
        <span id={`${id}amount`}>{text.t('history.amount')}</span>
        <div>
          {amount('minAmount')}–{amount('maxAmount')}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid's row */}
      <div role="group" aria-labelledby={`${id}day`} className="range-filter">
        <span id={`${id}day`}>{text.t('history.day')}</span>
        <div>
          {day('fromDay')}–{day('toDay')}
        </div>
      </div>
    </>
  );
}
