import { type ClaimOnPage, caseIdOf } from '../../utils/claims/claim.ts';
import { pageSkeleton } from '../../utils/claims/page/page-skeleton.ts';
import { browserPageView } from '../../utils/claims/page/page-view.ts';
import { whenClaimSettles } from '../../utils/claims/page/when-claim-settles.ts';
import { type ClaimReading, readClaim } from '../../utils/claims/read-claim.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import type { Site } from '../../utils/claims/taught/taught-platform.ts';
import { sendMessage } from '../../utils/messages.ts';
import { spokenLanguage } from '../loader/chosen-for-card.ts';
import { analyseForQueue } from './analyse-for-queue.ts';
import { receivedAbout } from './answers-of-page.ts';
import { insertText } from './insert-text.ts';
import { Launcher } from './launcher.ts';
import { launcherTextIn } from './launcher-text.ts';
import { offerClaimQueue } from './offer-claim-queue.ts';
import type { VisitRequest, VisitSession } from './page-reader.ts';
import { mountPanelHost } from './panel-host.ts';
import { loadPanel, showPanel } from './panel-session.ts';
import { readPagePictures } from './read-page-pictures.ts';
import { roomInTextBox } from './room-in-text-box.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { startAnalysis } from './start-analysis.ts';
import { startTeaching } from './start-teaching.ts';

/** How long a claim may take to appear over a list after a click. */
const OPENING_MS = 6_000;
/**
 * When a taught page is read again. Its address names no claim that the page could be held against, and an application
 * may show the claim before for seconds after its address has changed.
 */
const TAUGHT_REREADS_MS = [1_500, 4_000, 9_000];

/**
 * One visit to an address of a seller center that can show a claim, until the address changes. It reads at once; what it
 * shows of it depends on what it is asked for.
 */
