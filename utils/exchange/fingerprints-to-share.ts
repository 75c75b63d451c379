import type { CaseDatabase } from '../cases/database.ts';
import { reviewedFindings } from '../cases/picture-verdict.ts';
import { countedGrade } from '../checks/verdict.ts';
import { PDQ_UNUSABLE_QUALITY } from '../image/pdq.ts';
import type { ExchangedFingerprint } from './exchange-file.ts';

/** Findings about the file or the photograph itself that are sure enough to tell another shop of. */
const SHARED_GRADES = ['proof', 'strong'] as const;

/**
 * The fingerprints of this history's pictures with a finding of proof or strong evidence that the seller has not marked
 * wrong. A change on the listing picture counts as `proof` only after the seller has confirmed its place; until then it
 * is not shared at all. Genuine pictures of buyers therefore leave no trace in another shop.
 */
export async function fingerprintsToShare(database: CaseDatabase): Promise<readonly ExchangedFingerprint[]> {
  const shared = new Map<string, ExchangedFingerprint>();
  for (const { pictureId, pdq, quality, capturedAt } of await database.getAll('fingerprints')) {
    if (quality <= PDQ_UNUSABLE_QUALITY) continue;
    const ofPicture = IDBKeyRange.bound([pictureId], [pictureId, []]);
    const transaction = database.transaction(['results', 'reviews']);
    const findings = reviewedFindings(
      await transaction.objectStore('results').getAll(ofPicture),
      await transaction.objectStore('reviews').getAll(ofPicture),
    );
    const counted = findings
      .filter((finding) => finding.confirmed !== false || finding.review === 'confirmed')
      .map((finding) => ({ kind: finding.kind, grade: countedGrade(finding, finding.review ?? undefined) }));
    for (const grade of SHARED_GRADES) {
      const finding = counted.find((candidate) => candidate.grade === grade);
      if (finding && !shared.has(pdq))
        shared.set(pdq, { pdq, quality, on: capturedAt.slice(0, 10), kind: finding.kind, grade });
    }
  }
  return [...shared.values()];
}
