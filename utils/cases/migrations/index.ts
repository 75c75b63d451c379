import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { CaseSchema } from '../database.ts';
import { addPacks } from './2026-11-21-add-packs.ts';
import { addProductPictures } from './2026-11-21-add-product-pictures.ts';
import { addSiteRules } from './2026-11-21-add-site-rules.ts';
import { makeFirstStores } from './2026-11-21-make-first-stores.ts';
import { addPackingFiles } from './2026-11-22-add-packing-files.ts';
import { addPageShots } from './2026-11-22-add-page-shots.ts';
import { addSummariesHandlingsLog } from './2026-11-22-add-summaries-handlings-log.ts';
import { packFingerprints } from './2026-11-22-pack-fingerprints.ts';

/** One step of the database's shape. It runs inside the upgrade transaction and awaits nothing else. */
export type Migration = (
  database: IDBPDatabase<CaseSchema>,
  transaction: IDBPTransaction<CaseSchema, StoreNames<CaseSchema>[], 'versionchange'>,
) => void;

/** In order; the database's version is the number of steps. A step that was released is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  makeFirstStores,
  addPacks,
  addSiteRules,
  packFingerprints,
  addSummariesHandlingsLog,
  addProductPictures,
  addPackingFiles,
  addPageShots,
];
