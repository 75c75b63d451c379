import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GIVEN_UP } from '../../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../../utils/cases/database.ts';
import { storeClaim } from '../../../../utils/cases/store-claim.ts';
import { WorkerHost } from '../../../../utils/engine/worker/worker-host.ts';
import type { WorkerEvent, WorkerRequest } from '../../../../utils/engine/worker/worker-protocol.ts';
import {
  CHECK_TIMEOUT_SECONDS,
  IDLE_WORKER_SECONDS,
  MAX_UNANSWERED_PINGS,
  MAX_WORKER_RESTARTS,
  WORKER_PING_SECONDS,
} from '../../../../utils/limits.ts';
import { claimWith } from '../../../fixtures/claim.ts';

/** Stands where the browser's worker would: keeps what it was asked and says what a test lets it say. */
class SpokenWorker extends EventTarget {
  readonly asked: WorkerRequest[] = [];
  isTerminated = false;
  /** Ended without a word: neither an error nor an answer any more. */
  isGone = false;

  postMessage(request: WorkerRequest): void {
    if (request.type !== 'ping') this.asked.push(request);
    else if (!this.isGone) this.say({ type: 'alive' });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(event: WorkerEvent): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: event }));
  }

  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' }));
  }
}

let database: CaseDatabase;
let workers: SpokenWorker[];
let host: WorkerHost;
let count = 0;
const changed: string[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  database = await openDatabase(`worker-host-${count++}`);
  for (const claimId of ['a', 'b']) await storeClaim(database, claimWith({ claimId }), [], 'now');
  workers = [];
  changed.length = 0;
  host = new WorkerHost({
    makeWorker: () => {
      const worker = new SpokenWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    database: async () => database,
    now: () => 'now',
    onChanged: (caseId, problem) => changed.push(problem ? `${caseId} ${problem.reason}` : caseId),
  });
});

afterEach(() => vi.useRealTimers());

const A = 'pinduoduo:a';
const B = 'pinduoduo:b';
const last = () => workers.at(-1) as SpokenWorker;
const askedOf = (worker: SpokenWorker) =>
  worker.asked.map((request) => (request.type === 'analyse-case' ? request.caseId : ''));
const statusOf = async (caseId: string) => (await database.get('cases', caseId))?.status;

