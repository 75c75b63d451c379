import type { JsonObject } from '../../checks/json.ts';
import type { EvidencePack } from '../../evidence/make-pack.ts';
import type { PackRequest } from '../../evidence/pack-request.ts';
import type { RunningCheck } from '../analysis.ts';
import type { AnalysisLine } from '../analysis-line.ts';

/** A file and the name that results call it by. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

/** Files handed over instead of a page: the command line's claim. */
export interface FilesToAnalyse {
  readonly evidence: readonly NamedFile[];
  readonly listing: readonly NamedFile[];
  /** Photos and videos of packing that the seller kept for the order. */
  readonly packing: readonly NamedFile[];
  /** When they arrived, ISO 8601; absent for now. */
  readonly packedAt?: string;
  /** Pictures of earlier claims, each of another order. */
  readonly seen: readonly NamedFile[];
  /** Fields of the claim, as in utils/claims/payload/claim-from-json.ts; empty for none. */
  readonly claim: JsonObject;
  /** Ids of the checks to run; empty for all. */
  readonly checks: readonly string[];
  /** PEM certificates of C2PA signers to trust, beside those of the build. */
  readonly trustList?: string;
  /** Whether the case is also written as an evidence pack. */
  readonly pack?: Omit<PackRequest, 'caseId' | 'database'>;
  /**
   * Where an earlier worker hung or crashed at these very files, whose history this one goes on with; null where no step
   * is known. Absent for the first worker.
   */
  readonly givenUp?: GivenUpStep | null;
}

/** A check that hung or ended the worker, and what is recorded of it. */
export interface GivenUpStep {
  readonly pictureId: string;
  readonly check: string;
  readonly reason: string;
  readonly params: { readonly [key: string]: string | number };
}

export type WorkerRequest =
  /** Whether the worker is there; answered before anything that waits. */
  | { readonly type: 'ping' }
  | { readonly type: 'analyse-case'; readonly caseId: string; readonly database: string }
  /** One check on request on one picture of a stored case; ends with `case-ended` too. */
  | {
      readonly type: 'check-picture';
      readonly caseId: string;
      readonly pictureId: string;
      readonly check: string;
      readonly database: string;
    }
  /** Runs in a history of its own, which is deleted when the answer is ready. */
  | { readonly type: 'analyse-files'; readonly requestId: string; readonly files: FilesToAnalyse }
  | { readonly type: 'make-pack'; readonly requestId: string; readonly pack: PackRequest };

export type WorkerEvent =
  | { readonly type: 'alive' }
  | { readonly type: 'case-changed'; readonly caseId: string }
  | ({ readonly type: 'check-started'; readonly caseId: string } & RunningCheck)
  | ({ readonly type: 'check-ended'; readonly caseId: string } & RunningCheck)
  | ({ readonly type: 'check-broke'; readonly caseId: string; readonly detail: string } & RunningCheck)
  | { readonly type: 'case-ended'; readonly caseId: string }
  /** The analysis itself broke, not one check: storage refused, database damaged. */
  | { readonly type: 'case-broke'; readonly caseId: string; readonly detail: string }
  | {
      readonly type: 'files-analysed';
      readonly requestId: string;
      readonly lines: readonly AnalysisLine[];
      /** Null unless it was asked for. */
      readonly pack: EvidencePack | null;
    }
  | { readonly type: 'files-broke'; readonly requestId: string; readonly detail: string }
  /** `done` is a share from 0 to 1. */
  | { readonly type: 'pack-progress'; readonly requestId: string; readonly done: number }
  /** Null when the case is not stored any more. */
  | { readonly type: 'pack-made'; readonly requestId: string; readonly pack: EvidencePack | null }
  | { readonly type: 'pack-broke'; readonly requestId: string; readonly detail: string };
