import { GIVEN_UP, type StoredPicture } from '../cases/case.ts';
import { beginRun, setCaseStatus } from '../cases/write-results.ts';
import { videoTypeOf } from '../image/containers/walk-container.ts';
import type { Analysis } from './analysis.ts';
import { fetchPictures } from './capture/fetch-pictures.ts';
import { DECODING_STEP } from './case-pictures.ts';
import { ALONE, CaseRun } from './case-run.ts';
import { LaterSteps } from './later-steps.ts';
import { PictureArrivals } from './picture-arrivals.ts';
import { runsLater } from './place-of-check.ts';
import { StepsBeside } from './steps-beside.ts';

/**
 * Analyses a stored case from wherever it stands: fetches what is not here, runs what has no result of the check's
 * present version, and writes each result as it comes. Stopped at any moment, it goes on from there the next time.
 *
 * What the bytes say is read as the picture arrives, what its pixels say when no other arrival waits, the next being
 * decoded meanwhile; a few pictures of the seller's come before the buyer's there. What compares or needs a heavy tool runs
 * in the time left, check by check, once the seller's own pictures are settled: a server that never answers holds nothing
 * else up. What reads pixels alone runs beside it, in the second worker where there is one.
 */
export async function analyseCase(caseId: string, analysis: Analysis): Promise<void> {
  const { database, checks, events, now } = analysis;
  const stored = await database.get('cases', caseId);
  if (!stored) return;
  const [all] = await Promise.all([
    database.getAllFromIndex('pictures', 'by-case', caseId),
    analysis.requireDiskSpace?.(),
  ]);
  await beginRun(
    database,
    caseId,
    checks.map(({ id }) => id),
  );
  const pictures = all.toSorted((a, b) => a.index - b.index);

  const hasLostWorker = (await database.getAllFromIndex('results', 'by-case', caseId)).some(
    ({ version }) => version === GIVEN_UP,
  );

  const run = new CaseRun(stored, analysis);
  const ownCount = pictures.filter(isOwn).length;
  const steps = new LaterSteps(checks.filter(runsLater), ownCount, analysis, run);
  const beside = new StepsBeside(() => steps.take('beside', arrivals.hasEnded));
  const arrivals = new PictureArrivals();
  const from = { platform: stored.platform, pageUrl: stored.claim.pageUrl };
  const fetching = fetchPictures(database, pictures, from, now, (picture) => arrivals.add(picture));
  fetching.then(
    () => arrivals.end(),
    () => arrivals.end(),
  );

  const readingChecks = checks.filter(({ reads }) => reads);
  const undecoded: StoredPicture[] = [];
  // Nothing is compared before the seller's pictures are there; many of them would hold up what each of the buyer's says alone.
  const ownFirst = 2 * ownCount <= pictures.length;
  try {
    for (;;) {
      beside.fill();
      const arrived = arrivals.take();
      const next = arrived ? undefined : undecoded.shift();
      if (arrived) {
        const { stored: picture, bytes } = arrived.picture;
        const place = ownFirst && isOwn(picture) ? undecoded.filter(isOwn).length : undecoded.length;
        undecoded.splice(place, 0, picture);
        if (picture.role === 'evidence') await run.runChecksOnBytes(readingChecks, picture, bytes);
        arrived.lookedAt();
      } else if (next) {
        // After a loss every step is one picture's, so that the next loss is put down to the right one.
        if (!hasLostWorker) run.pictures.openAhead(undecoded);
        await lookAt(next);
      } else {
        const step = steps.take('here', arrivals.hasEnded);
        if (step) await step();
        else if (!arrivals.hasEnded) await Promise.race([arrivals.next(), beside.next()]);
        else if (beside.isIdle) break;
        else await beside.next();
      }
    }
    await fetching;
    await run.flush();
  } finally {
    analysis.shelf.clear();
    analysis.helper?.clear();
  }
  await setCaseStatus(database, caseId, 'done', now());
  events.changed();

  /** Decodes a picture and runs what looks at it alone. */
  async function lookAt(picture: StoredPicture): Promise<void> {
    const decoding = { pictureId: picture.pictureId, check: DECODING_STEP, isBeside: false };
    events.checkStarted(decoding);
    const opened = await run.pictures.open(picture);
    events.checkEnded(decoding);
    events.changed();
    if (picture.role !== 'listing' && opened && videoTypeOf(opened) !== null) {
      const frames = await run.openVideo(picture);
      if (picture.role === 'packing') steps.expect(frames.length);
      for (const frame of frames) void arrivals.add({ stored: frame, bytes: null });
    }
    if (picture.role === 'evidence') {
      for (const check of checks.filter((check) => !runsLater(check) && check.reads !== 'bytes'))
        await run.runCheck(check, picture, ALONE);
      await run.settle();
    }
    steps.add(picture, opened);
  }
}

/** Whether a picture is of the seller's side: the listing's, or of packing. */
function isOwn({ role }: StoredPicture): boolean {
  return role !== 'evidence';
}
