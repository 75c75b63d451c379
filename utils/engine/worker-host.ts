import { GIVEN_UP, type PictureProblem } from '../cases/case.ts';
import { type CaseDatabase, HISTORY_DATABASE } from '../cases/database.ts';
import { historyProblemOf, historyProblemOfText } from '../cases/history-problem.ts';
import { setCaseStatus, writeResult } from '../cases/write-results.ts';
import { CHECK_TIMEOUT_SECONDS, IDLE_WORKER_SECONDS, MAX_QUEUED_CASES, MAX_WORKER_RESTARTS } from '../limits.ts';
import type { WorkerEvent, WorkerRequest } from './worker-protocol.ts';

export interface WorkerHostOptions {
  makeWorker(): Worker;
  database(): Promise<CaseDatabase>;
  now(): string;
  /**
   * Told after the database holds the change.
   * @param problem what happened where the database could not take it: nobody would read it there
   */
  onChanged(caseId: string, problem?: PictureProblem): void;
}

interface RunningCase {
  readonly caseId: string;
  restarts: number;
  /** The check that is running, for the record when it has to be given up. */
  check: { readonly pictureId: string; readonly check: string } | null;
}

/**
 * Feeds cases to one analysis worker, one at a time, and outlives it: a check that hangs or crashes the worker is
 * recorded as failed, the worker is started anew and the case goes on with what is left. Cancelling ends the worker.
 */
export class WorkerHost {
  readonly #options: WorkerHostOptions;
  readonly #queue: string[] = [];
  readonly #closing = new Set<string>();
  #worker: Worker | null = null;
  #running: RunningCase | null = null;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkerHostOptions) {
    this.#options = options;
  }

  /** Takes a case into the queue; does nothing where it is there already. */
  run(caseId: string): void {
    if (this.isRunning(caseId)) return;
    if (this.#queue.length >= MAX_QUEUED_CASES) throw new Error(`More than ${MAX_QUEUED_CASES} claims are waiting`);
    this.#queue.push(caseId);
    this.#next();
  }

  isRunning(caseId: string): boolean {
    return this.#running?.caseId === caseId || this.#queue.includes(caseId) || this.#closing.has(caseId);
  }

  /** Ends a case where it stands; what it has found stays. */
  async cancel(caseId: string): Promise<void> {
    if (!this.isRunning(caseId)) return;
    const place = this.#queue.indexOf(caseId);
    if (place >= 0) this.#queue.splice(place, 1);
    else this.#endWorker();
    await this.#close(caseId, 'cancelled');
    this.#next();
  }

  #next(): void {
    if (this.#running) return;
    clearTimeout(this.#idle);
    const caseId = this.#queue.shift();
    if (caseId === undefined) {
      this.#idle = setTimeout(() => this.#endWorker(), IDLE_WORKER_SECONDS * 1000);
      return;
    }
    this.#running = { caseId, restarts: 0, check: null };
    this.#send(caseId);
  }

  #send(caseId: string): void {
    const request: WorkerRequest = { type: 'analyse-case', caseId, database: HISTORY_DATABASE };
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    const worker = this.#options.makeWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerEvent>) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#giveUpCheck('worker-crashed', { detail: event.message ?? '' });
    });
    return worker;
  }

  #hear(event: WorkerEvent): void {
    const running = this.#running;
    if (!running || !('caseId' in event) || event.caseId !== running.caseId) return;
    switch (event.type) {
      case 'case-changed':
        this.#options.onChanged(event.caseId);
        return;
      case 'check-started':
        running.check = { pictureId: event.pictureId, check: event.check };
        clearTimeout(this.#watchdog);
        this.#watchdog = setTimeout(
          () => this.#giveUpCheck('check-timed-out', { seconds: CHECK_TIMEOUT_SECONDS }),
          CHECK_TIMEOUT_SECONDS * 1000,
        );
        return;
      case 'check-ended':
        running.check = null;
        clearTimeout(this.#watchdog);
        return;
      case 'case-ended':
        this.#running = null;
        this.#next();
        return;
      case 'case-broke':
        console.error(`Claim ${event.caseId}: ${event.detail}`);
        void this.#close(event.caseId, 'interrupted', historyProblemOfText(event.detail)).finally(() => this.#next());
        return;
    }
  }

  /** Records the running check as failed and goes on with the rest in a new worker. */
  async #giveUpCheck(reason: string, params: { readonly [key: string]: string | number }): Promise<void> {
    this.#endWorker();
    const running = this.#running;
    if (!running) return;
    const { caseId, check } = running;
    running.check = null;
    if (++running.restarts > MAX_WORKER_RESTARTS) {
      await this.#close(caseId, 'interrupted', { reason, params });
      this.#next();
      return;
    }
    if (check) {
      try {
        const database = await this.#options.database();
        const outcome = { status: 'failed', reason, params } as const;
        await writeResult(database, { ...check, caseId, version: GIVEN_UP, outcome, elapsedMs: 0 });
      } catch (error) {
        // Without that record the same check would hang again.
        await this.#close(caseId, 'interrupted', historyProblemOf(error));
        this.#next();
        return;
      }
      this.#options.onChanged(caseId);
    }
    this.#send(caseId);
  }

  async #close(
    caseId: string,
    status: 'cancelled' | 'interrupted',
    problem: PictureProblem | null = null,
  ): Promise<void> {
    // Until the database says so too: a case that is stored as running but is not is taken for one that was cut off.
    this.#closing.add(caseId);
    if (this.#running?.caseId === caseId) this.#running = null;
    try {
      await setCaseStatus(await this.#options.database(), caseId, status, this.#options.now(), problem);
      this.#options.onChanged(caseId);
    } catch (error) {
      console.error(`Claim ${caseId}: its end could not be stored`, error);
      this.#options.onChanged(caseId, historyProblemOf(error));
    } finally {
      this.#closing.delete(caseId);
    }
  }

  #endWorker(): void {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = null;
  }
}