export function visitClaimPage({ platform, rule }: Site, session: VisitSession): (request: VisitRequest) => void {
  const { signal } = session;
  const text = launcherTextIn(spokenLanguage());
  const view = browserPageView(shadowRootOf);
  const read = (url: URL): ClaimReading =>
    readClaim(document, url, platform, new Date(), { view, rule, received: receivedAbout });
  /** The claim that everything was made ready for. */
  let expected: string | null = null;
  const skeleton = () => pageSkeleton(document, view, platform);
  let shown: { readonly caseId: string | null; readonly end: AbortController } | null = null;
  let settling = new AbortController();
  /** The reading that is under way. */
  let pending: Promise<void> | null = null;
  /** What the next reading is for; `card` once something stands on the page. */
  let wanted: VisitRequest | 'card' = 'preview';
  let analyseShown: (() => void) | null = null;

  const page = platform.page(new URL(location.href));
  const isList = page?.kind === 'list';
  const isUnnamed = rule !== null && page?.claimId == null && page?.orderId == null;
  // Such a page names no claim that another one could be shown in place of.
  const notReadyText = isUnnamed ? text.taughtNotFound : text.notReady;
  let settled = isList ? Promise.resolve() : settle();
  if (isUnnamed) {
    const timers = TAUGHT_REREADS_MS.map((delayMs) => setTimeout(() => void (pending ?? settle()), delayMs));
    signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
  }
  // On a list, and in many applications, a claim opens without a new address, and only after a click.
  if (isUnnamed || isList) {
    document.addEventListener('click', () => void settle(OPENING_MS), { signal, capture: true, passive: true });
  }
  return answer;

  function answer(request: VisitRequest): void {
    if (request === 'preview' || request === wanted) return;
    if (request === 'open' && wanted !== 'preview') return;
    if (request === 'list') showList(true);
    else if (request === 'analyse' && analyseShown) analyseShown();
    else begin(request);
  }

  function begin(request: VisitRequest): void {
    wanted = request;
    const now = read(new URL(location.href));
    // A queue has nobody who would see that something is missing; and what a list has open is there already.
    if (isList || (now.ready && request !== 'queue')) show(now);
    else settled = pending ?? settle();
  }

  /** One that begins anew puts off the moment at which a page is said not to be ready. */
  function settle(openingMs = 0): Promise<void> {
    const begun = settleNow(openingMs).finally(() => {
      if (pending === begun) pending = null;
    });
    pending = begun;
    return begun;
  }

  async function settleNow(openingMs: number): Promise<void> {
    settling.abort();
    settling = new AbortController();
    const either = AbortSignal.any([signal, settling.signal]);
    const url = () => new URL(location.href);
    try {
      // A list without a row is no reason to look at it for longer either.
      const limits = openingMs > 0 ? { timeoutMs: openingMs, openingMs } : {};
      show(await whenClaimSettles({ document, url, platform, read: readAhead, signal: either, ...limits }));
    } catch (error) {
      if (!either.aborted) throw error;
    }
  }

  function show(reading: ClaimReading): void {
    if (wanted === 'open' && !reading.ready) wanted = 'preview';
    const caseId = reading.ready ? caseIdOf(reading.claim) : null;
    if (wanted === 'preview') preview(reading);
    else if (wanted === 'queue') answerQueue(reading);
    else if (shown && shown.caseId === caseId) return;
    else if (reading.ready) showClaim(reading.claim, nextShown(caseId));
    else showNoClaim();
  }

  /** Says on the loader's card what was read. */
  function preview(reading: ClaimReading): void {
    if (!reading.ready) {
      session.say(notReadyText);
      return;
    }
    const evidence = reading.claim.evidence.filter(({ role }) => role !== 'seller');
    const pictures = evidence.filter(({ kind }) => kind === 'image').length;
    session.say(evidence.length === 0 ? text.noPictures : text.claim(reading.claim.orderId, pictures));
  }

  /** Reads, and makes ready for the click that may follow as soon as there is a claim, while the page may still add to it. */
  function readAhead(url: URL): ClaimReading {
    const reading = read(url);
    if (reading.ready && wanted !== 'queue') expect(caseIdOf(reading.claim));
    return reading;
  }

  function expect(caseId: string): void {
    if (caseId === expected) return;
    expected = caseId;
    // Without it the panel comes a little later, and says why where it cannot.
    loadPanel().catch((error: unknown) => console.warn('The panel could not be loaded ahead', error));
    sendMessage('case.expected', { caseId }).catch((error: unknown) =>
      console.warn('The analysis could not be started ahead', error),
    );
  }

  /** Nobody looks at a page that the queue has opened: whatever stands on it stays. */
  function answerQueue(reading: ClaimReading): void {
    const answered = reading.ready ? analyseForQueue(reading.claim) : sendMessage('queue.notReady', undefined);
    answered.catch((error: unknown) => {
      console.warn('The queue could not be answered', error);
      // The background may have been ended under the answer: the queue asks again with each of its steps, and hears it then.
      // Where an update has cut this page off nobody asks any more, which a queue notices by its own clock.
      wanted = 'preview';
    });
  }

  function showNoClaim(): void {
    wanted = 'card';
    if (isList) showList(false);
    else showNotReady(nextShown(null));
  }

  function showList(isAsked: boolean): void {
    wanted = 'card';
    offerClaimQueue({ platform, view, isAsked }, nextShown(null));
  }

  /** Takes away what stands on the page, and ends what comes in its place with the next. */
  function nextShown(caseId: string | null): AbortSignal {
    session.takeOver();
    shown?.end.abort();
    shown = { caseId, end: new AbortController() };
    analyseShown = null;
    return AbortSignal.any([signal, shown.end.signal]);
  }

  /** The panel where it was asked for or has a stored result to show, otherwise a card with the button to begin. */
  function showClaim(claim: ClaimOnPage, ends: AbortSignal): void {
    const begunFor = wanted;
    wanted = 'card';
    const { frame, move } = mountPanelHost(document, ends);
    const launcher = new Launcher(frame);
    const report = (error: unknown) => launcher.showProblem(error instanceof Error ? error.message : String(error));
    const open = (analyseNow: boolean): void => {
      const page = {
        frame,
        claim,
        // What a page adds after it was clicked is waited for.
        whenSettled: () => settled,
        readClaimNow,
        readPagePictures,
        signal: ends,
      };
      const panel = {
        ...page,
        move,
        begin: analyseNow ? () => startAnalysis(page, false) : null,
        pageSkeleton: skeleton,
        insertText: (written: string) => insertText(session.lastTextBox(), written),
        roomForText: () => {
          const box = session.lastTextBox();
          return box?.isConnected ? roomInTextBox(box) : null;
        },
        onAsked: (analyse: () => void) => {
          analyseShown = analyse;
        },
        taughtFields: Object.keys(rule?.fields ?? {}) as TaughtField[],
        startTeaching,
      };
      showPanel(panel).catch(report);
    };
    const start = launcher.showClaim(claim, () => open(true));
    analyseShown = start;
    if (begunFor === 'analyse') start();
    else sendMessage('case.read', { caseId: caseIdOf(claim) }).then((stored) => stored && open(false), report);

    function readClaimNow(): ClaimOnPage | null {
      const reading = read(new URL(location.href));
      return reading.ready && caseIdOf(reading.claim) === caseIdOf(claim) ? reading.claim : null;
    }
  }

  function showNotReady(ends: AbortSignal): void {
    const launcher = new Launcher(mountPanelHost(document, ends).frame);
    const teach = () =>
      startTeaching([]).catch((error: unknown) =>
        launcher.showProblem(error instanceof Error ? error.message : String(error)),
      );
    launcher.showNotReady(
      notReadyText,
      () => void settle(),
      () => void teach(),
      () => navigator.clipboard.writeText(skeleton()),
    );
  }
}
