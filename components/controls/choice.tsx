import { useId } from 'react';

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** As the `aria-keyshortcuts` attribute. */
    readonly shortcut?: string | undefined;
  }[];
  readonly onChange: (value: Value) => void;
  readonly isLabelHidden?: boolean;
}

/** One of a few, as a row of radio buttons that looks like a segmented control. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, isLabelHidden = false } = props;
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={isLabelHidden ? 'visually-hidden' : ''}>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-keyshortcuts={option.shortcut}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
