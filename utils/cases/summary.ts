import type { Verdict } from '../checks/verdict.ts';
import type { CaseSummary } from './case-view.ts';

/** What one evidence picture adds to its case's row. */
export interface PictureMark {
  readonly verdict: Verdict;
  /** A finding, not marked wrong, says that the photograph is also in another order's claim. */
  readonly isReused: boolean;
}

/**
 * A case's row in the list. Everything in it is derived from the case's other records and written in the same
 * transaction as they are, so that a list of 100 000 cases opens none of them.
 */
export interface StoredSummary extends CaseSummary {
  /** From when the retention period counts: the later of the last change and the outcome, ISO 8601. */
  readonly keptFrom: string;
  /** By the last part of the picture's id, for example `e0`. */
  readonly marks: Readonly<Record<string, PictureMark>>;
}
