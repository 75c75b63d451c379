import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ClaimPanel } from '../components/panel/claim-panel.tsx';
import { type CheckRequests, CheckRequestsProvider } from '../components/picture/check-requests.ts';
import { STYLES } from '../components/styles.ts';
import type { PictureProblem } from '../utils/cases/case.ts';
import type { CaseView } from '../utils/cases/case-view.ts';
import { historyProblemOf } from '../utils/cases/history-problem.ts';
import { caseIdOf } from '../utils/claims/claim.ts';
import { onMessage, sendMessage } from '../utils/messages.ts';
import { readSettings, writeSettings } from '../utils/settings/settings.ts';
import { useSettings } from '../utils/settings/use-settings.ts';
import { useLanguage } from '../utils/text/use-language.ts';
import { guardClicks } from './content/guard-clicks.ts';
import { oneAtATime } from './content/one-at-a-time.ts';
import { offerPanel, type PanelSession } from './content/panel-session.ts';
import { sendEvidence } from './content/send-evidence.ts';
import { NO_ANSWER, startAnalysis } from './content/start-analysis.ts';
import { useListingPictures } from './content/use-listing-pictures.ts';
import { watchPanelSeen } from './content/watch-panel-seen.ts';

export default defineUnlistedScript(() => {
  offerPanel((session) => {
    const style = document.createElement('style');
    style.textContent = STYLES;
    const container = document.createElement('div');
    session.frame.replaceChildren(style, container);
    const react = createRoot(container);
    react.render(
      <CheckRequestsProvider value={CHECK_REQUESTS}>
        <Panel session={session} />
      </CheckRequestsProvider>,
    );
    session.signal.addEventListener('abort', () => react.unmount(), { once: true });
  });
});

const CHECK_REQUESTS: CheckRequests = {
  run: (pictureId, check) => sendMessage('picture.check', { pictureId, check }),
  cancel: (pictureId, check) => void sendMessage('picture.cancelCheck', { pictureId, check }),
};

/** How long a running analysis may say nothing before its state is asked for. */
const SILENCE_MS = 20_000;

/** The panel of one claim: reads the stored case whenever it has changed, and sends what the seller does. */
function Panel({ session }: { readonly session: PanelSession }) {
  const [claim, setClaim] = useState(session.claim);
  const [view, setView] = useState<CaseView | null>(null);
  const { language, switchLanguage } = useLanguage();
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  /** Why the case could not be read the last time. */
  const [silence, setSilence] = useState<PictureProblem | null>(null);
  const settings = useSettings();
  const listingPictures = useListingPictures(claim);
  const caseId = caseIdOf(claim);

  useEffect(() => {
    const root = session.frame.getRootNode() as ShadowRoot;
    const life = new AbortController();
    guardClicks(session.frame, root.host, life.signal, () => setProblem({ reason: 'covered' }));
    return () => life.abort();
  }, [session]);

  const reportProblem = useCallback((error: unknown) => setProblem(problemOf(error)), []);
  // A run changes its case more often than a page can be drawn: what has changed meanwhile is read together.
  const read = useMemo(
    () =>
      oneAtATime(() =>
        sendMessage('case.read', { caseId }).then(
          (stored) => {
            setView(stored);
            setSilence(null);
          },
          (error: unknown) => setSilence(problemOf(error)),
        ),
      ),
    [caseId],
  );

  const analyse = useCallback(
    async (again: boolean) => {
      setProblem(null);
      setClaim(await startAnalysis({ ...session, claim }, again));
    },
    [claim, session],
  );

  // Whoever runs the analysis may have been killed together with the one who would tell: reading has it go on. The one who
  // answers may be ended under the question, so it is asked again and again.
  useEffect(() => {
    if (view?.status !== 'running') return undefined;
    const timer = setInterval(() => void read(), SILENCE_MS);
    return () => clearInterval(timer);
  }, [view, read]);

  useEffect(() => {
    void read();
    return onMessage('case.changed', ({ data }) => {
      if (data.caseId !== caseId) return;
      if (data.problem) setProblem(data.problem);
      void read();
    });
  }, [caseId, read]);

  const isDrawn = language !== null && settings !== null;
  useEffect(() => {
    if (!isDrawn) return undefined;
    const life = new AbortController();
    watchPanelSeen(session.frame, (session.frame.getRootNode() as ShadowRoot).host, life.signal, (isSeen) => {
      // With the panel back in sight the toolbar shows the verdict again, which comes with reading the case.
      const told = isSeen ? read() : sendMessage('panel.outOfSight', undefined);
      told.catch((error: unknown) => console.warn('Nobody could be told', error));
    });
    return () => life.abort();
  }, [isDrawn, session, read]);
  useEffect(() => {
    if (isDrawn) session.begin?.().then(setClaim).catch(reportProblem);
  }, [isDrawn, session, reportProblem]);

  const analyseAsShown = () => void analyse(view?.status === 'done').catch(reportProblem);
  useEffect(() =>
    session.onAsked(() => {
      if (view?.status !== 'running') analyseAsShown();
    }),
  );

  if (!language || !settings) return null;
  return (
    <ClaimPanel
      claim={claim}
      view={view}
      language={language}
      problem={problem ?? silence ?? view?.problem ?? null}
      onAnalyse={analyseAsShown}
      onCancel={() => void sendMessage('case.cancel', { caseId }).catch(reportProblem)}
      onCopySkeleton={() => navigator.clipboard.writeText(session.pageSkeleton())}
      onCopy={(written) => navigator.clipboard.writeText(written)}
      onReview={(review) => void sendMessage('case.review', review).catch(reportProblem)}
      onOpenHistory={() => void sendMessage('history.open', { caseId }).catch(reportProblem)}
      isFolded={settings.panel.foldedOn.includes(location.host) && !session.begin}
      move={session.move}
      onFold={(isFolded) => void rememberFold(isFolded).catch(reportProblem)}
      reply={{ templates: settings.templates, inserter: { insert: session.insertText, room: session.roomForText } }}
      loadPicture={(pictureId) => sendMessage('picture.read', { pictureId })}
      listingPictures={listingPictures}
      onAddEvidence={async (files) => {
        if (!view) await analyse(false);
        return sendEvidence(caseId, files);
      }}
      taught={session.taughtFields}
      onTeach={(fields) => void session.startTeaching(fields).catch(reportProblem)}
      onSwitchLanguage={switchLanguage}
    />
  );
}

/** Keeps whether the panel stands folded on this site. */
async function rememberFold(isFolded: boolean): Promise<void> {
  const { panel } = await readSettings();
  const others = panel.foldedOn.filter((host) => host !== location.host);
  await writeSettings({ panel: { ...panel, foldedOn: isFolded ? [...others, location.host] : others } });
}

/** An error of the extension itself, as a line to show; one is an update that cut this page off from its extension. */
function problemOf(error: unknown): PictureProblem {
  const detail = error instanceof Error ? error.message : String(error);
  // A script whose extension is gone has no id any more; a background that crashed or is starting leaves it.
  if (/context invalidated/i.test(detail) || !browser.runtime?.id) return { reason: 'extension-updated' };
  return detail === NO_ANSWER || /receiving end does not exist/i.test(detail)
    ? { reason: 'extension-silent' }
    : historyProblemOf(error);
}
