import type { Finding } from './check.ts';

/** How far one finding goes. See docs/verdicts.md for what earns each grade. */
export type Grade = 'proof' | 'strong' | 'clue' | 'note';

/** The verdict of a picture or a claim. */
export type Verdict = Grade | 'none' | 'cannot-judge';

/** From the strongest to the weakest; a claim takes the first of these that one of its pictures has. */
export const VERDICTS_BY_WEIGHT: readonly Verdict[] = ['proof', 'strong', 'clue', 'note', 'none', 'cannot-judge'];

/**
 * The grade that a finding counts with for a person. A local change on the listing picture counts one grade lower until
 * the seller has confirmed that the marked place is no caption, arrow or mosaic; that look is what a `strong` one still
 * lacks, so confirmed it is `proof`. A finding the seller marked wrong counts for nothing.
 */
export function countedGrade(finding: Finding, confirmation: 'confirmed' | 'wrong' | undefined): Grade | null {
  if (confirmation === 'wrong') return null;
  if (finding.confirmed !== false || (finding.grade !== 'proof' && finding.grade !== 'strong')) return finding.grade;
  if (confirmation === 'confirmed') return 'proof';
  return finding.grade === 'proof' ? 'strong' : 'clue';
}

/**
 * The verdict of one picture: its highest grade. With no grade it is `none` when the pixels were looked at and
 * `cannot-judge` when they were not.
 */
export function pictureVerdict(grades: readonly Grade[], couldJudge: boolean): Verdict {
  return (
    VERDICTS_BY_WEIGHT.find((verdict) => (grades as readonly Verdict[]).includes(verdict)) ??
    (couldJudge ? 'none' : 'cannot-judge')
  );
}

/** The verdict of a claim: the highest of its pictures; `cannot-judge` for a claim without pictures. */
export function claimVerdict(pictures: readonly Verdict[]): Verdict {
  return VERDICTS_BY_WEIGHT.find((verdict) => pictures.includes(verdict)) ?? 'cannot-judge';
}
