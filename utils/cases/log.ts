import type { IDBPTransaction, StoreNames } from 'idb';
import type { JsonObject } from '../checks/json.ts';
import { sha256Hex } from '../sha256.ts';
import type { CaseDatabase, CaseSchema } from './database.ts';

/** What is logged: every deletion, and what brings records in from outside. */
export type LoggedAction =
  | 'delete-case'
  | 'delete-buyer'
  | 'delete-all'
  | 'delete-expired'
  | 'delete-packing'
  | 'delete-expired-packing'
  | 'restore'
  | 'import-fingerprints'
  | 'delete-source';

/**
 * One line of the log. It holds no personal data: how many claims, and where one was meant, a salted hash of its id.
 * `hash` covers the line and the hash before it, so that a line that was changed, taken out or put in shows. A log whose
 * last lines were cut off does not show it.
 */
export interface LogEntry {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly at: string;
  readonly action: LoggedAction;
  readonly params: JsonObject;
  /** 64 hex digits; zeros for the first line. */
  readonly previousHash: string;
  readonly hash: string;
}

export type LogTransaction = IDBPTransaction<CaseSchema, StoreNames<CaseSchema>[], 'readwrite'>;

const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * Does `work` and logs it, both in one transaction: neither is there without the other.
 * @param stores what `work` touches
 * @param work awaits nothing but the transaction's own requests; may run again when another page logged in between
 */
export async function logged<Answer>(
  database: CaseDatabase,
  stores: readonly StoreNames<CaseSchema>[],
  entry: Pick<LogEntry, 'at' | 'action' | 'params'>,
  work: (transaction: LogTransaction) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    // A digest cannot be awaited inside a transaction, so the line is made before and its place checked inside.
    const last = await lastEntry(database.transaction('log').store);
    const line = await chained(last, entry);
    const transaction = database.transaction([...new Set([...stores, 'log' as const])], 'readwrite');
    const lastNow = await lastEntry(transaction.objectStore('log'));
    if (lastNow?.hash !== last?.hash) {
      await transaction.done;
      continue;
    }
    try {
      await transaction.objectStore('log').add(line);
      const answer = await work(transaction);
      await transaction.done;
      return answer;
    } catch (error) {
      abortQuietly(transaction);
      throw error;
    }
  }
}

/** The log as stored, oldest first, and the first line that does not fit the one before it; null when all do. */
export async function readLog(
  database: CaseDatabase,
): Promise<{ readonly entries: readonly LogEntry[]; readonly brokenAt: number | null }> {
  const entries = await database.getAll('log');
  let last: LogEntry | undefined;
  for (const entry of entries) {
    const { hash } = await chained(last, entry);
    if (
      hash !== entry.hash ||
      entry.sequence !== (last?.sequence ?? 0) + 1 ||
      entry.previousHash !== (last?.hash ?? FIRST_PREVIOUS_HASH)
    )
      return { entries, brokenAt: entry.sequence };
    last = entry;
  }
  return { entries, brokenAt: null };
}

async function chained(
  last: LogEntry | undefined,
  { at, action, params }: Pick<LogEntry, 'at' | 'action' | 'params'>,
): Promise<LogEntry> {
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? FIRST_PREVIOUS_HASH;
  const names = Object.keys(params).sort();
  const line = JSON.stringify([sequence, at, action, names.map((name) => [name, params[name] ?? null]), previousHash]);
  return { sequence, at, action, params, previousHash, hash: await sha256Hex(new TextEncoder().encode(line)) };
}

async function lastEntry(store: {
  openCursor(query: null, direction: 'prev'): Promise<{ readonly value: LogEntry } | null>;
}): Promise<LogEntry | undefined> {
  return (await store.openCursor(null, 'prev'))?.value;
}

/** A transaction that the browser has aborted itself cannot be aborted again; its rejection is the caller's already. */
function abortQuietly(transaction: LogTransaction): void {
  transaction.done.catch(() => undefined);
  if (transaction.error === null) transaction.abort();
}
