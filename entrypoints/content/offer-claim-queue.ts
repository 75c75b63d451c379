import { type ClaimRow, readClaimList } from '../../utils/claims/claim-list.ts';
import type { PageView } from '../../utils/claims/page/page-view.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Platform } from '../../utils/platforms/platform.ts';
import { answersAbout } from './answers-of-page.ts';
import { Launcher } from './launcher.ts';
import { mountPanelHost } from './panel-host.ts';

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
    const url = new URL(location.href);
    const rows = readClaimList(document, url, platform, new Date(), { view, received: answersAbout });
    const onStart = (chosen: readonly ClaimRow[]): void => {
      const claims = chosen.map(({ claimId, orderId, link }) => ({ claimId, orderId, link }));
      sendMessage('queue.start', { platform: platform.id, pageUrl: url.href, claims }).then(
        () => launcher.showList(readList, hide),
        report,
      );
    };
    const actions = { onReadAgain: readList, onHide: hide, onStart };
    sendMessage('cases.checked', { platform: platform.id, claimIds: rows.map(({ claimId }) => claimId) }).then(
      (checked) => ends.aborted || launcher.showListRead(rows, new Set(checked), actions),
      report,
    );
  }
}
