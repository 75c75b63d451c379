import { useEffect, useState } from 'react';
import type { ClaimQueue } from '../../utils/claims/claim-queue.ts';
import { readQueue, watchQueue } from '../../utils/engine/queue/queue-store.ts';

/** The queue of claims as it stands, followed while this page is open. */
export function useQueue(): ClaimQueue | null {
  const [queue, setQueue] = useState<ClaimQueue | null>(null);
  useEffect(() => {
    const watching = new AbortController();
    watchQueue(setQueue, watching.signal);
    void readQueue().then(setQueue);
    return () => watching.abort();
  }, []);
  return queue;
}
