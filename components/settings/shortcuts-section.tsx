import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

/** Names of the manifest's `commands`. What they do is told here in the language that was chosen; the manifest knows the browser's alone. */
export const SHORTCUT_NAMES = ['analyse', 'mark-area'] as const;

export interface Shortcut {
  readonly name: (typeof SHORTCUT_NAMES)[number];
  /** As the browser writes it; empty where none is set. */
  readonly keys: string;
}

export interface ShortcutsSectionProps {
  readonly shortcuts: readonly Shortcut[];
  /** Opens the browser's own page for them; absent where no extension may open it. */
  readonly onChange?: () => void;
}

/** The keyboard commands; only the browser changes them. */
export function ShortcutsSection({ shortcuts, onChange }: ShortcutsSectionProps) {
  const text = useText();
  return (
    <SettingsSection title="settings.shortcuts">
      <dl className="shortcut-list">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{text.t(`settings.shortcuts.${name}`)}</dt>
            <dd>{keys === '' ? text.t('settings.shortcuts.none') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {onChange ? (
        <button type="button" className="button" onClick={onChange}>
          {text.t('settings.shortcuts.change')}
        </button>
      ) : (
        <p className="muted">{text.t('settings.shortcuts.how')}</p>
      )}
    </SettingsSection>
  );
}
