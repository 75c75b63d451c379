import { browser } from 'wxt/browser';
import { type ClaimQueue, cutOff, isLiveQueue } from '../../claims/claim-queue.ts';

const KEY = 'claim-queue';

/** Where a queue that is not done stands for the time after the browser was closed; see `takeUpQueue`. */
export const UNFINISHED_QUEUE_KEY = 'unfinished-claim-queue';

let last: Promise<unknown> = Promise.resolve();

/** The queue as it stands; null where none was begun, or left unfinished, since the browser started. */
export async function readQueue(): Promise<ClaimQueue | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as ClaimQueue | undefined) ?? null;
}

/**
 * Changes the queue, one change after the other. It is kept outside of memory, since the background is ended whenever
 * the browser likes. Only the background calls this.
 */
export function changeQueue(change: (queue: ClaimQueue | null) => Promise<ClaimQueue | null>): Promise<void> {
  const changed = last.then(async () => {
    const queue = await readQueue();
    const next = await change(queue);
    if (next === null || next === queue) return;
    await browser.storage.session.set({ [KEY]: next });
    // On the disk only while there is something to go on with.
    if (isLiveQueue(next)) await browser.storage.local.set({ [UNFINISHED_QUEUE_KEY]: next });
    else await browser.storage.local.remove(UNFINISHED_QUEUE_KEY);
  });
  last = changed.catch(() => undefined);
  return changed;
}

/**
 * Takes up the queue that the end of the browser has cut off, paused: pages open only when the seller says so. Called
 * whenever the background begins; does nothing where there is a queue of this session.
 */
export function takeUpQueue(): Promise<void> {
  return changeQueue(async (queue) => {
    if (queue !== null) return queue;
    const left = (await browser.storage.local.get(UNFINISHED_QUEUE_KEY))[UNFINISHED_QUEUE_KEY];
    return left === undefined ? null : cutOff(left as ClaimQueue);
  });
}

/** Calls `onChange` with the queue after each change, until the signal ends. */
export function watchQueue(onChange: (queue: ClaimQueue | null) => void, signal: AbortSignal): void {
  const follow = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && KEY in changes) void readQueue().then(onChange);
  };
  browser.storage.onChanged.addListener(follow);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(follow), { once: true });
}
