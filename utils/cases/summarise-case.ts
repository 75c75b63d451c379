import type { IDBPTransaction, StoreNames } from 'idb';
import { claimVerdict } from '../checks/verdict.ts';
import { caseIdOfPicture, type StoredCase, type StoredPicture } from './case.ts';
import type { StoredHandling } from './case-handling.ts';
import { caseSearchText } from './case-search-text.ts';
import type { CaseSchema } from './database.ts';
import { reviewedFindings, verdictOfPicture } from './picture-verdict.ts';
import type { PictureMark, StoredSummary } from './summary.ts';

/** Stores that a case's row is derived from, and the row's own. A write to one of them opens all of them. */
export const SUMMARISED_STORES: StoreNames<CaseSchema>[] = [
  'cases',
  'pictures',
  'results',
  'reviews',
  'handlings',
  'summaries',
];

/** A transaction over at least `SUMMARISED_STORES`. */
export type SummaryTransaction = IDBPTransaction<CaseSchema, StoreNames<CaseSchema>[], 'readwrite'>;

/** Kinds of findings that say a photograph is also in another order's claim. */
const REUSE_KINDS: ReadonlySet<string> = new Set(['reused', 'reused-same-buyer']);

/** Derives a case's row anew from everything stored about it; deletes the row when the case is gone. */
export async function summariseCase(transaction: SummaryTransaction, caseId: string): Promise<void> {
  const stored = await transaction.objectStore('cases').get(caseId);
  if (!stored) return transaction.objectStore('summaries').delete(caseId);
  const marks: Record<string, PictureMark> = {};
  for (const picture of await transaction.objectStore('pictures').index('by-case').getAll(caseId)) {
    if (picture.role === 'evidence') marks[keyIn(picture.pictureId)] = await markOf(transaction, picture);
  }
  await transaction.objectStore('summaries').put(await summaryOf(transaction, stored, marks));
}

/** Brings a case's row up to date after a change of the case itself or of its handling. */
export async function refreshSummary(transaction: SummaryTransaction, caseId: string): Promise<void> {
  const known = await transaction.objectStore('summaries').get(caseId);
  const stored = await transaction.objectStore('cases').get(caseId);
  if (!known || !stored) return summariseCase(transaction, caseId);
  await transaction.objectStore('summaries').put(await summaryOf(transaction, stored, known.marks));
}

/** Brings a case's row up to date after a change of one picture, its results or the seller's words on it. */
export async function refreshPictureMark(transaction: SummaryTransaction, pictureId: string): Promise<void> {
  const caseId = caseIdOfPicture(pictureId);
  const [known, picture] = await Promise.all([
    transaction.objectStore('summaries').get(caseId),
    transaction.objectStore('pictures').get(pictureId),
  ]);
  if (!known) return summariseCase(transaction, caseId);
  if (picture?.role !== 'evidence') return;
  const marks = { ...known.marks, [keyIn(pictureId)]: await markOf(transaction, picture) };
  await transaction.objectStore('summaries').put({ ...known, ...countsOf(marks), marks });
}

async function markOf(transaction: SummaryTransaction, picture: StoredPicture): Promise<PictureMark> {
  const ofPicture = IDBKeyRange.bound([picture.pictureId], [picture.pictureId, []]);
  const [results, reviews] = await Promise.all([
    transaction.objectStore('results').getAll(ofPicture),
    transaction.objectStore('reviews').getAll(ofPicture),
  ]);
  const findings = reviewedFindings(results, reviews);
  return {
    verdict: verdictOfPicture(picture, findings),
    isReused: findings.some(({ kind, review }) => REUSE_KINDS.has(kind) && review !== 'wrong'),
  };
}

async function summaryOf(
  transaction: SummaryTransaction,
  stored: StoredCase,
  marks: StoredSummary['marks'],
): Promise<StoredSummary> {
  const { caseId, claim, platform, orderId, buyerKey, status, createdAt, updatedAt } = stored;
  const handling: StoredHandling | undefined = await transaction.objectStore('handlings').get(caseId);
  const dueAtMs = handling?.outcome || !claim.deadline ? Number.NaN : Date.parse(claim.deadline);
  const named = { orderId, claimId: claim.claimId, buyerName: claim.buyerName, productTitle: claim.product.title };
  return {
    caseId,
    platform,
    ...named,
    searchText: caseSearchText(named),
    buyerKey,
    amount: claim.amount?.value ?? null,
    currency: claim.amount?.currency ?? null,
    ...countsOf(marks),
    status,
    outcome: handling?.outcome ?? null,
    createdAt,
    updatedAt,
    keptFrom: handling?.closedAt && handling.closedAt > updatedAt ? handling.closedAt : updatedAt,
    ...(Number.isNaN(dueAtMs) ? {} : { dueAtMs }),
    marks,
  };
}

function countsOf(marks: StoredSummary['marks']): Pick<StoredSummary, 'verdict' | 'pictureCount' | 'reusedCount'> {
  const all = Object.values(marks);
  return {
    verdict: claimVerdict(all.map(({ verdict }) => verdict)),
    pictureCount: all.length,
    reusedCount: all.filter(({ isReused }) => isReused).length,
  };
}

/** The part of a picture's id that names it within its case. */
function keyIn(pictureId: string): string {
  return pictureId.slice(pictureId.lastIndexOf('#') + 1);
}
