import { useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FirstSteps } from '../../components/history/first-steps.tsx';
import type { HistoryTab } from '../../components/history/history-header.tsx';
import { HistoryPage } from '../../components/history/history-page.tsx';
import { type CheckRequests, CheckRequestsProvider } from '../../components/picture/check-requests.ts';
import { STYLES } from '../../components/styles.ts';
import type { PictureProblem } from '../../utils/cases/case.ts';
import type { CaseView } from '../../utils/cases/case-view.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { deleteBuyer, deleteCase } from '../../utils/cases/delete-cases.ts';
import { tellHistoryChanged } from '../../utils/cases/history-changes.ts';
import { historyProblemOf } from '../../utils/cases/history-problem.ts';
import { readCaseView, readPictureBytes } from '../../utils/cases/read-case-view.ts';
import { sendMessage } from '../../utils/messages.ts';
import { writeSettings } from '../../utils/settings/settings.ts';
import { useSettings } from '../../utils/settings/use-settings.ts';
import { textIn } from '../../utils/text/text.ts';
import { useLanguage } from '../../utils/text/use-language.ts';
import { noticeHistoryLoss } from '../../utils/upkeep/history-loss.ts';
import { showDueBadge } from '../../utils/upkeep/show-due-badge.ts';
import { sendEvidence } from '../content/send-evidence.ts';
import { useListingPictures } from '../content/use-listing-pictures.ts';
import { DataTab } from './data-tab.tsx';
import { packOf } from './export-pack.ts';
import { firstLanguage } from './first-readings.ts';
import { SettingsSections } from './settings-sections.tsx';
import { demoPictures, startDemo } from './start-demo.ts';
import { useCaseInAddress } from './use-case-in-address.ts';
import { useCaseList } from './use-case-list.ts';
import { useNewCheck } from './use-new-check.ts';
import { useOrderPacking, usePackingPage } from './use-packing.ts';
import { useQueue } from './use-queue.ts';
import { watchCaseChanges } from './watch-case-changes.ts';

const MINUTE_MS = 60_000;

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

/** The history page reads the database itself; changes of one case go through the background like any other change. */
function History() {
  const { language, setLanguage, switchLanguage } = useLanguage(firstLanguage);
  const settings = useSettings();
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const reportProblem = useCallback((error: unknown) => setProblem(historyProblemOf(error)), []);
  useEffect(() => {
    historyDatabase()
      .then((database) => noticeHistoryLoss(database, Date.now()))
      .then((loss) => loss && setProblem(loss), reportProblem);
  }, [reportProblem]);
  const { cases, isComplete, readAgain } = useCaseList(reportProblem);
  const [caseId, openCase] = useCaseInAddress();
  const [opened, readOpened] = useOpenedCase(caseId, reportProblem);
  const queue = useQueue();
  const newCheck = useNewCheck(openCase);
  const nowMs = useMinute();
  const openedClaim = opened !== null && typeof opened === 'object' ? opened.claim : null;
  const packing = useOrderPacking(openedClaim);
  const packingRecords = usePackingPage();
  const listingPictures = useListingPictures(openedClaim);

  /** Deletes here and tells every other page and the worker. */
  const changeHistory = async (change: () => Promise<unknown>): Promise<void> => {
    await change();
    tellHistoryChanged();
    readAgain();
    await showDueBadge(await historyDatabase(), Date.now());
  };
  const removeCase = async (gone: string): Promise<void> => {
    await sendMessage('case.cancel', { caseId: gone });
    await deleteCase(await historyDatabase(), gone, new Date().toISOString());
    openCase(null);
  };

  if (!language) return null;
  return (
    <HistoryPage
      language={language}
      cases={cases}
      isComplete={isComplete}
      problem={problem}
      nowMs={nowMs}
      opened={opened}
      newCheck={newCheck}
      packingRecords={packingRecords}
      packing={packing}
      initialTab={tabInAddress()}
      queue={{ queue, onChange: (to) => void sendMessage('queue.change', { to }) }}
      onOpenCase={openCase}
      onCopy={(written) => navigator.clipboard.writeText(written)}
      onReview={(review) => void sendMessage('case.review', review).then(readOpened, reportProblem)}
      onHandling={(handled, change) =>
        void sendMessage('case.handle', { caseId: handled, change }).then(readOpened, reportProblem)
      }
      onDelete={(gone) => void changeHistory(() => removeCase(gone)).catch(reportProblem)}
      onDeleteBuyer={(buyerKey) =>
        void changeHistory(async () => deleteBuyer(await historyDatabase(), buyerKey, new Date().toISOString())).catch(
          reportProblem,
        )
      }
      dataSections={<DataTab caseCount={cases?.length ?? 0} changeHistory={changeHistory} onProblem={reportProblem} />}
      onSwitchLanguage={switchLanguage}
      firstSteps={
        settings && !settings.hasSeenFirstSteps ? (
          <FirstSteps
            pictures={demoPictures}
            onTry={() =>
              void startDemo(textIn(language).t('firstSteps.demo')).then((demo) => {
                readAgain();
                openCase(demo);
              }, reportProblem)
            }
            onDone={() => void writeSettings({ hasSeenFirstSteps: true }).catch(reportProblem)}
          />
        ) : null
      }
      settings={<SettingsSections settings={settings} onLanguage={setLanguage} onProblem={reportProblem} />}
      listingPictures={listingPictures}
      onAddEvidence={
        opened !== null && typeof opened === 'object' ? (files) => sendEvidence(opened.caseId, files) : undefined
      }
      loadPicture={async (pictureId) => readPictureBytes(await historyDatabase(), pictureId)}
      templates={settings?.templates ?? []}
      {...(caseId === null ? {} : { pack: packOf(caseId, language) })}
    />
  );
}

/** The case in the address, read anew whenever it has changed. */
function useOpenedCase(
  caseId: string | null,
  onProblem: (error: unknown) => void,
): [CaseView | 'loading' | 'gone' | null, () => Promise<void>] {
  const [opened, setOpened] = useState<CaseView | 'loading' | 'gone' | null>(null);
  // A reading that comes back after the seller has gone on must not bring its case back.
  const wanted = useRef(caseId);
  wanted.current = caseId;
  const read = useCallback(async () => {
    const view = caseId === null ? null : ((await readCaseView(await historyDatabase(), caseId)) ?? 'gone');
    if (wanted.current === caseId) setOpened(view);
  }, [caseId]);
  useEffect(() => {
    setOpened(caseId === null ? null : 'loading');
    // Also goes on with a run that was interrupted.
    if (caseId !== null) sendMessage('case.read', { caseId }).catch(onProblem);
    read().catch(onProblem);
    return watchCaseChanges((changed) => {
      if (changed === caseId) read().catch(onProblem);
    });
  }, [caseId, read, onProblem]);
  return [opened, read];
}

/** Which view `utils/engine/open-history.ts` has asked for. */
function tabInAddress(): HistoryTab {
  if (location.hash.startsWith('#new')) return 'newCheck';
  if (location.hash === '#packing') return 'packing';
  if (location.hash === '#settings') return 'settings';
  return location.hash === '#queue' ? 'queue' : 'cases';
}

/** The present time, to the minute: deadlines are shown in hours. */
function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
