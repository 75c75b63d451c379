import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SiteRule } from '../claims/taught/site-rule.ts';
import { timeLimit } from '../time-limit.ts';
import type {
  FingerprintShard,
  ShardPictures,
  StoredCase,
  StoredDamage,
  StoredDamagePatch,
  StoredFingerprint,
  StoredPicture,
  StoredResult,
  StoredReview,
  StoredWords,
  UnpackedFingerprint,
} from './case.ts';
import type { StoredHandling } from './case-handling.ts';
import { SILENT_HISTORY } from './history-problem.ts';
import type { LogEntry } from './log.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { PackingFile } from './packing-files.ts';
import type { StoredPack } from './packs.ts';
import type { StoredPageShot } from './page-shots.ts';
import type { ProductPicture } from './product-pictures.ts';
import type { SharedFingerprint } from './shared-fingerprint.ts';
import { type SummaryTransaction, summariseCase } from './summarise-case.ts';
import type { StoredSummary } from './summary.ts';

/** Name of the seller's history; the command line gives every claim a database of its own instead. */
export const HISTORY_DATABASE = 'refund-lens';

/**
 * The database's version since when rows of the list have their present shape. They are derived, so they are made by
 * the code of today and not by a migration of its time; raise this when the shape changes.
 */
const SUMMARY_VERSION = 2;

/** How long a browser may take to begin with the opening: Firefox, seen on a slow disk, took 4 s after its start. */
const OPENING_LIMIT_MS = 30_000;

/** The history's stores. Every change of shape is a new file under migrations/, never an edit of an old one. */
export interface CaseSchema extends DBSchema {
  cases: {
    key: string;
    value: StoredCase;
    indexes: { 'by-order': string; 'by-buyer': string; 'by-update': string };
  };
  pictures: { key: string; value: StoredPicture; indexes: { 'by-case': string } };
  /** Small versions to show, apart from the originals, so that a list of cases never opens those. */
  previews: { key: string; value: { readonly pictureId: string; readonly blob: Blob } };
  results: { key: [string, string]; value: StoredResult; indexes: { 'by-case': string } };
  reviews: { key: [string, string]; value: StoredReview };
  fingerprints: { key: string; value: StoredFingerprint; indexes: { 'by-case': string } };
  packs: { key: string; value: StoredPack; indexes: { 'by-case': string } };
  /** One rule per site and kind of page; `id` is `siteRuleId`. */
  siteRules: {
    key: string;
    value: { readonly id: string; readonly rule: SiteRule };
    indexes: { 'by-origin': string };
  };
  /** The hashes of `fingerprints` again, packed for a start that reads them all; see fingerprint-shards.ts. */
  shards: { key: number; value: FingerprintShard };
  shardPictures: { key: number; value: ShardPictures };
  unpacked: { key: string; value: UnpackedFingerprint };
  words: { key: string; value: StoredWords; indexes: { 'by-keep': string } };
  /** Changed places of listing pictures: what they are searched by, and apart from it how they look. */
  damages: { key: [string, number]; value: StoredDamage; indexes: { 'by-keep': string } };
  damagePatches: { key: [string, number]; value: StoredDamagePatch };
  /** Derived; see summary.ts. */
  summaries: {
    key: string;
    value: StoredSummary;
    indexes: { 'by-update': string; 'by-kept': string; 'by-due': number };
  };
  handlings: { key: string; value: StoredHandling };
  /** Only ever added to; see log.ts. */
  log: { key: number; value: LogEntry };
  sharedFingerprints: { key: [string, string]; value: SharedFingerprint; indexes: { 'by-source': string } };
  productPictures: { key: [string, string]; value: ProductPicture; indexes: { 'by-product': string } };
  pageShots: { key: string; value: StoredPageShot };
  packing: {
    key: [string, string, string];
    value: PackingFile;
    indexes: { 'by-order': string; 'by-arrival': string };
  };
  settings: { key: string; value: { readonly key: string; readonly value: unknown } };
}

export type CaseDatabase = IDBPDatabase<CaseSchema>;

/**
 * Opens (and where needed makes or migrates) a history.
 * @param onClosed called when the connection ends without being asked to: another tab brings a newer version, or the
 * browser takes storage away
 * @throws DOMException when the browser refuses storage, for example in a private window
 * @throws Error whose message begins with `SILENT_HISTORY` when the browser does not answer
 */
export async function openDatabase(name: string, onClosed: () => void = () => undefined): Promise<CaseDatabase> {
  const limit = timeLimit(OPENING_LIMIT_MS, `${SILENT_HISTORY}: no answer`);
  // However long a migration takes, the browser has answered.
  const opening = openMigrated(name, onClosed, limit.end);
  try {
    return await Promise.race([opening, limit.passed]);
  } catch (error) {
    // A connection that comes after all belongs to nobody.
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  } finally {
    limit.end();
  }
}

/** Rejects where a browser throws at once, as some do in a private window. */
async function openMigrated(name: string, onClosed: () => void, onUpgrade: () => void): Promise<CaseDatabase> {
  return openDB<CaseSchema>(name, MIGRATIONS.length, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      onUpgrade();
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database, transaction);
      if (oldVersion === 0 || oldVersion >= SUMMARY_VERSION) return;
      for (const caseId of await transaction.objectStore('cases').getAllKeys())
        await summariseCase(transaction as unknown as SummaryTransaction, caseId);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

let history: Promise<CaseDatabase> | null = null;

/** This page's one connection to the seller's history, opened anew when it was closed. */
export function historyDatabase(): Promise<CaseDatabase> {
  history ??= openDatabase(HISTORY_DATABASE, () => {
    history = null;
  }).catch((error: unknown) => {
    history = null;
    throw error;
  });
  return history;
}
