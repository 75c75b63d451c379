import { GIVEN_UP, type PictureProblem } from '../../cases/case.ts';
import { type CaseDatabase, HISTORY_DATABASE } from '../../cases/database.ts';
import { historyProblemOf, historyProblemOfText } from '../../cases/history-problem.ts';
import { setCaseStatus, writeResult } from '../../cases/write-results.ts';
import { CHECK_TIMEOUT_SECONDS, IDLE_WORKER_SECONDS, MAX_QUEUED_CASES, MAX_WORKER_RESTARTS } from '../../limits.ts';
import type { RunningCheck } from '../analysis.ts';
import { CheckWatches } from './check-watches.ts';
import { Heartbeat } from './heartbeat.ts';
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

/** What the worker is asked to do with a case: all of it, or one check on one of its pictures. */
interface Job {
  readonly caseId: string;
  readonly onPicture: { readonly pictureId: string; readonly check: string } | null;
  /** Called once, when the job has ended in whatever way. */
  readonly ended: () => void;
}

interface RunningJob extends Job {
  restarts: number;
}

/** What a record of a check that was given up names. */
type GivenUp = Pick<RunningCheck, 'pictureId' | 'check'>;

/**
 * Feeds cases to one analysis worker, one at a time, and outlives it: a check that hangs or crashes the worker is
 * recorded as failed, the worker is started anew and the case goes on with what is left (so does one in its second worker). So it does where the worker has
 * ended without a word between two checks. Cancelling ends the worker.
 * Between cases it runs single checks that a seller asks for.
 */
