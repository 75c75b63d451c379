const CHANNEL = 'refund-lens-history';

/**
 * Tells every page and worker of the extension that cases came or went many at a time (deletion, restore, import), so
 * that lists are read again and the worker forgets the fingerprints it holds. Single cases have `case.changed`.
 */
export function tellHistoryChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `onChange` when another page or worker has told so, until the signal ends. */
export function watchHistoryChanges(onChange: () => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = onChange;
  signal?.addEventListener('abort', () => channel.close(), { once: true });
}
