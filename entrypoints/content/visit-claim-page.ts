import { caseIdOf } from '../../utils/claims/claim.ts';
import { browserPageView } from '../../utils/claims/page-view.ts';
import { type ClaimReading, readClaim } from '../../utils/claims/read-claim.ts';
import { whenClaimSettles } from '../../utils/claims/when-claim-settles.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Platform } from '../../utils/platforms/platform.ts';
import { Launcher } from './launcher.ts';
import { mountPanelHost } from './panel-host.ts';
import { showPanel } from './panel-session.ts';
import { readPagePictures } from './read-page-pictures.ts';
import { shadowRootOf } from './shadow-root-of.ts';

/** One visit to a refund page, from its address to the moment that the address changes. */
export function visitClaimPage(platform: Platform, url: URL, signal: AbortSignal): void {
  const view = browserPageView(shadowRootOf);
  const read = (): ClaimReading => readClaim(document, url, platform, new Date(), { view });
  let shownCase: string | null = null;
  let visit: AbortController | null = null;

  whenClaimSettles({ document, read, signal, view }, (reading) => {
    const caseId = reading.ready ? caseIdOf(reading.claim) : null;
    if (caseId === shownCase) return;
    visit?.abort();
    shownCase = caseId;
    if (!reading.ready) return;
    visit = new AbortController();
    beginClaim(reading.claim, AbortSignal.any([signal, visit.signal]));
  });

  /** Mounts the panel: the stored result where there is one, otherwise a card with the button to begin. */
  function beginClaim(claim: Parameters<typeof readPagePictures>[0], claimSignal: AbortSignal): void {
    const host = mountPanelHost(document);
    claimSignal.addEventListener('abort', () => host.remove(), { once: true });
    const launcher = new Launcher(host.frame, claim, () => open(true));
    sendMessage('case.read', { caseId: caseIdOf(claim) }).then((stored) => stored && open(false), report);

    function open(analyseNow: boolean): Promise<void> {
      const readClaimNow = () => {
        const reading = read();
        return reading.ready && caseIdOf(reading.claim) === caseIdOf(claim) ? reading.claim : null;
      };
      const session = { frame: host.frame, claim, analyseNow, readClaimNow, readPagePictures, signal: claimSignal };
      return showPanel(session, () => sendMessage('panel.load', undefined)).catch(report);
    }

    function report(error: unknown): void {
      launcher.showProblem(error instanceof Error ? error.message : String(error));
    }
  }
}
