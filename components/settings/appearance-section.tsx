import type { PanelSettings } from '../../utils/settings/settings.ts';
import { LANGUAGES, type Language, textIn } from '../../utils/text/text.ts';
import { Choice } from '../controls/choice.tsx';
import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

export interface AppearanceSectionProps {
  readonly panel: PanelSettings;
  readonly onLanguage: (language: Language) => void;
  readonly onPanel: (panel: PanelSettings) => void;
}

/** The language, and where the panel stands. */
export function AppearanceSection({ panel, onLanguage, onPanel }: AppearanceSectionProps) {
  const text = useText();
  return (
    <SettingsSection title="settings.appearance">
      <Choice
        label={text.t('settings.language')}
        value={text.language}
        onChange={onLanguage}
        options={LANGUAGES.map((language) => ({ value: language, label: textIn(language).t('language.name') }))}
      />
      <Choice
        label={text.t('settings.side')}
        value={panel.side}
        onChange={(side) => onPanel({ ...panel, side })}
        options={(['right', 'left'] as const).map((side) => ({ value: side, label: text.t(`settings.side.${side}`) }))}
      />
      {panel.foldedOn.length > 0 && (
        <div>
          <p>{text.t('settings.folded')}</p>
          <ul className="plain-list">
            {panel.foldedOn.map((host) => (
              <li key={host} className="button-row">
                <span>{host}</span>
                <button
                  type="button"
                  className="button is-link"
                  aria-label={`${text.t('settings.unfold')} ${host}`}
                  onClick={() => onPanel({ ...panel, foldedOn: panel.foldedOn.filter((other) => other !== host) })}
                >
                  {text.t('settings.unfold')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SettingsSection>
  );
}
