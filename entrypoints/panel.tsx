import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ClaimPanel } from '../components/claim-panel.tsx';
import type { CaseView } from '../utils/cases/case-view.ts';
import { caseIdOf } from '../utils/claims/claim.ts';
import { onMessage, sendMessage } from '../utils/messages.ts';
import { readLanguage, writeLanguage } from '../utils/text/language-setting.ts';
import type { Language } from '../utils/text/text.ts';
import { offerPanel, type PanelSession } from './content/panel-session.ts';

export default defineUnlistedScript(() => {
  offerPanel((session) => {
    const container = document.createElement('div');
    session.root.replaceChildren(container);
    const react = createRoot(container);
    react.render(<Panel session={session} />);
    session.signal.addEventListener('abort', () => react.unmount(), { once: true });
  });
});

/** The panel of one claim: reads the stored case whenever it has changed, and sends what the seller does. */
function Panel({ session }: { readonly session: PanelSession }) {
  const [claim, setClaim] = useState(session.claim);
  const [view, setView] = useState<CaseView | null>(null);
  const [language, setLanguage] = useState<Language | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const caseId = caseIdOf(claim);

  const reportProblem = useCallback(
    (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    [],
  );
  const read = useCallback(
    () => sendMessage('case.read', { caseId }).then(setView, reportProblem),
    [caseId, reportProblem],
  );

  const analyse = useCallback(
    async (again: boolean) => {
      setProblem(null);
      const now = session.readClaimNow() ?? claim;
      setClaim(now);
      await sendMessage('case.analyse', { claim: now, fromPage: await session.readPagePictures(now), again });
    },
    [claim, session],
  );

  useEffect(() => {
    readLanguage().then(setLanguage, reportProblem);
  }, [reportProblem]);

  useEffect(() => {
    void read();
    return onMessage('case.changed', ({ data }) => {
      if (data.caseId === caseId) void read();
    });
  }, [caseId, read]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the click that brought the panel here counts once
  useEffect(() => {
    if (session.analyseNow) analyse(false).catch(reportProblem);
  }, []);

  if (!language) return null;
  return (
    <ClaimPanel
      claim={claim}
      view={view}
      language={language}
      problem={problem}
      onAnalyse={(again) => analyse(again).catch(reportProblem)}
      onCancel={() => sendMessage('case.cancel', { caseId }).catch(reportProblem)}
      onReview={(review) => sendMessage('case.review', review).catch(reportProblem)}
      onOpenHistory={() => sendMessage('history.open', { caseId }).catch(reportProblem)}
      onLanguage={(chosen) => {
        setLanguage(chosen);
        writeLanguage(chosen).catch(reportProblem);
      }}
    />
  );
}
