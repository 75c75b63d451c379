import type { StoredResult } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { writeResults } from '../cases/write-results.ts';

/** Between two writes of results without a finding: as often as a person sees a figure change. */
const WRITE_INTERVAL_MS = 100;

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

  /** @throws what the database threw, at this result's writing or at an earlier one */
  async add(result: StoredResult): Promise<void> {
    this.#waiting.push(result);
    if (result.outcome.status === 'done' && result.outcome.findings.length > 0) await this.flush();
    else if (performance.now() - this.#lastWriteAt >= WRITE_INTERVAL_MS) this.startWriting();
  }

  /** Has what waits written while the next check runs. */
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
