import type { CaseStatus } from '../../cases/case.ts';
import {
  type ClaimQueue,
  isClaimOfRow,
  nextRow,
  type QueuedClaim,
  type QueueRow,
  rowAtHand,
  withRow,
} from '../../claims/claim-queue.ts';
import { CLAIM_PAGE_TIMEOUT_SECONDS, PAUSE_BETWEEN_CLAIMS_SECONDS } from '../../limits.ts';

/** What the runner does to the world; the browser's, or a test's. */
export interface QueueWorld {
  change(change: (queue: ClaimQueue | null) => Promise<ClaimQueue | null>): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Opens a page behind the one that is looked at; the tab's id. */
  openTab(url: string): Promise<number>;
  /** Has the claim of an opened page read, as soon as that can be; may be asked any number of times. */
  readTab(tabId: number): Promise<unknown>;
  isTabOpen(tabId: number): Promise<boolean>;
  /** Closes a tab; one that is gone already is no problem. */
  closeTab(tabId: number): Promise<void>;
  statusOf(caseId: string): Promise<CaseStatus | null>;
  /** Goes on with a case that is stored as running and that nobody runs. */
  resume(caseId: string): Promise<void>;
  cancelCase(caseId: string): Promise<void>;
  /**
   * Has `step` called again soon, also after the background was ended; `false` for no more. Comes before a queue that needs
   * it is stored: the background may be ended between the two, and then nobody else would call.
   */
  keepStepping(isOn: boolean): Promise<void>;
}

/**
 * Checks the claims of a list one after the other: opens the claim's own page as the seller would, lets the content
 * script read it, closes it, waits for the analysis, pauses. Everything it knows is in the stored queue, so that it goes
 * on wherever it was cut off; every step may be repeated.
 */
export class QueueRunner {
  readonly #world: QueueWorld;

  constructor(world: QueueWorld) {
    this.#world = world;
  }

  /** Takes the place of a queue that was there. */
  async start(queue: ClaimQueue): Promise<void> {
    await this.#world.change(async (old) => {
      if (old?.tabId != null) await this.#world.closeTab(old.tabId);
      await this.#world.keepStepping(true);
      return queue;
    });
    await this.step();
  }

  /** The claim at hand is still finished. */
  async pause(): Promise<void> {
    await this.#world.change(async (queue) => (queue?.status === 'running' ? { ...queue, status: 'paused' } : queue));
  }

  async goOn(): Promise<void> {
    await this.#world.change(async (queue) => {
      if (queue?.status !== 'paused') return queue;
      await this.#world.keepStepping(true);
      return { ...queue, status: 'running', isCutOff: false };
    });
    await this.step();
  }

  /** Ends the claim at hand as well; what was found stays. */
  async cancel(): Promise<void> {
    await this.#world.change(async (queue) => {
      if (!queue || queue.status === 'done') return queue;
      const row = rowAtHand(queue);
      if (queue.tabId !== null) await this.#world.closeTab(queue.tabId);
      if (row?.caseId) await this.#world.cancelCase(row.caseId);
      const cancelled: ClaimQueue = { ...queue, status: 'cancelled', tabId: null };
      return row ? withRow(cancelled, row, { state: 'waiting' }, this.#world.now()) : cancelled;
    });
    await this.#world.keepStepping(false);
  }

  /** Whether a tab is the queue's own and shows the claim that it was opened for; another claim ends the row. */
  async wants(tabId: number, claim: Pick<QueuedClaim, 'claimId'> & { readonly orderId: string }): Promise<boolean> {
    let isWanted = false;
    await this.#world.change(async (queue) => {
      const row = queue && this.#rowOpenedIn(queue, tabId);
      if (!queue || !row) return queue;
      isWanted = isClaimOfRow(row, claim);
      return isWanted ? queue : this.#endRow(queue, row, 'other-claim');
    });
    return isWanted;
  }

  /** The page in a tab has shown no claim. */
  async heardNotReady(tabId: number, reason = 'claim-page-not-ready'): Promise<void> {
    await this.#world.change(async (queue) => {
      const row = queue && this.#rowOpenedIn(queue, tabId);
      return queue && row ? this.#endRow(queue, row, reason) : queue;
    });
  }

  /** The claim of a tab is stored and its analysis has begun: the page is needed no more. */
  async heardAnalysis(tabId: number, caseId: string): Promise<void> {
    await this.#world.change(async (queue) => {
      const row = queue && this.#rowOpenedIn(queue, tabId);
      if (!queue || !row) return queue;
      await this.#world.closeTab(tabId);
      return withRow({ ...queue, tabId: null }, row, { state: 'analysing', caseId }, this.#world.now());
    });
  }

  /** Looks at how things stand and does what is next. */
  async step(): Promise<void> {
    await this.#world.change(async (queue) => {
      if (!queue) return queue;
      const row = rowAtHand(queue);
      const next = row ? await this.#follow(queue, row) : await this.#begin(queue);
      await this.#world.keepStepping(
        next.status === 'running' || (next.status === 'paused' && rowAtHand(next) !== null),
      );
      return next;
    });
  }

  async #follow(queue: ClaimQueue, row: QueueRow): Promise<ClaimQueue> {
    if (row.state === 'opening') {
      if (queue.tabId === null || !(await this.#world.isTabOpen(queue.tabId)))
        return this.#endRow(queue, row, 'claim-page-closed');
      await this.#world.readTab(queue.tabId);
      const elapsedMs = this.#world.now() - queue.since;
      return elapsedMs > CLAIM_PAGE_TIMEOUT_SECONDS * 1000 ? this.#endRow(queue, row, 'claim-page-not-ready') : queue;
    }
    const status = row.caseId === null ? null : await this.#world.statusOf(row.caseId);
    if (status === 'done') return withRow(queue, row, { state: 'done' }, this.#world.now());
    if (status === 'running') {
      await this.#world.resume(row.caseId as string);
      return queue;
    }
    return this.#endRow(queue, row, status === 'cancelled' ? 'claim-cancelled' : 'claim-interrupted');
  }

  async #begin(queue: ClaimQueue): Promise<ClaimQueue> {
    if (queue.status !== 'running') return queue;
    const row = nextRow(queue);
    if (!row) return { ...queue, status: 'done' };
    const isFirst = queue.rows[0] === row;
    if (!isFirst && this.#world.now() - queue.since < PAUSE_BETWEEN_CLAIMS_SECONDS * 1000) return queue;
    const caseId = `${queue.platform}:${row.claimId}`;
    // Analysed before: its result is in the history, and its page is left alone.
    if ((await this.#world.statusOf(caseId)) === 'done')
      return { ...withRow(queue, row, { state: 'done', caseId }, queue.since) };
    if (row.link === null) return this.#endRow(queue, row, 'claim-without-link');
    const tabId = await this.#world.openTab(row.link);
    return withRow({ ...queue, tabId }, row, { state: 'opening' }, this.#world.now());
  }

  async #endRow(queue: ClaimQueue, row: QueueRow, reason: string): Promise<ClaimQueue> {
    if (queue.tabId !== null) await this.#world.closeTab(queue.tabId);
    return withRow({ ...queue, tabId: null }, row, { state: 'problem', problem: { reason } }, this.#world.now());
  }

  #rowOpenedIn(queue: ClaimQueue, tabId: number): QueueRow | null {
    const row = rowAtHand(queue);
    return queue.tabId === tabId && row?.state === 'opening' ? row : null;
  }
}
