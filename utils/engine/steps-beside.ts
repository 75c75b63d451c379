/** The step that runs and one handed over ahead, so that the second worker need not wait while this one computes. */
const MAX_BESIDE = 2;

/** Keeps the second worker busy. */
export class StepsBeside {
  readonly #take: () => (() => Promise<void>) | null;
  readonly #running = new Set<Promise<void>>();

  constructor(take: () => (() => Promise<void>) | null) {
    this.#take = take;
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  fill(): void {
    while (this.#running.size < MAX_BESIDE) {
      const step = this.#take();
      if (!step) return;
      const running = step();
      this.#running.add(running);
      running.then(
        () => {
          this.#running.delete(running);
          this.fill();
        },
        // Whoever waits for it hears of it.
        () => undefined,
      );
    }
  }

  /** Resolves when a step has ended; never where none runs. @throws what one has thrown */
  async next(): Promise<void> {
    if (this.isIdle) return new Promise(() => undefined);
    await Promise.race(this.#running);
  }
}
