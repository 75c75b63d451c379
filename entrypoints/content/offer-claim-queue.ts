import { type ClaimRow, readClaimList } from '../../utils/claims/claim-list.ts';
import type { PageView } from '../../utils/claims/page/page-view.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Platform } from '../../utils/platforms/platform.ts';
import { receivedAbout } from './answers-of-page.ts';
import { Launcher } from './launcher.ts';
import { mountPanelHost } from './panel-host.ts';

/** How long a list without a claim is waited for, and how often it is looked at. */
const LIST_TIMEOUT_MS = 5_000;
const LOOK_AGAIN_MS = 400;

interface ListPage {
  readonly platform: Platform;
  readonly view: PageView;
  /** The seller has clicked for the list already. */
  readonly isAsked: boolean;
}

/** The card on a list of claims: reads the list at a click, lets the seller choose, and at another click begins. */
export function offerClaimQueue({ platform, view, isAsked }: ListPage, ends: AbortSignal): void {
  const { frame } = mountPanelHost(document, ends);
  const launcher = new Launcher(frame);
  // It covers a part of a list on which people work all day.
  const hide = () => frame.replaceChildren();
  const report = (error: unknown) => launcher.showProblem(error instanceof Error ? error.message : String(error));

  if (isAsked) readList();
  else launcher.showList(readList, hide);

  function readList(): void {
    launcher.showReading();
    readWhenThere().then(showRows).catch(report);
  }

  /** The claims of the list; a list may come some seconds after its page. */
  async function readWhenThere(): Promise<readonly ClaimRow[]> {
    const deadline = performance.now() + LIST_TIMEOUT_MS;
    for (;;) {
      const options = { view, received: receivedAbout };
      const rows = readClaimList(document, new URL(location.href), platform, new Date(), options);
      if (rows.length > 0 || ends.aborted || performance.now() > deadline) return rows;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  async function showRows(rows: readonly ClaimRow[]): Promise<void> {
    const claimIds = rows.map(({ claimId }) => claimId);
    const checked = await sendMessage('cases.checked', { platform: platform.id, claimIds });
    if (ends.aborted) return;
    launcher.showListRead(rows, new Set(checked), { onReadAgain: readList, onHide: hide, onStart });
  }

  function onStart(chosen: readonly ClaimRow[]): void {
    const claims = chosen.map(({ claimId, orderId, link }) => ({ claimId, orderId, link }));
    sendMessage('queue.start', { platform: platform.id, pageUrl: location.href, claims }).then(
      () => launcher.showList(readList, hide),
      report,
    );
  }
}
