import { type ClaimRow, readClaimList } from '../../utils/claims/claim-list.ts';
import type { PageView } from '../../utils/claims/page/page-view.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Platform } from '../../utils/platforms/platform.ts';
import { receivedAbout } from './answers-of-page.ts';
import type { ClaimRows } from './claim-rows.ts';
import { Launcher } from './launcher.ts';
import { mountPanelHost } from './panel-host.ts';
import { whenPageChanges } from './when-page-changes.ts';

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
  const hide = () => {
    listShown.abort();
    frame.replaceChildren();
  };
  let listShown = new AbortController();
  const report = (error: unknown) => launcher.showProblem(error instanceof Error ? error.message : String(error));

  if (isAsked) readList();
  else launcher.showList(readList, hide);

  function readList(): void {
    listShown.abort();
    listShown = new AbortController();
    const shown = AbortSignal.any([ends, listShown.signal]);
    launcher.showReading();
    readWhenThere(shown)
      .then((rows) => {
        if (shown.aborted) return;
        if (rows.length === 0) launcher.showEmptyList(readList, hide);
        else showRows(rows, shown);
      })
      .catch(report);
  }

  function readRows(): readonly ClaimRow[] {
    const options = { view, received: receivedAbout };
    return readClaimList(document, new URL(location.href), platform, new Date(), options);
  }

  /** The claims of the list; a list may come some seconds after its page. */
  async function readWhenThere(shown: AbortSignal): Promise<readonly ClaimRow[]> {
    const deadline = performance.now() + LIST_TIMEOUT_MS;
    for (;;) {
      const rows = readRows();
      if (rows.length > 0 || shown.aborted || performance.now() > deadline) return rows;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Shows the claims, and those that come later: a list may draw only the rows that are in view. */
  function showRows(rows: readonly ClaimRow[], shown: AbortSignal): void {
    const list = launcher.showListRead({ onHide: hide, onStart });
    const add = addingNewRows(list);
    add(rows).catch(report);
    whenPageChanges(document, LOOK_AGAIN_MS, shown, () => {
      add(readRows()).catch(report);
    });
  }

  /** What gives a list those rows that it was not given before. */
  function addingNewRows(list: ClaimRows): (rows: readonly ClaimRow[]) => Promise<void> {
    const known = new Set<string>();
    return async (rows) => {
      const fresh = rows.filter(({ claimId, orderId }) => !known.has(claimId) && !(orderId && known.has(orderId)));
      if (fresh.length === 0) return;
      for (const { claimId } of fresh) known.add(claimId);
      const claimIds = fresh.map(({ claimId }) => claimId);
      const checked = await sendMessage('cases.checked', { platform: platform.id, claimIds });
      if (!ends.aborted) list.add(fresh, new Set(checked));
    };
  }

  function onStart(chosen: readonly ClaimRow[]): void {
    listShown.abort();
    const claims = chosen.map(({ claimId, orderId, link }) => ({ claimId, orderId, link }));
    sendMessage('queue.start', { platform: platform.id, pageUrl: location.href, claims }).then(
      () => launcher.showList(readList, hide),
      report,
    );
  }
}
