import type { Platform } from '../../platforms/platform.ts';
import type { ClaimReading } from '../read-claim.ts';
import { saySomethingNew } from './say-something-new.ts';

/** How long a page must be still before it is read. */
const QUIET_MS = 300;
/** When a page that is not ready is looked at again without a change; twice as long each time. */
const FIRST_LOOK_AGAIN_MS = 500;
/** The longest that changes can put off a reading. */
const MAX_DELAY_MS = 1_200;
/** How long a page may take; slow seller centers need 9 to 13 seconds. */
const TIMEOUT_MS = 15_000;
/** How long a page that has received its claim may take to show it: what is shown corrects the data. */
const DATA_ALONE_MS = 4_000;

export interface SettleOptions {
  readonly document: Document;
  /** The address at the time of the call: it changes without a new document. */
  readonly url: () => URL;
  readonly platform: Platform;
  /** Reads the page; `readClaim` with everything but the page bound. */
  readonly read: (url: URL) => ClaimReading;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  /** How long a page that shows several claims is waited for to open one of them. */
  readonly openingMs?: number;
  /** How long a claim that lacks its pictures, its amount or its reason is waited for to show them. */
  readonly patienceMs?: number;
}

/**
 * Waits until the page shows the claim of its address and has stopped adding to it, then gives that reading; after the
 * time is up, the last one. Costs next to nothing while the page changes: changes only set a timer, reading happens
 * when the page is still, and an address that is no claim page is answered at once.
 * @throws the signal's reason when it is aborted, and whatever `read` throws
 */
export function whenClaimSettles(options: SettleOptions): Promise<ClaimReading> {
  const { document, url, platform, read, signal, timeoutMs = TIMEOUT_MS, openingMs = 0, patienceMs = 0 } = options;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    if (platform.page(url()) === null) return resolve(read(url()));
    let last: ClaimReading | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let firstChangeAt: number | null = null;
    let firstReadyAt: number | null = null;
    const begunAt = performance.now();
    let lookAgainMs = FIRST_LOOK_AGAIN_MS;
    const observer = new MutationObserver(onChange);
    const deadline = setTimeout(() => readNow(finish), timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    observer.observe(document, { subtree: true, childList: true, characterData: true, characterDataOldValue: true });
    readWhenStill(0);

    function onChange(changes: readonly MutationRecord[]): void {
      if (!saySomethingNew(changes)) return;
      firstChangeAt ??= performance.now();
      const waitedMs = performance.now() - firstChangeAt;
      readWhenStill(Math.min(QUIET_MS, Math.max(0, MAX_DELAY_MS - waitedMs)));
    }

    function readWhenStill(delayMs: number): void {
      clearTimeout(timer);
      timer = setTimeout(() => readNow(consider), delayMs);
    }

    function consider(reading: ClaimReading): void {
      firstChangeAt = null;
      if (reading.ready) firstReadyAt ??= performance.now();
      const waitedMs = performance.now() - (firstReadyAt ?? 0);
      const isAwaited = (!isWhole(reading) && waitedMs < patienceMs) || (!isShown(reading) && waitedMs < DATA_ALONE_MS);
      const isOpening =
        !reading.ready && reading.reason === 'several-claims' && performance.now() - begunAt < openingMs;
      const isOver = isSameClaim(last, reading) && !isAwaited && !isOpening;
      last = reading;
      if (isOver) finish(reading);
      // A second, equal reading shows that nothing more arrives.
      else if (reading.ready || (reading.reason !== 'page-not-ready' && !isOpening)) readWhenStill(QUIET_MS);
      else {
        // What frames and shadow roots add is no change of this document.
        readWhenStill(lookAgainMs);
        lookAgainMs *= 2;
      }
    }

    /** Whoever waits hears of a page that cannot be read, too. */
    function readNow(use: (reading: ClaimReading) => void): void {
      try {
        use(read(url()));
      } catch (error) {
        stop();
        reject(error);
      }
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

/** Whether a reading has what a claim is judged by. */
function isWhole(reading: ClaimReading): boolean {
  return !reading.ready || !reading.claim.missing.some((field) => /^(?:evidence|amount|reason)$/.test(field));
}

/** Whether the page shows anything of a claim that was read, or was taught to. */
function isShown(reading: ClaimReading): boolean {
  const isData = ({ via }: { via: string }) => via === 'url' || via === 'page-json' || via === 'inline-json';
  return !reading.ready || !Object.values(reading.claim.fieldSources).every(isData);
}

/** Whether two readings say the same, apart from the time at which they were made and what a countdown showed then. */
function isSameClaim(before: ClaimReading | null, after: ClaimReading): boolean {
  if (before === null || before.ready !== after.ready) return false;
  if (!before.ready || !after.ready)
    return !after.ready && after.reason !== 'page-not-ready' && !before.ready && before.reason === after.reason;
  const withoutTime = ({ claim }: typeof before) => {
    const { deadline: _countdown, ...fieldSources } = claim.fieldSources;
    return JSON.stringify({ ...claim, fieldSources, readAt: null, deadline: null });
  };
  return withoutTime(before) === withoutTime(after);
}
