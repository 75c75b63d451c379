import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup.tsx';
import { STYLES } from '../../components/styles.ts';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { sitePattern } from '../../utils/claims/taught/taught-platform.ts';
import { sendMessage } from '../../utils/messages.ts';
import { platformOf } from '../../utils/platforms/platform-of.ts';
import { usePlatformAccess } from '../../utils/settings/platform-access.ts';
import { useSettings } from '../../utils/settings/use-settings.ts';
import { useLanguage } from '../../utils/text/use-language.ts';

const style = document.createElement('style');
style.textContent = STYLES;
document.head.append(style);
createRoot(document.getElementById('root') as HTMLElement).render(<ToolbarPopup />);

function ToolbarPopup() {
  const [language, setLanguage] = useLanguage();
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const tab = useTeachableTab();
  const access = usePlatformAccess();
  const settings = useSettings();

  if (!language) return null;
  return (
    <Popup
      language={language}
      {...access}
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
      teachableHost={tab?.host ?? null}
      onTeach={() => tab && teachTab(tab)}
      onOpenHistory={() => void sendMessage('history.open', { caseId: null }).then(() => close())}
      onLanguage={setLanguage}
    />
  );
}

interface TeachableTab {
  readonly tabId: number;
  readonly host: string;
  readonly origin: string;
}

/** The tab under the popup, where it shows a page of a site that no release knows. */
function useTeachableTab(): TeachableTab | null {
  const [tab, setTab] = useState<TeachableTab | null>(null);
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => {
      const url = active?.url && URL.canParse(active.url) ? new URL(active.url) : null;
      if (active?.id === undefined || !url || !/^https?:$/.test(url.protocol) || platformOf(url)) return;
      setTab({ tabId: active.id, host: url.host, origin: url.origin });
    });
  }, []);
  return tab;
}

/**
 * Opens the overlay at once, by the click's own right to this tab, and asks for the site for the times after. Both are
 * begun before anything is waited for: a permission prompt may close the popup, and needs the click.
 */
function teachTab({ tabId, origin }: TeachableTab): void {
  const opened = browser.scripting.executeScript({ target: { tabId }, files: ['/teach.js'] });
  const asked = browser.permissions.request({ origins: [sitePattern(origin)] });
  void Promise.all([opened, asked]).then(() => close());
}
