import type { StoredPicture, StoredResult } from '../cases/case.ts';
import { analysedImage, mergeMeasured } from '../cases/read-case-view.ts';
import type { Finding } from '../checks/check.ts';
import type { JsonObject } from '../checks/json.ts';
import { pictureVerdict, VERDICTS_BY_WEIGHT, type Verdict } from '../checks/verdict.ts';

/** What the command line prints for one picture. Its shape is a contract; see docs/command-line.md. */
export interface AnalysisLine {
  readonly file: string;
  readonly sha256: string | null;
  readonly verdict: Verdict;
  /** Why the picture could not be read; only where it could not. */
  readonly reason?: string;
  readonly reasonParams?: JsonObject;
  readonly findings: readonly Finding[];
  readonly measured: JsonObject;
  readonly skipped: readonly { readonly check: string; readonly reason: string }[];
  readonly failed: readonly { readonly check: string; readonly reason: string }[];
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** One picture's results in one line. Grades are those of the checks, before any word of the seller. */
export function analysisLineOf(picture: StoredPicture, results: readonly StoredResult[]): AnalysisLine {
  const findings = results
    .flatMap(({ outcome }) => (outcome.status === 'done' ? outcome.findings : []))
    .toSorted((a, b) => VERDICTS_BY_WEIGHT.indexOf(a.grade) - VERDICTS_BY_WEIGHT.indexOf(b.grade));
  const { problem } = picture;
  const grades = findings.map(({ grade }) => grade);
  return {
    file: picture.name,
    sha256: analysedImage(picture)?.sha256 ?? null,
    verdict: pictureVerdict(grades, problem === null && picture.width !== null),
    ...(problem ? { reason: problem.reason, ...(problem.params ? { reasonParams: problem.params } : {}) } : {}),
    findings,
    measured: mergeMeasured(results),
    skipped: results.flatMap(({ check, outcome }) =>
      outcome.status === 'skipped' ? [{ check, reason: outcome.reason }] : [],
    ),
    failed: results.flatMap(({ check, outcome }) =>
      outcome.status === 'failed'
        ? [{ check, reason: outcome.reason, ...(outcome.params ? { params: outcome.params } : {}) }]
        : [],
    ),
    timingsMs: {
      ...(picture.decodeMs === null ? {} : { decode: Math.round(picture.decodeMs * 10) / 10 }),
      ...Object.fromEntries(results.map(({ check, elapsedMs }) => [check, elapsedMs])),
    },
  };
}