export class WorkerHost {
  readonly #options: WorkerHostOptions;
  readonly #queue: Job[] = [];
  readonly #closing = new Set<string>();
  readonly #checks = new CheckWatches(
    (check) => void this.#giveUp(check, 'check-timed-out', { seconds: CHECK_TIMEOUT_SECONDS }),
  );
  readonly #heartbeat = new Heartbeat({
    ping: () => this.#worker?.postMessage({ type: 'ping' } satisfies WorkerRequest),
    isBusy: () => this.#checks.here !== null,
    onSilence: () => void this.#giveUp(null, 'worker-crashed', { detail: 'no answer' }),
  });
  #worker: Worker | null = null;
  #running: RunningJob | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkerHostOptions) {
    this.#options = options;
  }

  /** Starts the worker for a case that is likely to come; it ends like an idle one where none does. */
  warm(): void {
    if (this.#worker || this.#running) return;
    this.#worker = this.#startWorker();
    this.#next();
  }

  /** Takes a case into the queue; does nothing where it is there already. */
  run(caseId: string): void {
    if (this.isRunning(caseId)) return;
    this.#enqueue({ caseId, onPicture: null, ended: () => undefined });
  }

  isRunning(caseId: string): boolean {
    return this.#jobs().some((job) => job.caseId === caseId && !job.onPicture) || this.#closing.has(caseId);
  }

  /** Runs one check on one picture before the cases that wait; resolves when its result is stored or it was cancelled. */
  checkPicture(caseId: string, pictureId: string, check: string): Promise<void> {
    const isAsked = this.#jobs().some((job) => isOnPicture(job, pictureId, check));
    if (isAsked) return Promise.resolve();
    return new Promise((resolve) => this.#enqueue({ caseId, onPicture: { pictureId, check }, ended: resolve }));
  }

  /** Ends a check that was asked for; does nothing where it is not running and not waiting. */
  cancelCheck(pictureId: string, check: string): void {
    const place = this.#queue.findIndex((job) => isOnPicture(job, pictureId, check));
    if (place >= 0) for (const job of this.#queue.splice(place, 1)) job.ended();
    else if (this.#running && isOnPicture(this.#running, pictureId, check)) {
      this.#endWorker();
      this.#endJob(this.#running);
    }
  }

  #jobs(): readonly Job[] {
    return this.#running ? [this.#running, ...this.#queue] : this.#queue;
  }

  #enqueue(job: Job): void {
    if (this.#queue.length >= MAX_QUEUED_CASES) throw new Error(`More than ${MAX_QUEUED_CASES} claims are waiting`);
    if (job.onPicture) this.#queue.unshift(job);
    else this.#queue.push(job);
    this.#next();
  }

  /** Ends a case where it stands; what it has found stays. */
  async cancel(caseId: string): Promise<void> {
    if (!this.isRunning(caseId)) return;
    const place = this.#queue.findIndex((job) => job.caseId === caseId && !job.onPicture);
    if (place >= 0) this.#queue.splice(place, 1);
    else this.#endWorker();
    await this.#close(caseId, 'cancelled');
    this.#next();
  }

  #next(): void {
    if (this.#running) return;
    this.#heartbeat.stop();
    clearTimeout(this.#idle);
    const job = this.#queue.shift();
    if (job === undefined) {
      this.#idle = setTimeout(() => this.#endWorker(), IDLE_WORKER_SECONDS * 1000);
      return;
    }
    this.#running = { ...job, restarts: 0 };
    this.#send(job);
  }

  /** Forgets the running job, tells whoever waits for it, and goes on with the next. */
  #endJob(job: Job): void {
    this.#checks.clear();
    this.#running = null;
    job.ended();
    this.#next();
  }

  #send({ caseId, onPicture }: Job): void {
    const request: WorkerRequest = onPicture
      ? { type: 'check-picture', caseId, ...onPicture, database: HISTORY_DATABASE }
      : { type: 'analyse-case', caseId, database: HISTORY_DATABASE };
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
    this.#heartbeat.start();
  }

  #startWorker(): Worker {
    const worker = this.#options.makeWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerEvent>) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker)
        void this.#giveUp(this.#checks.here, 'worker-crashed', { detail: event.message ?? '' });
    });
    return worker;
  }

  #hear(event: WorkerEvent): void {
    this.#heartbeat.hear();
    const running = this.#running;
    if (!running || !('caseId' in event) || event.caseId !== running.caseId) return;
    switch (event.type) {
      case 'case-changed':
        this.#options.onChanged(event.caseId);
        return;
      case 'check-started':
        this.#checks.begin(event);
        return;
      case 'check-ended':
        this.#checks.end(event);
        return;
      case 'check-broke':
        void this.#giveUp(event, 'worker-crashed', { detail: event.detail });
        return;
      case 'case-ended':
        this.#endJob(running);
        return;
      case 'case-broke':
        console.error(`Claim ${event.caseId}: ${event.detail}`);
        if (running.onPicture) void this.#failOnPicture(running, running.onPicture, event.detail);
        else
          void this.#close(event.caseId, 'interrupted', historyProblemOfText(event.detail)).finally(() => this.#next());
        return;
    }
  }

  /**
   * Records a check as failed and goes on with the rest in a new worker; one that ran beside it is run again.
   * @param culprit null where none was running, and none has to be recorded
   */
  async #giveUp(
    culprit: GivenUp | null,
    reason: string,
    params: { readonly [key: string]: string | number },
  ): Promise<void> {
    this.#endWorker();
    const running = this.#running;
    if (!running) return;
    const { caseId, onPicture } = running;
    const check = culprit ?? onPicture;
    if (!onPicture && ++running.restarts > MAX_WORKER_RESTARTS) {
      await this.#close(caseId, 'interrupted', { reason, params });
      this.#next();
      return;
    }
    if (check) {
      try {
        const { pictureId, check: id } = check;
        await this.#recordFailure(caseId, { pictureId, check: id }, { reason, params });
      } catch (error) {
        // Without that record the same check would hang again.
        if (onPicture) this.#endJob(running);
        else {
          await this.#close(caseId, 'interrupted', historyProblemOf(error));
          this.#next();
        }
        return;
      }
    }
    if (onPicture) this.#endJob(running);
    else this.#send(running);
  }

  async #failOnPicture(job: Job, check: NonNullable<Job['onPicture']>, detail: string): Promise<void> {
    try {
      await this.#recordFailure(job.caseId, check, { reason: 'threw', params: { detail } });
    } finally {
      this.#endJob(job);
    }
  }

  async #recordFailure(
    caseId: string,
    check: { readonly pictureId: string; readonly check: string },
    problem: PictureProblem,
  ): Promise<void> {
    const outcome = { status: 'failed' as const, ...problem };
    await writeResult(await this.#options.database(), {
      ...check,
      caseId,
      version: GIVEN_UP,
      outcome,
      elapsedMs: 0,
    });
    this.#options.onChanged(caseId);
  }

  async #close(
    caseId: string,
    status: 'cancelled' | 'interrupted',
    problem: PictureProblem | null = null,
  ): Promise<void> {
    // Until the database says so too: a case that is stored as running but is not is taken for one that was cut off.
    this.#closing.add(caseId);
    if (this.#running?.caseId === caseId && !this.#running.onPicture) {
      this.#checks.clear();
      this.#running = null;
    }
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
    this.#checks.clear();
    this.#heartbeat.stop();
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function isOnPicture({ onPicture }: Job, pictureId: string, check: string): boolean {
  return onPicture?.pictureId === pictureId && onPicture.check === check;
}
