import type { CaseView, FindingView, PictureView } from '../cases/case-view.ts';
import { countedGrade, type Grade, VERDICTS_BY_WEIGHT } from '../checks/verdict.ts';

/** A finding that may be told to others, with the grade that it counts with after the seller's own word on it. */
export interface CountedFinding {
  readonly picture: PictureView;
  readonly finding: FindingView;
  readonly grade: Grade;
  /** `true` where a person still has to look at the region; such a finding is worded as a question. */
  readonly isUnconfirmed: boolean;
}

const TOLD: readonly Grade[] = ['proof', 'strong', 'clue'];

/** The findings of a case from `clue` up, strongest first, then in the order of the pictures. */
export function countedFindings(view: CaseView): readonly CountedFinding[] {
  return view.pictures
    .flatMap((picture) =>
      picture.findings.flatMap((finding): CountedFinding[] => {
        const grade = countedGrade(finding, finding.review ?? undefined);
        if (grade === null || !TOLD.includes(grade)) return [];
        const isUnconfirmed = finding.confirmed === false && finding.review !== 'confirmed';
        return [{ picture, finding, grade, isUnconfirmed }];
      }),
    )
    .sort((a, b) => weightOf(a.grade) - weightOf(b.grade) || a.picture.index - b.picture.index);
}

/** 0 for the strongest. */
export function weightOf(grade: Grade): number {
  return VERDICTS_BY_WEIGHT.indexOf(grade);
}
