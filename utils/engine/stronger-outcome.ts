import type { StoredResult } from '../cases/case.ts';
import { VERDICTS_BY_WEIGHT } from '../checks/verdict.ts';

type Outcome = StoredResult['outcome'];

/** Of two outcomes of one check, compared with different pictures, the one that says more; the earlier where equal. */
export function strongerOutcome(earlier: Outcome, later: Outcome): Outcome {
  if (earlier.status !== 'done') return later;
  return later.status === 'done' && weightOf(later) < weightOf(earlier) ? later : earlier;
}

/** Place of the strongest finding among the verdicts, 0 for the strongest of all. */
function weightOf({ findings }: Extract<Outcome, { status: 'done' }>): number {
  return Math.min(VERDICTS_BY_WEIGHT.length, ...findings.map(({ grade }) => VERDICTS_BY_WEIGHT.indexOf(grade)));
}
