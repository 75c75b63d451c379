import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

export interface ChecksSectionProps {
  /** Ids of all checks, in the order in which they run. */
  readonly checks: readonly string[];
  readonly checksOff: readonly string[];
  readonly onChange: (checksOff: readonly string[]) => void;
}

/** Switches checks off and on; a result says which were off. */
export function ChecksSection({ checks, checksOff, onChange }: ChecksSectionProps) {
  const text = useText();
  return (
    <SettingsSection title="settings.checks">
      <p className="muted">{text.t('settings.checks.how')}</p>
      <div className="check-list">
        {checks.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!checksOff.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? checksOff.filter((other) => other !== id) : [...checksOff, id])
              }
            />{' '}
            {text.t(`check.${id}.name`)}
          </label>
        ))}
      </div>
    </SettingsSection>
  );
}
