import { OwnTemplates } from '../../components/own-templates.tsx';
import { SettingsSection } from '../../components/settings-section.tsx';
import { TaughtSites } from '../../components/taught-sites.tsx';
import { DEFAULT_SETTINGS, type Settings, writeSettings } from '../../utils/settings/settings.ts';
import { TrustListSettings } from './trust-list-settings.tsx';
import { useTaughtSites } from './use-taught-sites.ts';

/** Everything under the settings tab. */
export function SettingsSections({ settings }: { readonly settings: Settings | null }) {
  const taughtSites = useTaughtSites();
  return (
    <>
      <SettingsSection title="taught.title">
        <TaughtSites {...taughtSites} />
      </SettingsSection>
      <SettingsSection title="template.title">
        <OwnTemplates
          templates={(settings ?? DEFAULT_SETTINGS).templates}
          onChange={(templates) => void writeSettings({ templates })}
        />
      </SettingsSection>
      <TrustListSettings />
    </>
  );
}
