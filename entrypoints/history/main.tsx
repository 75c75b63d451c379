import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type CheckRequests, CheckRequestsProvider } from '../../components/check-requests.ts';
import type { HistoryTab } from '../../components/history-header.tsx';
import { HistoryPage } from '../../components/history-page.tsx';
import { STYLES } from '../../components/styles.ts';
import type { CaseSummary, CaseView } from '../../utils/cases/case-view.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { buyersOf, listCases } from '../../utils/cases/list-cases.ts';
import { readCaseView, readPictureBytes } from '../../utils/cases/read-case-view.ts';
import { deleteCase } from '../../utils/cases/write-results.ts';
import { MAX_CASES_LISTED } from '../../utils/limits.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { useSettings } from '../../utils/settings/use-settings.ts';
import { useLanguage } from '../../utils/text/use-language.ts';
import { packOf } from './export-pack.ts';
import { TrustListSettings } from './trust-list-settings.tsx';
import { useNewCheck } from './use-new-check.ts';
import { useQueue } from './use-queue.ts';
import { useTaughtSites } from './use-taught-sites.ts';

const CHECK_REQUESTS: CheckRequests = {
  run: (pictureId, check) => sendMessage('picture.check', { pictureId, check }),
  cancel: (pictureId, check) => void sendMessage('picture.cancelCheck', { pictureId, check }),
};
const style = document.createElement('style');
style.textContent = STYLES;
document.head.append(style);
createRoot(document.getElementById('root') as HTMLElement).render(
  <CheckRequestsProvider value={CHECK_REQUESTS}>
    <History />
  </CheckRequestsProvider>,
);

/** The history page reads the database itself; what it changes goes through the background like any other change. */
function History() {
  const [language, setLanguage] = useLanguage();
  const settings = useSettings();
  const [cases, setCases] = useState<readonly CaseSummary[] | null>(null);
  const [caseId, openCase] = useCaseInAddress();
  const queue = useQueue();
  const newCheck = useNewCheck(openCase);
  const taughtSites = useTaughtSites();
  const [opened, setOpened] = useState<CaseView | 'loading' | 'gone' | null>(null);

  const readList = useCallback(async () => setCases(await listCases(await historyDatabase(), MAX_CASES_LISTED)), []);
  const readOpened = useCallback(
    async () => setOpened(caseId === null ? null : ((await readCaseView(await historyDatabase(), caseId)) ?? 'gone')),
    [caseId],
  );

  useEffect(() => {
    setOpened(caseId === null ? null : 'loading');
    // Also goes on with a run that was interrupted.
    if (caseId !== null) void sendMessage('case.read', { caseId });
    void readOpened();
    void readList();
    return onMessage('case.changed', (message) => {
      if (message.data.caseId === caseId) void readOpened();
      void readList();
    });
  }, [caseId, readOpened, readList]);

  if (!language) return null;
  return (
    <HistoryPage
      language={language}
      cases={cases}
      buyers={buyersOf(cases ?? [])}
      opened={opened}
      newCheck={newCheck}
      initialTab={tabInAddress()}
      queue={{ queue, onChange: (to) => void sendMessage('queue.change', { to }) }}
      onOpenCase={openCase}
      onCopy={(written) => navigator.clipboard.writeText(written)}
      onReview={(review) => void sendMessage('case.review', review).then(readOpened)}
      onDelete={async (gone) => {
        await sendMessage('case.cancel', { caseId: gone });
        await deleteCase(await historyDatabase(), gone);
        openCase(null);
      }}
      onLanguage={setLanguage}
      settings={<TrustListSettings />}
      taughtSites={taughtSites}
      loadPicture={async (pictureId) => readPictureBytes(await historyDatabase(), pictureId)}
      templates={settings?.templates ?? []}
      {...(caseId === null ? {} : { pack: packOf(caseId, language) })}
    />
  );
}

/** The open case stands behind `#case=` in the address, so that going back closes it and a reload keeps it. */
function useCaseInAddress(): [string | null, (caseId: string | null) => void] {
  const [caseId, setCaseId] = useState(caseInAddress);
  useEffect(() => {
    const follow = () => setCaseId(caseInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    caseId,
    (next) => {
      location.hash = next === null ? '' : `case=${encodeURIComponent(next)}`;
    },
  ];
}

/** Which view `utils/engine/open-history.ts` has asked for. */
function tabInAddress(): HistoryTab {
  if (location.hash.startsWith('#new')) return 'newCheck';
  if (location.hash === '#tab=taught') return 'taught';
  return location.hash === '#queue' ? 'queue' : 'cases';
}

function caseInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('case');
}
