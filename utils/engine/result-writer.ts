import type { StoredResult } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { writeResults } from '../cases/write-results.ts';

/** Between two writes of results without a finding: a person who watches a figure change needs no more. */
const WRITE_INTERVAL_MS = 400;

/**
 * Writes the results of one case, quick ones a few at a time: a transaction, and a panel that reads the case anew, cost
 * more than most checks. What is found is written at once. Nothing is told before it is in the database.
 */
export class ResultWriter {
  readonly #database: CaseDatabase;
  readonly #onWritten: () => void;
  #waiting: StoredResult[] = [];
  #writing: Promise<void> = Promise.resolve();
  #lastWriteAt = Number.NEGATIVE_INFINITY;

  constructor(database: CaseDatabase, onWritten: () => void) {
    this.#database = database;
    this.#onWritten = onWritten;
  }

  /**
   * Takes results of one picture. With a finding among them all that waits is written before anything else is done: a
   * transaction gets no further while this thread decodes and computes.
   * @throws what the database threw, at this writing or at an earlier one
   */
  async add(...results: readonly StoredResult[]): Promise<void> {
    this.#waiting.push(...results);
    if (results.some(({ outcome }) => outcome.status === 'done' && outcome.findings.length > 0)) await this.flush();
    else if (this.#isDue()) this.startWriting();
  }

  /**
   * To be called before something that takes long: what was found in passing is shown first.
   * @throws what the database threw at this writing or an earlier one
   */
  async settle(): Promise<void> {
    if (this.#isDue()) this.startWriting();
    await this.#writing;
  }

  #isDue(): boolean {
    return performance.now() - this.#lastWriteAt >= WRITE_INTERVAL_MS;
  }

  /** Has what waits written while something else is done. */
  startWriting(): void {
    if (this.#waiting.length === 0) return;
    const results = this.#waiting;
    this.#waiting = [];
    this.#lastWriteAt = performance.now();
    this.#writing = this.#writing.then(() => writeResults(this.#database, results)).then(this.#onWritten);
    // Whoever flushes next hears of it.
    this.#writing.catch(() => undefined);
  }

  /** Resolves when everything is written. */
  async flush(): Promise<void> {
    this.startWriting();
    await this.#writing;
  }
}
