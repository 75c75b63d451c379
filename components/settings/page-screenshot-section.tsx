import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

interface PageScreenshotSectionProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether the claim's page is captured with an analysis. */
export function PageScreenshotSection({ isOn, onChange }: PageScreenshotSectionProps) {
  const text = useText();
  return (
    <SettingsSection title="settings.screenshot">
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
        {text.t('settings.screenshot.on')}
      </label>
      <p className="muted">{text.t('settings.screenshot.note')}</p>
    </SettingsSection>
  );
}
