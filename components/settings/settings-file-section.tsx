import { useState } from 'react';
import { FileButton } from '../controls/file-button.tsx';
import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

export interface SettingsFileSectionProps {
  readonly onExport: () => void;
  /** Answers why a file was refused (`settings.file.<reason>`), or null when it was taken over. */
  readonly onImport: (file: File) => Promise<string | null>;
}

/** Takes the settings to another computer and back. */
export function SettingsFileSection({ onExport, onImport }: SettingsFileSectionProps) {
  const text = useText();
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <SettingsSection title="settings.file">
      <p className="muted">{text.t('settings.file.how')}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={onExport}>
          {text.t('settings.file.export')}
        </button>
        <FileButton
          label={text.t('settings.file.import')}
          accept="application/json,.json"
          onFiles={([file]) =>
            file && void onImport(file).then((reason) => setAnswer(`settings.file.${reason ?? 'imported'}`))
          }
        />
      </div>
      <p role="status">{answer && text.t(answer)}</p>
    </SettingsSection>
  );
}
