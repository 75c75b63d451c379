import { useId } from 'react';
import { useText } from './text-context.ts';

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** What stands for null. */
  readonly anyLabel?: string;
  /** Null for any. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

/** One of several, or any. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, anyLabel, value, options, onChange } = props;
  const text = useText();
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} value={value ?? ''} onChange={(event) => onChange((event.target.value || null) as Value | null)}>
        <option value="">{anyLabel ?? text.t('history.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
