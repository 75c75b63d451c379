import type { Finding } from '../checks/check.ts';
import { countedGrade, type Grade, pictureVerdict, type Verdict } from '../checks/verdict.ts';
import type { StoredPicture, StoredResult, StoredReview } from './case.ts';

/** A finding with the seller's word on it. */
export interface ReviewedFinding extends Finding {
  readonly review: StoredReview['word'] | null;
}

/** What the checks found in one picture, each with the seller's word on it. */
export function reviewedFindings(
  results: readonly StoredResult[],
  reviews: readonly StoredReview[],
): readonly ReviewedFinding[] {
  return results
    .flatMap(({ outcome }) => (outcome.status === 'done' ? outcome.findings : []))
    .map((finding) => ({ ...finding, review: reviews.find(({ kind }) => kind === finding.kind)?.word ?? null }));
}

/** The verdict of a stored picture: the one rule that the open case and its row in the list share. */
export function verdictOfPicture(picture: StoredPicture, findings: readonly ReviewedFinding[]): Verdict {
  const grades = findings
    .map((finding) => countedGrade(finding, finding.review ?? undefined))
    .filter((grade): grade is Grade => grade !== null);
  return pictureVerdict(grades, picture.problem === null && picture.width !== null);
}