describe('WorkerHost', () => {
  it('runs one case after the other in one worker, and each only once', () => {
    host.run(A);
    host.run(B);
    host.run(A);
    expect(askedOf(last())).toEqual([A]);
    last().say({ type: 'case-ended', caseId: A });
    expect(askedOf(last())).toEqual([A, B]);
    last().say({ type: 'case-ended', caseId: B });
    expect(workers).toHaveLength(1);
    expect(host.isRunning(A) || host.isRunning(B)).toBe(false);
  });

  it('gives up a check that hangs, records it, and goes on with the case in a new worker', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000 + 1);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    expect(workers[0]?.isTerminated).toBe(true);
    expect(askedOf(last())).toEqual([A]);
    expect(await database.get('results', [`${A}#e0`, 'metadata'])).toMatchObject({
      version: GIVEN_UP,
      outcome: { status: 'failed', reason: 'check-timed-out' },
    });
    expect(changed).toContain(A);
  });

  it('says that storage is full even where that cannot be stored, and goes on with the next case', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    host.run(A);
    host.run(B);
    last().say({ type: 'case-broke', caseId: A, detail: 'QuotaExceededError: full' });
    await vi.waitFor(() => expect(changed).toEqual([`${A} quota`]));
    await vi.waitFor(() => expect(askedOf(last())).toEqual([A, B]));
    last().say({ type: 'check-started', caseId: B, pictureId: `${B}#e0`, check: 'metadata', isBeside: false });
    last().crash();
    await vi.waitFor(() => expect(changed).toContain(`${B} quota`));
    expect(host.isRunning(A) || host.isRunning(B)).toBe(false);
    put.mockRestore();
    vi.restoreAllMocks();
  });

  it('does not give up a check that has ended', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    last().say({ type: 'check-ended', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 2000);
    expect(workers).toHaveLength(1);
  });

  it('starts a worker anew that has ended without a word between two checks, and goes on with the case', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    last().say({ type: 'check-ended', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000);
    expect(workers).toHaveLength(1);
    last().isGone = true;
    await vi.advanceTimersByTimeAsync((MAX_UNANSWERED_PINGS + 2) * WORKER_PING_SECONDS * 1000);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isTerminated).toBe(true);
    expect(askedOf(last())).toEqual([A]);
    expect(await database.count('results')).toBe(0);
  });

  it('leaves a check that computes to its own watch', async () => {
    host.run(A);
    last().isGone = true;
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'metadata', isBeside: false });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000 - 1);
    expect(workers).toHaveLength(1);
  });

  it('gives up a check that hangs in the second worker once the first one has shown that it goes on', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'visible-mark', isBeside: true });
    const here = { caseId: A, pictureId: `${A}#e1`, check: 'seen-before', isBeside: false };
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 500);
    last().say({ type: 'check-started', ...here });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 500 + 1);
    expect(workers).toHaveLength(1);
    last().say({ type: 'check-ended', ...here });
    last().say({ type: 'check-started', ...here, pictureId: `${A}#e2` });
    await vi.advanceTimersByTimeAsync(WORKER_PING_SECONDS * 1000);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    expect(askedOf(last())).toEqual([A]);
    expect((await database.getAll('results')).map(({ check }) => check)).toEqual(['visible-mark']);
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000);
    expect(workers).toHaveLength(2);
  });

  it('holds a hang of the worker against what ran in it, not against what ran beside and cannot be heard of', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'visible-mark', isBeside: true });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 500);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e1`, check: 'seen-before', isBeside: false });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000 + 1);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    expect((await database.getAll('results')).map(({ check }) => check)).toEqual(['seen-before']);
  });

  it('holds a crash of the worker against what ran in it, and one of the second worker against what ran there', async () => {
    host.run(A);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'visible-mark', isBeside: true });
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e1`, check: 'seen-before', isBeside: false });
    last().crash();
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    expect((await database.getAll('results')).map(({ check }) => check)).toEqual(['seen-before']);
    const beside = { pictureId: `${A}#e0`, check: 'visible-mark', isBeside: true };
    last().say({ type: 'check-started', caseId: A, ...beside });
    last().say({ type: 'check-broke', caseId: A, detail: 'out of memory', ...beside });
    await vi.waitFor(() => expect(workers).toHaveLength(3));
    expect(askedOf(last())).toEqual([A]);
    expect(await database.get('results', [`${A}#e0`, 'visible-mark'])).toMatchObject({
      version: GIVEN_UP,
      outcome: { status: 'failed', reason: 'worker-crashed', params: { detail: 'out of memory' } },
    });
  });

  it('does not watch over a check of a case that broke off', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    host.run(A);
    host.run(B);
    last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e0`, check: 'visible-mark', isBeside: true });
    last().say({ type: 'case-broke', caseId: A, detail: 'Error: disk' });
    await vi.waitFor(() => expect(askedOf(last())).toEqual([A, B]));
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000 + 1);
    expect(workers).toHaveLength(1);
    expect(await database.count('results')).toBe(0);
    vi.restoreAllMocks();
  });

  it('outlives a crash, and stops trying after some', async () => {
    host.run(A);
    for (let crash = 1; crash <= MAX_WORKER_RESTARTS; crash++) {
      last().say({ type: 'check-started', caseId: A, pictureId: `${A}#e${crash}`, check: 'metadata', isBeside: false });
      last().crash();
      await vi.waitFor(() => expect(workers).toHaveLength(crash + 1));
    }
    last().crash();
    await vi.waitFor(async () => expect(await statusOf(A)).toBe('interrupted'));
    expect((await database.get('cases', A))?.problem?.reason).toBe('worker-crashed');
    expect(await database.count('results')).toBe(MAX_WORKER_RESTARTS);
  });

  it('cancels the running case at once, keeps it as cancelled, and takes the next', async () => {
    host.run(A);
    host.run(B);
    await host.cancel(A);
    expect(workers[0]?.isTerminated).toBe(true);
    expect(await statusOf(A)).toBe('cancelled');
    expect(askedOf(last())).toEqual([B]);
  });

  it('is not taken for a case that was cut off while its end is being written', async () => {
    host.run(A);
    const cancelling = host.cancel(A);
    expect(host.isRunning(A)).toBe(true);
    await cancelling;
    expect(host.isRunning(A)).toBe(false);
  });

  it('takes a waiting case out of the queue without disturbing the running one', async () => {
    host.run(A);
    host.run(B);
    await host.cancel(B);
    expect(workers[0]?.isTerminated).toBe(false);
    expect(await statusOf(B)).toBe('cancelled');
    last().say({ type: 'case-ended', caseId: A });
    expect(askedOf(last())).toEqual([A]);
  });

  it('closes a case whose analysis broke, naming full storage as such', async () => {
    host.run(A);
    last().say({ type: 'case-broke', caseId: A, detail: 'QuotaExceededError: full' });
    await vi.waitFor(async () => expect(await statusOf(A)).toBe('interrupted'));
    expect((await database.get('cases', A))?.problem).toEqual({ reason: 'quota' });
  });

  describe('a check on request', () => {
    const PICTURE = `${A}#e0`;
    const CHECK = 'picture-text';
    const ask = () => {
      const ended = vi.fn();
      void host.checkPicture(A, PICTURE, CHECK).then(ended);
      return ended;
    };
    const resultOf = async () => (await database.get('results', [PICTURE, CHECK]))?.outcome;

    it('goes before the cases that wait, and is no run of the case', async () => {
      host.run(B);
      host.run(A);
      const ended = ask();
      last().say({ type: 'case-ended', caseId: B });
      expect(last().asked.map(({ type }) => type)).toEqual(['analyse-case', 'check-picture']);
      expect(ended).not.toHaveBeenCalled();
      last().say({ type: 'case-ended', caseId: A });
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      expect(askedOf(last())).toEqual([B, '', A]);
      expect(await statusOf(A)).toBe('running');
    });

    it('can be cancelled while it runs, and leaves the case as it was', async () => {
      const ended = ask();
      expect(host.isRunning(A)).toBe(false);
      host.cancelCheck(PICTURE, CHECK);
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      expect(workers[0]?.isTerminated).toBe(true);
      expect(await resultOf()).toBeUndefined();
      expect(await statusOf(A)).toBe('running');
    });

    it('can be cancelled while it waits, without disturbing what runs', async () => {
      host.run(B);
      const ended = ask();
      host.cancelCheck(PICTURE, CHECK);
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      expect(workers[0]?.isTerminated).toBe(false);
      last().say({ type: 'case-ended', caseId: B });
      expect(askedOf(last())).toEqual([B]);
    });

    it('is recorded as failed when it hangs, and is not tried again', async () => {
      const ended = ask();
      last().say({ type: 'check-started', caseId: A, pictureId: PICTURE, check: CHECK, isBeside: false });
      await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_SECONDS * 1000 + 1);
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      expect(await resultOf()).toMatchObject({ status: 'failed', reason: 'check-timed-out' });
      expect(workers).toHaveLength(1);
    });

    it.each([
      ['crashes', (worker: SpokenWorker) => worker.crash(), 'worker-crashed'],
      [
        'breaks',
        (worker: SpokenWorker) => worker.say({ type: 'case-broke', caseId: A, detail: 'Error: disk' }),
        'threw',
      ],
    ])('is recorded as failed when it %s', async (_, end, reason) => {
      const ended = ask();
      end(last());
      await vi.waitFor(() => expect(ended).toHaveBeenCalled());
      expect(await resultOf()).toMatchObject({ status: 'failed', reason });
      expect(await statusOf(A)).toBe('running');
    });
  });

  it('starts a worker ahead, has it do what comes, and ends it where nothing does', async () => {
    host.warm();
    host.warm();
    expect(workers).toHaveLength(1);
    expect(last().asked).toEqual([]);
    host.run(A);
    host.warm();
    expect(workers).toHaveLength(1);
    expect(askedOf(last())).toEqual([A]);
    last().say({ type: 'case-ended', caseId: A });
    await vi.advanceTimersByTimeAsync(IDLE_WORKER_SECONDS * 1000 + 1);
    expect(last().isTerminated).toBe(true);
    host.warm();
    expect(workers).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(IDLE_WORKER_SECONDS * 1000 + 1);
    expect(last().isTerminated).toBe(true);
  });

  it('ends a worker that has been idle', async () => {
    host.run(A);
    last().say({ type: 'case-ended', caseId: A });
    await vi.advanceTimersByTimeAsync(IDLE_WORKER_SECONDS * 1000 + 1);
    expect(workers[0]?.isTerminated).toBe(true);
    host.run(B);
    expect(workers).toHaveLength(2);
  });
});
