import type { PictureProblem } from './case.ts';
import type { CaseDatabase } from './database.ts';

/** The visible part of a claim's page, as PNG. */
export interface PageShot {
  /** Of the tab. */
  readonly url: string;
  /** ISO 8601. */
  readonly takenAt: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly blob: Blob;
}

/** What came of the attempt at a click on 分析; the texts of a problem are `problem.<reason>.*`. */
export type PageCapture = { readonly shot: PageShot } | { readonly problem: PictureProblem };

/** The last screenshot of a case's page, and why the last attempt gave none. */
export interface StoredPageShot {
  readonly caseId: string;
  readonly shot: PageShot | null;
  /** Null where the last attempt succeeded. */
  readonly problem: PictureProblem | null;
}

/** What stands for the record of a case that no attempt was made for: it has no page, or is older than screenshots. */
export const NO_PAGE_SHOT: Omit<StoredPageShot, 'caseId'> = { shot: null, problem: { reason: 'screenshot-none' } };

/**
 * Keeps what came of an attempt. One that failed leaves the earlier screenshot, under its own time. Does nothing when the
 * case is gone.
 */
export async function writePageShot(database: CaseDatabase, caseId: string, capture: PageCapture): Promise<void> {
  const transaction = database.transaction(['pageShots', 'cases'], 'readwrite');
  if (await transaction.objectStore('cases').getKey(caseId)) {
    const shots = transaction.objectStore('pageShots');
    const earlier = (await shots.get(caseId))?.shot ?? null;
    await shots.put(
      'shot' in capture
        ? { caseId, shot: capture.shot, problem: null }
        : { caseId, shot: earlier, problem: capture.problem },
    );
  }
  await transaction.done;
}

/** The record of a case's page; its problem says why there is no screenshot. */
export async function readPageShot(database: CaseDatabase, caseId: string): Promise<StoredPageShot> {
  return (await database.get('pageShots', caseId)) ?? { caseId, ...NO_PAGE_SHOT };
}
