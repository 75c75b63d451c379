import { readClaimList } from '../../utils/claims/claim-list.ts';
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

/** The card on a list of claims: reads the list at a click, says how many claims it has, and at another begins. */
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
    const claims = readClaimList(document, url, platform, new Date(), { view, received: answersAbout }).map(
      ({ claimId, orderId, link }) => ({ claimId, orderId, link }),
    );
    launcher.showListRead(claims.length, readList, () => {
      const start = { platform: platform.id, pageUrl: url.href, claims };
      sendMessage('queue.start', start).then(() => launcher.showList(readList, hide), report);
    });
  }
}
