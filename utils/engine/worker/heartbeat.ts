import { MAX_UNANSWERED_PINGS, WORKER_PING_SECONDS } from '../../limits.ts';

interface Heart {
  /** Asks for a sign of life. */
  ping(): void;
  /** Whether it computes and cannot answer; its time is watched elsewhere. */
  isBusy(): boolean;
  /** Called once, when too many questions in a row got no answer. */
  onSilence(): void;
}

/** Asks a worker again and again whether it is there: one that ended without an error tells nobody. */
export class Heartbeat {
  readonly #heart: Heart;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unansweredPings = 0;

  constructor(heart: Heart) {
    this.#heart = heart;
  }

  start(): void {
    this.#unansweredPings = 0;
    this.#wait();
  }

  /** To be called for everything that the worker says. */
  hear(): void {
    this.#unansweredPings = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#beat(), WORKER_PING_SECONDS * 1000);
  }

  #beat(): void {
    if (this.#heart.isBusy()) this.#unansweredPings = 0;
    else if (this.#unansweredPings >= MAX_UNANSWERED_PINGS) {
      this.#heart.onSilence();
      return;
    }
    this.#unansweredPings++;
    this.#heart.ping();
    this.#wait();
  }
}
