import { setTimeout as delay } from 'node:timers/promises';

const POLL_INTERVAL_MS = 50;

/**
 * Asks until the answer is not empty.
 * @throws when the time is over
 */
export async function until<T>(ask: () => Promise<T | null | false>, timeoutMs = 60_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error('It did not come');
    await delay(POLL_INTERVAL_MS);
  }
}
