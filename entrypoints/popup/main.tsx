import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup.tsx';
import { STYLES } from '../../components/styles.ts';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { sitePattern } from '../../utils/claims/taught/taught-platform.ts';
import { askLoader } from '../../utils/engine/ask-loader.ts';
import { sendMessage } from '../../utils/messages.ts';
import { platformOf } from '../../utils/platforms/platform-of.ts';
import { usePlatformAccess } from '../../utils/settings/platform-access.ts';
import { readSettings, writeSettings } from '../../utils/settings/settings.ts';
import { useSettings } from '../../utils/settings/use-settings.ts';
import { useLanguage } from '../../utils/text/use-language.ts';

const style = document.createElement('style');
style.textContent = STYLES;
document.head.append(style);
createRoot(document.getElementById('root') as HTMLElement).render(<ToolbarPopup />);

function ToolbarPopup() {
  const { language, switchLanguage } = useLanguage();
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const active = useActiveTab();
  const here = active && platformOf(active.url);
  const tab = active && !here ? active : null;
  const access = usePlatformAccess();
  const settings = useSettings();

  if (!language) return null;
  return (
    <Popup
      language={language}
      {...access}
      here={here?.id ?? null}
      problem={problem}
      onFirstSteps={
        settings && !settings.hasSeenFirstSteps
          ? () => void sendMessage('history.open', { caseId: null }).then(() => close())
          : undefined
      }
      onNewCheck={() => void sendMessage('newCheck.open', undefined).then(() => close())}
      onMarkArea={() =>
        void sendMessage('area.offer', undefined).then((isOffered) =>
          isOffered ? close() : setProblem({ reason: 'no-area-here' }),
        )
      }
      page={
        active?.isReadable && settings
          ? {
              host: active.url.host,
              isShown: !settings.panel.hiddenOn.includes(active.url.host),
              onAnalyse: () =>
                void askLoader('analyse', active).then((isThere) =>
                  isThere ? close() : setProblem({ reason: 'no-claim-here' }),
                ),
              onShow: (isShown) => void showOnSite(active.url.host, isShown),
            }
          : null
      }
      teachableHost={tab?.url.host ?? null}
      onTeach={() => tab && teachTab(tab)}
      onOpenHistory={() => void sendMessage('history.open', { caseId: null }).then(() => close())}
      onSwitchLanguage={switchLanguage}
    />
  );
}

interface ActiveTab {
  readonly tabId: number;
  readonly url: URL;
  /** Whether the extension has the permission for the tab's site. */
  readonly isReadable: boolean;
}

/** The tab under the popup, where it shows a page of the web. */
function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => {
    void readActiveTab().then(setTab);
  }, []);
  return tab;
}

async function readActiveTab(): Promise<ActiveTab | null> {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = active?.url && URL.canParse(active.url) ? new URL(active.url) : null;
  if (active?.id === undefined || !url || !/^https?:$/.test(url.protocol)) return null;
  const isReadable = await browser.permissions.contains({ origins: [sitePattern(url.origin)] });
  return { tabId: active.id, url, isReadable };
}

/** Keeps whether card and panel show by themselves on a site. */
async function showOnSite(host: string, isShown: boolean): Promise<void> {
  const { panel } = await readSettings();
  const others = panel.hiddenOn.filter((other) => other !== host);
  await writeSettings({ panel: { ...panel, hiddenOn: isShown ? others : [...others, host] } });
}

/**
 * Opens the overlay at once, by the click's own right to this tab, and asks for the site for the times after. Both are
 * begun before anything is waited for: a permission prompt may close the popup, and needs the click.
 */
function teachTab({ tabId, url: { origin } }: ActiveTab): void {
  const opened = browser.scripting.executeScript({ target: { tabId }, files: ['/teach.js'] });
  const asked = browser.permissions.request({ origins: [sitePattern(origin)] });
  void Promise.all([opened, asked]).then(() => close());
}
