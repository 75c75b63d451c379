import { type ClaimOnPage, caseIdOf } from '../../utils/claims/claim.ts';
import { pageSkeleton } from '../../utils/claims/page/page-skeleton.ts';
import { browserPageView } from '../../utils/claims/page/page-view.ts';
import { whenClaimSettles } from '../../utils/claims/page/when-claim-settles.ts';
import { type ClaimReading, readClaim } from '../../utils/claims/read-claim.ts';
import type { Site } from '../../utils/claims/taught/taught-platform.ts';
import { onMessage, sendMessage } from '../../utils/messages.ts';
import { analyseForQueue } from './analyse-for-queue.ts';
import { answersAbout } from './answers-of-page.ts';
import { LastTextBox } from './last-text-box.ts';
import { Launcher } from './launcher.ts';
import { offerClaimQueue } from './offer-claim-queue.ts';
import { mountPanelHost } from './panel-host.ts';
import { showPanel } from './panel-session.ts';
import { readPagePictures } from './read-page-pictures.ts';
import { shadowRootOf } from './shadow-root-of.ts';
import { startTeaching } from './start-teaching.ts';

/** How long a claim may take to appear over a list after a click. */
const MODAL_TIMEOUT_MS = 6_000;
/**
 * When a taught page is read again. Its address names no claim that the page could be held against, and an application
 * may show the claim before for seconds after its address has changed.
 */
const TAUGHT_REREADS_MS = [1_500, 4_000, 9_000];

/** One visit to an address of a seller center that can show a claim, until the address changes. */
export function visitClaimPage({ platform, rule }: Site, signal: AbortSignal): void {
  const view = browserPageView(shadowRootOf);
  const read = (url: URL): ClaimReading =>
    readClaim(document, url, platform, new Date(), { view, rule, received: answersAbout });
  const skeleton = () => pageSkeleton(document, view, platform);
  let shown: { readonly caseId: string | null; readonly end: AbortController } | null = null;
  let settling = new AbortController();

  const isList = platform.page(new URL(location.href))?.kind === 'list';
  if (isList) showNoClaim();
  void settle();
  const page = platform.page(new URL(location.href));
  const isUnnamed = rule !== null && page?.claimId == null && page?.orderId == null;
  if (isUnnamed) {
    const timers = TAUGHT_REREADS_MS.map((delayMs) => setTimeout(() => void settle(), delayMs));
    signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
  }
  // On a list, and in many applications, a claim opens without a new address, and only after a click.
  if (isUnnamed || isList) {
    document.addEventListener('click', () => void settle(MODAL_TIMEOUT_MS), { signal, capture: true, passive: true });
  }

  async function settle(timeoutMs?: number): Promise<void> {
    settling.abort();
    settling = new AbortController();
    const either = AbortSignal.any([signal, settling.signal]);
    const url = () => new URL(location.href);
    try {
      show(
        await whenClaimSettles({ document, url, platform, read, signal: either, ...(timeoutMs ? { timeoutMs } : {}) }),
      );
    } catch (error) {
      if (!either.aborted) throw error;
    }
  }

  function show(reading: ClaimReading): void {
    const caseId = reading.ready ? caseIdOf(reading.claim) : null;
    if (shown && shown.caseId === caseId) return;
    if (reading.ready) showClaim(reading.claim, nextShown(caseId));
    else showNoClaim();
  }

  function showNoClaim(): void {
    const ends = nextShown(null);
    const kind = platform.page(new URL(location.href))?.kind;
    if (kind === 'list') offerClaimQueue(platform, view, ends);
    if (kind === 'claim') showNotReady(ends);
  }

  /** Takes away what stands on the page, and ends what comes in its place with the next. */
  function nextShown(caseId: string | null): AbortSignal {
    shown?.end.abort();
    shown = { caseId, end: new AbortController() };
    return AbortSignal.any([signal, shown.end.signal]);
  }

  /** The stored result where there is one, otherwise a card with the button to begin. */
  function showClaim(claim: ClaimOnPage, ends: AbortSignal): void {
    const { frame } = mountPanelHost(document, ends);
    const launcher = new Launcher(frame);
    const textBox = new LastTextBox(document, ends);
    const insertText = (written: string) => textBox.insert(written);
    const report = (error: unknown) => launcher.showProblem(error instanceof Error ? error.message : String(error));
    const open = (analyseNow: boolean): void => {
      const session = {
        frame,
        claim,
        analyseNow,
        readClaimNow,
        readPagePictures,
        pageSkeleton: skeleton,
        insertText,
        onAsked,
        startTeaching,
        signal: ends,
      };
      showPanel(session, () => sendMessage('panel.load', undefined)).catch(report);
    };
    let analyse = () => open(true);
    const onAsked = (answer: () => void): void => {
      analyse = answer;
    };
    ends.addEventListener(
      'abort',
      onMessage('claim.analyse', () => analyse()),
      { once: true },
    );
    launcher.showClaim(claim, () => open(true));
    analyseForQueue(claim).catch(report);
    sendMessage('case.read', { caseId: caseIdOf(claim) }).then((stored) => stored && open(false), report);

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
      () => void settle(),
      () => void teach(),
      () => navigator.clipboard.writeText(skeleton()),
    );
    // Rejects where an update has cut this page off; a queue notices that by its own clock.
    sendMessage('queue.notReady', undefined).catch(() => undefined);
  }
}
