import { browser } from 'wxt/browser';
import type { ClaimQueue } from '../../claims/claim-queue.ts';

const KEY = 'claim-queue';

let last: Promise<unknown> = Promise.resolve();

/** The queue as it stands; null where none was begun since the browser started. */
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
    if (next !== null && next !== queue) await browser.storage.session.set({ [KEY]: next });
  });
  last = changed.catch(() => undefined);
  return changed;
}

/** Calls `onChange` with the queue after each change, until the signal ends. */
export function watchQueue(onChange: (queue: ClaimQueue | null) => void, signal: AbortSignal): void {
  const follow = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && KEY in changes) void readQueue().then(onChange);
  };
  browser.storage.onChanged.addListener(follow);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(follow), { once: true });
}
