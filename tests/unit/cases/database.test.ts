import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { historyDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { historyProblemOf, historyProblemOfText } from '../../../utils/cases/history-problem.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { claimWith } from '../../fixtures/claim.ts';

let count = 0;

describe('the history', () => {
  it('gives way to a newer version in another tab, and says so to its own page', async () => {
    const name = `database-${count++}`;
    const onClosed = vi.fn();
    const older = await openDatabase(name, onClosed);
    await storeClaim(older, claimWith(), [], 'now');
    const newer = await openDB(name, older.version + 1);
    expect(onClosed).toHaveBeenCalledOnce();
    expect(await newer.count('cases')).toBe(1);
    newer.close();
  });

  it('of a newer version is left alone by an older program, with a line that says what to do', async () => {
    const name = `database-${count++}`;
    const current = await openDatabase(name);
    await storeClaim(current, claimWith(), [], 'now');
    const { version } = current;
    current.close();
    (await openDB(name, version + 1)).close();
    const error = await openDatabase(name).catch((thrown: unknown) => thrown);
    expect(historyProblemOf(error)).toEqual({ reason: 'history-newer' });
    const later = await openDB(name);
    expect([later.version, await later.count('cases')]).toEqual([version + 1, 1]);
    later.close();
  });

  it('is one for two tabs: what one writes the other reads', async () => {
    const name = `database-${count++}`;
    const [first, second] = [await openDatabase(name), await openDatabase(name)];
    await Promise.all([
      storeClaim(first, claimWith({ claimId: '1' }), [], 'now'),
      storeClaim(second, claimWith({ claimId: '2' }), [], 'now'),
      storeClaim(second, claimWith({ claimId: '1' }), [], 'now'),
    ]);
    expect(await first.getAllKeys('summaries')).toEqual(['pinduoduo:1', 'pinduoduo:2']);
    expect(await second.getAllKeys('cases')).toEqual(['pinduoduo:1', 'pinduoduo:2']);
  });
});

describe('a browser that does not answer', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('keeps nobody waiting without end, and whoever asks again is not held up by it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const silent = vi.spyOn(indexedDB, 'open').mockReturnValueOnce(new IDBOpenDBRequest());
    const error = historyDatabase().catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(historyProblemOf(await error)).toEqual({ reason: 'history-silent' });
    expect(historyProblemOfText(String(await error))).toEqual({ reason: 'history-silent' });
    vi.useRealTimers();
    (await historyDatabase()).close();
    expect(silent).toHaveBeenCalledTimes(2);
  });
});

describe('a failure of storage', () => {
  it.each([
    ['QuotaExceededError', 'quota'],
    ['InvalidStateError', 'history-refused'],
    ['SecurityError', 'history-refused'],
    ['VersionError', 'history-newer'],
    ['UnknownError', 'disk'],
  ])('called %s is a line for a person', (name, reason) => {
    expect(historyProblemOf(new DOMException('x', name))).toEqual({ reason });
  });

  it('to write a picture is a line too, also where the worker sends it as text', () => {
    const message = 'Failed to write blobs (IOError)';
    expect(historyProblemOf(new DOMException(message, 'DataError'))).toEqual({ reason: 'disk' });
    expect(historyProblemOfText(`DataError: ${message}`)).toEqual({ reason: 'disk' });
    expect(historyProblemOfText('no name')).toEqual({ reason: 'analysis-broke', params: { detail: 'no name' } });
  });

  it('that is not known keeps what the browser said', () => {
    expect(historyProblemOf(new Error('odd'))).toEqual({ reason: 'analysis-broke', params: { detail: 'odd' } });
  });
});
