import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { AppearanceSection } from '../../components/settings/appearance-section.tsx';
import { ChecksSection } from '../../components/settings/checks-section.tsx';
import { FirstStepsAgain } from '../../components/settings/first-steps-again.tsx';
import { OwnTemplates } from '../../components/settings/own-templates.tsx';
import { PageScreenshotSection } from '../../components/settings/page-screenshot-section.tsx';
import { PlatformsSection } from '../../components/settings/platforms-section.tsx';
import { SettingsFileSection } from '../../components/settings/settings-file-section.tsx';
import { SettingsSection } from '../../components/settings/settings-section.tsx';
import { SHORTCUT_NAMES, type Shortcut, ShortcutsSection } from '../../components/settings/shortcuts-section.tsx';
import { TaughtSites } from '../../components/settings/taught-sites.tsx';
import { readChecksOff, writeChecksOff } from '../../utils/cases/checks-off.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { CHECK_IDS } from '../../utils/checks/check-ids.ts';
import { requestProductHosts, usePlatformAccess } from '../../utils/settings/platform-access.ts';
import { DEFAULT_SETTINGS, type Settings, writeSettings } from '../../utils/settings/settings.ts';
import { parseSettingsFile, settingsFile } from '../../utils/settings/settings-file.ts';
import type { Language } from '../../utils/text/text.ts';
import { saveFile } from './save-file.ts';
import { TrustListSettings } from './trust-list-settings.tsx';
import { useTaughtSites } from './use-taught-sites.ts';

/** Chromium's own page for keyboard commands; Firefox lets no extension open its one. */
const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

interface SettingsSectionsProps {
  readonly settings: Settings | null;
  readonly onLanguage: (language: Language) => void;
  readonly onProblem: (error: unknown) => void;
}

/** Everything under the settings tab. */
export function SettingsSections({ settings, onLanguage, onProblem }: SettingsSectionsProps) {
  const known = settings ?? DEFAULT_SETTINGS;
  const access = usePlatformAccess();
  const taughtSites = useTaughtSites();
  const [checksOff, setChecksOff] = useState<readonly string[]>([]);
  const [areProductPagesRefused, setProductPagesRefused] = useState(false);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    historyDatabase().then(readChecksOff).then(setChecksOff, onProblem);
    readShortcuts().then(setShortcuts, onProblem);
  }, [onProblem]);
  const write = (changed: Partial<Settings>): void => void writeSettings(changed).catch(onProblem);
  const switchProductPages = async (reads: boolean): Promise<void> => {
    const isGiven = reads && (await requestProductHosts());
    setProductPagesRefused(reads && !isGiven);
    await writeSettings({ readsProductPages: isGiven });
  };
  const switchChecks = async (off: readonly string[]): Promise<void> => {
    await writeChecksOff(await historyDatabase(), off);
    setChecksOff(off);
  };
  const importFile = async (file: File): Promise<string | null> => {
    const parsed = parseSettingsFile(await file.text());
    if (typeof parsed === 'string') return parsed;
    await writeSettings(parsed.settings);
    if (parsed.settings.language) onLanguage(parsed.settings.language);
    if (parsed.checksOff) await switchChecks(parsed.checksOff);
    return null;
  };
  return (
    <>
      <AppearanceSection panel={known.panel} onLanguage={onLanguage} onPanel={(panel) => write({ panel })} />
      <PlatformsSection
        {...access}
        captureOff={known.captureOff}
        readsProductPages={known.readsProductPages}
        onCapture={(captureOff) => write({ captureOff })}
        areProductPagesRefused={areProductPagesRefused}
        onProductPages={(reads) => void switchProductPages(reads).catch(onProblem)}
      />
      <PageScreenshotSection
        isOn={known.takesPageScreenshots}
        onChange={(takesPageScreenshots) => write({ takesPageScreenshots })}
      />
      <SettingsSection title="taught.title">
        <TaughtSites {...taughtSites} />
      </SettingsSection>
      <ChecksSection
        checks={CHECK_IDS}
        checksOff={checksOff}
        onChange={(off) => void switchChecks(off).catch(onProblem)}
      />
      <SettingsSection title="template.title">
        <OwnTemplates templates={known.templates} onChange={(templates) => write({ templates })} />
      </SettingsSection>
      <TrustListSettings />
      <ShortcutsSection
        shortcuts={shortcuts}
        {...(import.meta.env.BROWSER === 'chrome'
          ? { onChange: () => void browser.tabs.create({ url: SHORTCUTS_PAGE }).catch(onProblem) }
          : {})}
      />
      <FirstStepsAgain onOpen={() => write({ hasSeenFirstSteps: false })} />
      <SettingsFileSection
        onExport={() =>
          saveFile(
            new Blob([settingsFile(known, checksOff)], { type: 'application/json' }),
            'refund-lens-settings.json',
          )
        }
        onImport={importFile}
      />
    </>
  );
}

/** Those of the manifest; the browser lists its own for the toolbar button too. */
async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return SHORTCUT_NAMES.map((name) => ({ name, keys: commands.find((one) => one.name === name)?.shortcut ?? '' }));
}
