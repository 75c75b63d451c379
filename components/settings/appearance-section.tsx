import type { PanelSettings } from '../../utils/settings/settings.ts';
import { LANGUAGES, type Language, textIn } from '../../utils/text/text.ts';
import { Choice } from '../controls/choice.tsx';
import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';
import { SiteList } from './site-list.tsx';

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
      <p className="muted">{text.t('settings.panel.how')}</p>
      <SiteList
        title="settings.folded"
        hosts={panel.foldedOn}
        undo="settings.unfold"
        onUndo={(host) => onPanel({ ...panel, foldedOn: without(panel.foldedOn, host) })}
      />
      <SiteList
        title="settings.hidden"
        hosts={panel.hiddenOn}
        undo="settings.unhide"
        onUndo={(host) => onPanel({ ...panel, hiddenOn: without(panel.hiddenOn, host) })}
      />
      <SiteList
        title="settings.moved"
        hosts={Object.keys(panel.places)}
        undo="settings.moveBack"
        onUndo={(host) => {
          const { [host]: _moved, ...places } = panel.places;
          onPanel({ ...panel, places });
        }}
      />
    </SettingsSection>
  );
}

function without(hosts: readonly string[], host: string): readonly string[] {
  return hosts.filter((other) => other !== host);
}
