import type { PictureProblem } from '../cases/case.ts';
import { MAX_CLAIMS_IN_QUEUE } from '../limits.ts';

/** One claim of a list page, as the queue needs it. */
export interface QueuedClaim {
  readonly claimId: string;
  readonly orderId: string | null;
  /** Address of the claim's own page; null where the list has none. */
  readonly link: string | null;
}

export interface QueueRow extends QueuedClaim {
  /** `opening`: its page is open and shows no claim yet. `problem` is an end, like `done`. */
  readonly state: 'waiting' | 'opening' | 'analysing' | 'done' | 'problem';
  readonly caseId: string | null;
  /** Why it could not be checked; its texts are `problem.<reason>.*`. */
  readonly problem: PictureProblem | null;
}

/** The claims of one list page, checked one after the other. At most one of them is being checked. */
export interface ClaimQueue {
  readonly platform: string;
  readonly pageUrl: string;
  readonly status: 'running' | 'paused' | 'cancelled' | 'done';
  /** The tab that the queue has opened for the row at hand. */
  readonly tabId: number | null;
  /** When the row at hand was begun, or the last one ended; milliseconds since 1970. */
  readonly since: number;
  readonly rows: readonly QueueRow[];
  /** Whether it was paused by the end of the browser, and not by the seller. */
  readonly isCutOff?: boolean;
}

/** Whether a queue is still to be gone on with. */
export function isLiveQueue({ status }: ClaimQueue): boolean {
  return status === 'running' || status === 'paused';
}

/** A queue as it is found after the browser was closed: its tab is gone, and it waits for the seller to go on. */
export function cutOff(queue: ClaimQueue): ClaimQueue {
  const rows = queue.rows.map((row): QueueRow => (row.state === 'opening' ? { ...row, state: 'waiting' } : row));
  return { ...queue, status: 'paused', tabId: null, rows, isCutOff: true };
}

/** A queue that begins at once. Claims over the bound are left out: the list says how many it took. */
export function newQueue(platform: string, pageUrl: string, claims: readonly QueuedClaim[], now: number): ClaimQueue {
  const rows = claims.slice(0, MAX_CLAIMS_IN_QUEUE).map(
    ({ claimId, orderId, link }): QueueRow => ({
      claimId,
      orderId,
      link,
      state: 'waiting',
      caseId: null,
      problem: null,
    }),
  );
  return { platform, pageUrl, status: 'running', tabId: null, since: now, rows };
}

/** The row that is being checked; null between two of them. */
export function rowAtHand({ rows }: ClaimQueue): QueueRow | null {
  return rows.find(({ state }) => state === 'opening' || state === 'analysing') ?? null;
}

/** The row whose turn is next; null when all have had theirs. */
export function nextRow({ rows }: ClaimQueue): QueueRow | null {
  return rows.find(({ state }) => state === 'waiting') ?? null;
}

/** The queue with one row changed, and the clock set to now. */
export function withRow(queue: ClaimQueue, row: QueueRow, change: Partial<QueueRow>, now: number): ClaimQueue {
  const rows = queue.rows.map((each) => (each.claimId === row.claimId ? { ...each, ...change } : each));
  return { ...queue, rows, since: now };
}

/** Rows that have come to an end, in one way or the other. */
export function endedCount({ rows }: ClaimQueue): number {
  return rows.filter(({ state }) => state === 'done' || state === 'problem').length;
}

/** Whether a claim that a page shows is the one of this row: lists know some claims by their order only. */
export function isClaimOfRow(row: QueueRow, claim: { readonly claimId: string; readonly orderId: string }): boolean {
  return (
    row.claimId === claim.claimId ||
    row.claimId === claim.orderId ||
    (row.orderId !== null && row.orderId === claim.orderId)
  );
}
