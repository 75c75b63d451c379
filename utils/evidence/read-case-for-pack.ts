import type { StoredCase, StoredPicture, StoredResult, StoredReview } from '../cases/case.ts';
import type { CaseView } from '../cases/case-view.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { readPageShot, type StoredPageShot } from '../cases/page-shots.ts';
import { readCaseView } from '../cases/read-case-view.ts';

/** Everything of one case that goes into its pack. */
export interface CaseForPack {
  readonly view: CaseView;
  readonly stored: StoredCase;
  readonly pictures: readonly StoredPicture[];
  readonly results: readonly StoredResult[];
  readonly reviews: readonly StoredReview[];
  readonly pageShot: StoredPageShot;
}

/** Null when the case is not stored. */
export async function readCaseForPack(database: CaseDatabase, caseId: string): Promise<CaseForPack | null> {
  const view = await readCaseView(database, caseId);
  const stored = await database.get('cases', caseId);
  if (!view || !stored) return null;
  const pictures = (await database.getAllFromIndex('pictures', 'by-case', caseId)).toSorted(
    (a, b) => a.role.localeCompare(b.role) || a.index - b.index,
  );
  const results = await database.getAllFromIndex('results', 'by-case', caseId);
  const reviews: StoredReview[] = [];
  for (const { pictureId } of pictures)
    reviews.push(...(await database.getAll('reviews', IDBKeyRange.bound([pictureId], [pictureId, []]))));
  return { view, stored, pictures, results, reviews, pageShot: await readPageShot(database, caseId) };
}
