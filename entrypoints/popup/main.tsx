import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { type PlatformAccess, Popup } from '../../components/popup.tsx';
import { STYLES } from '../../components/styles.ts';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { sendMessage } from '../../utils/messages.ts';
import { PLATFORMS } from '../../utils/platforms/index.ts';
import type { Platform } from '../../utils/platforms/platform.ts';
import { useLanguage } from '../../utils/text/use-language.ts';

const style = document.createElement('style');
style.textContent = STYLES;
document.head.append(style);
createRoot(document.getElementById('root') as HTMLElement).render(<ToolbarPopup />);

function ToolbarPopup() {
  const [language, setLanguage] = useLanguage();
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const [platforms, setPlatforms] = useState<readonly PlatformAccess[]>([]);

  useEffect(() => {
    const read = () => void readAccess().then(setPlatforms);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);

  if (!language) return null;
  return (
    <Popup
      language={language}
      platforms={platforms}
      // The browser shows its own prompt, and only in answer to a click.
      onEnable={(id) => void browser.permissions.request({ origins: originsOf(id) })}
      onDisable={(id) => void browser.permissions.remove({ origins: originsOf(id) })}
      problem={problem}
      onNewCheck={() => void sendMessage('newCheck.open', undefined).then(() => close())}
      onMarkArea={() =>
        void sendMessage('area.offer', undefined).then((isOffered) =>
          isOffered ? close() : setProblem({ reason: 'no-area-here' }),
        )
      }
      onOpenHistory={() => void sendMessage('history.open', { caseId: null }).then(() => close())}
      onLanguage={setLanguage}
    />
  );
}

function readAccess(): Promise<PlatformAccess[]> {
  return Promise.all(
    PLATFORMS.map(async ({ id }) => ({
      id,
      isGranted: await browser.permissions.contains({ origins: originsOf(id) }),
    })),
  );
}

/** The pages of a seller center and the servers that its pictures come from. */
function originsOf(id: string): string[] {
  const { matches, imageHosts } = PLATFORMS.find((platform) => platform.id === id) as Platform;
  return [...matches, ...imageHosts];
}
