import type { Platform } from '../platforms/platform.ts';
import type { ClaimReading } from './read-claim.ts';

/** How long a page must be still before it is read. A running countdown changes a page every second. */
const QUIET_MS = 300;
/** The longest that changes can put off a reading. */
const MAX_DELAY_MS = 1_200;
/** How long a page may take; slow seller centers need 9 to 13 seconds. */
const TIMEOUT_MS = 15_000;

export interface SettleOptions {
  readonly document: Document;
  /** The address at the time of the call: it changes without a new document. */
  readonly url: () => URL;
  readonly platform: Platform;
  /** Reads the page; `readClaim` with everything but the page bound. */
  readonly read: (url: URL) => ClaimReading;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/**
 * Waits until the page shows the claim of its address and has stopped adding to it, then gives that reading; after the
 * time is up, the last one. Costs next to nothing while the page changes: changes only set a timer, reading happens
 * when the page is still, and an address that is no claim page is answered at once.
 * @throws the signal's reason when it is aborted
 */
export function whenClaimSettles(options: SettleOptions): Promise<ClaimReading> {
  const { document, url, platform, read, signal, timeoutMs = TIMEOUT_MS } = options;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (platform.page(url()) === null) return resolve(read(url()));
    let last: ClaimReading | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let firstChangeAt: number | null = null;
    const observer = new MutationObserver(onChange);
    const deadline = setTimeout(() => finish(last ?? read(url())), timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    readWhenStill(0);

    function onChange(): void {
      firstChangeAt ??= performance.now();
      const waitedMs = performance.now() - firstChangeAt;
      readWhenStill(Math.min(QUIET_MS, Math.max(0, MAX_DELAY_MS - waitedMs)));
    }

    function readWhenStill(delayMs: number): void {
      clearTimeout(timer);
      timer = setTimeout(() => {
        firstChangeAt = null;
        const reading = read(url());
        if (isSameClaim(last, reading)) return finish(reading);
        last = reading;
        // A second, equal reading shows that nothing more arrives.
        if (reading.ready || reading.reason !== 'page-not-ready') readWhenStill(QUIET_MS);
      }, delayMs);
    }

    function onAbort(): void {
      stop();
      reject(signal.reason);
    }

    function finish(reading: ClaimReading): void {
      stop();
      resolve(reading);
    }

    function stop(): void {
      clearTimeout(timer);
      clearTimeout(deadline);
      observer.disconnect();
      signal.removeEventListener('abort', onAbort);
    }
  });
}

/** Whether two readings say the same, apart from the time at which they were made. */
function isSameClaim(before: ClaimReading | null, after: ClaimReading): boolean {
  if (before === null || before.ready !== after.ready) return false;
  if (!before.ready || !after.ready)
    return !after.ready && after.reason !== 'page-not-ready' && !before.ready && before.reason === after.reason;
  const withoutTime = (reading: typeof before) => JSON.stringify({ ...reading.claim, readAt: null, deadline: null });
  return withoutTime(before) === withoutTime(after);
}
