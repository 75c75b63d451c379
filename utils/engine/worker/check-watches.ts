import { CHECK_TIMEOUT_SECONDS, WORKER_PING_SECONDS } from '../../limits.ts';
import type { RunningCheck } from '../analysis.ts';

type Timer = ReturnType<typeof setTimeout>;

/** The checks that are running, one in each of the analysis worker's places at most, and the watch over each. */
export class CheckWatches {
  readonly #checks = new Map<string, { readonly running: RunningCheck; watchdog: Timer }>();
  readonly #onTimedOut: (check: RunningCheck) => void;

  /** @param onTimedOut called with a check that has run for `CHECK_TIMEOUT_SECONDS` and is still watched */
  constructor(onTimedOut: (check: RunningCheck) => void) {
    this.#onTimedOut = onTimedOut;
  }

  /** The check that the analysis worker itself is running; one in its second worker leaves it free to answer. */
  get here(): RunningCheck | null {
    for (const { running } of this.#checks.values()) if (!running.isBeside) return running;
    return null;
  }

  begin(check: RunningCheck): void {
    const onTime = (): void => (check.isBeside ? this.#whenWorkerAnswers(check, this.here) : this.#onTimedOut(check));
    this.#checks.set(keyOf(check), { running: check, watchdog: setTimeout(onTime, CHECK_TIMEOUT_SECONDS * 1000) });
  }

  end(check: RunningCheck): void {
    clearTimeout(this.#checks.get(keyOf(check))?.watchdog);
    this.#checks.delete(keyOf(check));
  }

  clear(): void {
    for (const { watchdog } of this.#checks.values()) clearTimeout(watchdog);
    this.#checks.clear();
  }

  /**
   * The end of a check in the second worker is told by the analysis worker: while that is at one and the same check, nobody
   * knows which of the two hangs, and the watch over that one decides.
   */
  #whenWorkerAnswers(check: RunningCheck, busyWith: RunningCheck | null): void {
    const watched = this.#checks.get(keyOf(check));
    if (!watched) return;
    const { here } = this;
    if (!busyWith || !here || keyOf(here) !== keyOf(busyWith)) this.#onTimedOut(check);
    else watched.watchdog = setTimeout(() => this.#whenWorkerAnswers(check, busyWith), WORKER_PING_SECONDS * 1000);
  }
}

function keyOf({ check, pictureId }: RunningCheck): string {
  return `${check} ${pictureId}`;
}
