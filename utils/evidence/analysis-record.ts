import type { CapturedImage, StoredCase, StoredPicture, VideoFacts } from '../cases/case.ts';
import type { PageShot } from '../cases/page-shots.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { minutesLookedAt } from '../image/minutes-looked-at.ts';
import { claimForPack } from './claim-for-pack.ts';
import { originalKey } from './pack-originals.ts';
import { SCREENSHOT_NAME } from './pack-page.ts';
import type { CaseForPack } from './read-case-for-pack.ts';

/** Raised when the record's shape changes. */
const RECORD_VERSION = 1;

/** What `analysis.json` holds: everything that was measured and found, for a program to read. */
export interface AnalysisRecord {
  readonly recordVersion: number;
  readonly extensionVersion: string;
  readonly madeAt: string;
  readonly case: Pick<StoredCase, 'caseId' | 'status' | 'createdAt' | 'updatedAt' | 'checks'> & {
    readonly claim: StoredCase['claim'];
  };
  /** `problem` says why the page has no screenshot, or no newer one. */
  readonly page: { readonly screenshot: object | null; readonly problem: object | null };
  readonly pictures: readonly object[];
}

/**
 * The record of one case.
 * @param names where each picture's bytes lie in the pack, by `originalKey`
 */
export function analysisRecord(
  { stored, pictures, results, reviews, pageShot }: CaseForPack,
  names: ReadonlyMap<string, string>,
  made: { readonly at: string; readonly version: string },
): AnalysisRecord {
  const { caseId, status, createdAt, updatedAt, checks, claim } = stored;
  return {
    recordVersion: RECORD_VERSION,
    extensionVersion: made.version,
    madeAt: made.at,
    case: { caseId, status, createdAt, updatedAt, checks, claim: claimForPack(claim) },
    page: { screenshot: pageShot.shot && shotRecord(pageShot.shot), problem: pageShot.problem },
    pictures: pictures.map((picture) => ({
      pictureId: picture.pictureId,
      role: picture.role,
      index: picture.index,
      name: picture.name,
      analysed: picture.analysed,
      sha256: analysedImage(picture)?.sha256 ?? null,
      delivered: receipt(picture, picture.delivered, names),
      larger: receipt(picture, picture.larger, names),
      ...(picture.madeFrom ? { madeFrom: picture.madeFrom } : {}),
      problem: picture.problem,
      width: picture.width,
      height: picture.height,
      ...(picture.video ? { video: videoRecord(picture.video) } : {}),
      results: results
        .filter(({ pictureId }) => pictureId === picture.pictureId)
        .map(({ check, version, outcome, elapsedMs }) => ({ check, version, elapsedMs, ...outcome })),
      reviews: reviews.filter(({ pictureId }) => pictureId === picture.pictureId),
    })),
  };
}

function receipt(
  picture: StoredPicture,
  image: CapturedImage | null,
  names: ReadonlyMap<string, string>,
): object | null {
  if (!image) return null;
  const { blob, ...facts } = image;
  return { ...facts, file: names.get(originalKey(picture, image)) ?? null };
}

/** `lookedAtSeconds`: from the beginning; frames come from there only, and nothing between two frames was looked at. */
function videoRecord(video: VideoFacts): object {
  return {
    ...video,
    lookedAtSeconds: Math.min(video.durationSeconds, (minutesLookedAt(video) ?? Number.POSITIVE_INFINITY) * 60),
  };
}

function shotRecord({ blob, ...facts }: PageShot): object {
  return { ...facts, file: SCREENSHOT_NAME };
}
