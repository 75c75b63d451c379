import type { StoredPicture } from '../cases/case.ts';
import { beginRun, setCaseStatus } from '../cases/write-results.ts';
import type { Check, PackingPicture } from '../checks/check.ts';
import { videoTypeOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';
import type { Analysis } from './analysis.ts';
import { fetchPictures, type SettledPicture } from './capture/fetch-pictures.ts';
import { ALONE, CaseRun } from './case-run.ts';
import { toolsAmong } from './worker/load-tools.ts';

/**
 * Analyses a stored case from wherever it stands: fetches what is not here, runs what has no result of the check's
 * present version, and writes each result as it comes. Stopped at any moment, it goes on from there the next time.
 *
 * What the bytes say is read as the picture arrives, what its pixels say when no other arrival waits, the next being
 * decoded meanwhile. What compares or needs a heavy tool runs in the time left, check by check, once the seller's own
 * pictures are settled: a server that never answers holds nothing else up.
 */
export async function analyseCase(caseId: string, analysis: Analysis): Promise<void> {
  const { database, checks, events, now } = analysis;
  const stored = await database.get('cases', caseId);
  if (!stored) return;
  await analysis.requireDiskSpace?.();
  await beginRun(
    database,
    caseId,
    checks.map(({ id }) => id),
  );
  const pictures = (await database.getAllFromIndex('pictures', 'by-case', caseId)).toSorted(
    (a, b) => a.index - b.index,
  );

  const run = new CaseRun(stored, analysis);
  const steps = new LaterSteps(
    checks.filter(runsLater),
    pictures.filter(({ role }) => role !== 'evidence').length,
    analysis.remembers,
    run,
  );
  const arrivals = new Arrivals();
  const from = { platform: stored.platform, pageUrl: stored.claim.pageUrl };
  const fetching = fetchPictures(database, pictures, from, now, (picture) => arrivals.add(picture));
  fetching.then(
    () => arrivals.end(),
    () => arrivals.end(),
  );

  const readingChecks = checks.filter(({ reads }) => reads);
  const undecoded: StoredPicture[] = [];
  try {
    for (;;) {
      const arrived = arrivals.take();
      const next = arrived ? undefined : undecoded.shift();
      if (arrived) {
        const { stored: picture, bytes } = arrived;
        undecoded.push(picture);
        if (picture.role === 'evidence') await run.runChecksOnBytes(readingChecks, picture, bytes);
      } else if (next) {
        run.pictures.openAhead(undecoded);
        await lookAt(next);
      } else if (!(await steps.runNext(arrivals.hasEnded))) {
        if (arrivals.hasEnded) break;
        await arrivals.next();
      }
    }
    await fetching;
    await run.flush();
  } finally {
    analysis.shelf.clear();
  }
  await setCaseStatus(database, caseId, 'done', now());
  events.changed();

  /** Decodes a picture and runs what looks at it alone. */
  async function lookAt(picture: StoredPicture): Promise<void> {
    const opened = await run.pictures.open(picture);
    events.changed();
    if (picture.role !== 'listing' && opened && videoTypeOf(opened) !== null) {
      const frames = await run.openVideo(picture);
      if (picture.role === 'packing') steps.expect(frames.length);
      for (const frame of frames) arrivals.add({ stored: frame, bytes: null });
    }
    if (picture.role === 'evidence') {
      for (const check of checks.filter((check) => !runsLater(check) && check.reads !== 'bytes'))
        await run.runCheck(check, picture, ALONE);
    }
    steps.add(picture, opened);
  }
}

/** Checks that compare pictures or need a heavy tool. */
function runsLater(check: Check): boolean {
  return (
    check.needs.some((need) => need === 'listing' || need === 'packing' || need === 'siblings') ||
    toolsAmong(check.needs).length > 0
  );
}

/** Pictures as they come in from the network, to be taken one by one. */
class Arrivals {
  readonly #waiting: SettledPicture[] = [];
  #wake: (() => void) | null = null;
  hasEnded = false;

  add(picture: SettledPicture): void {
    this.#waiting.push(picture);
    this.#wake?.();
  }

  end(): void {
    this.hasEnded = true;
    this.#wake?.();
  }

  take(): SettledPicture | undefined {
    return this.#waiting.shift();
  }

  /** Resolves when something has arrived or nothing more will. */
  async next(): Promise<void> {
    if (this.#waiting.length > 0 || this.hasEnded) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}

/**
 * What waits for time and company: the checks that compare or need a tool, in order of check and then of picture, and
 * last what is kept of each picture for later claims.
 */
class LaterSteps {
  readonly #checks: readonly Check[];
  readonly #run: CaseRun;
  readonly #evidence: StoredPicture[] = [];
  readonly #opened = new Map<string, Picture>();
  readonly #listing: Picture[] = [];
  readonly #packing: { readonly stored: StoredPicture; readonly picture: Picture }[] = [];
  readonly #arrivals = new Map<string, string>();
  readonly #done = new Set<string>();
  readonly #remembers: boolean;
  /** Pictures of the seller's that are still to come. */
  #awaited: number;

  constructor(checks: readonly Check[], ownCount: number, remembers: boolean, run: CaseRun) {
    this.#checks = checks;
    this.#awaited = ownCount;
    this.#remembers = remembers;
    this.#run = run;
  }

  /** More of the seller's pictures will come: the frames of a video. */
  expect(count: number): void {
    this.#awaited += count;
  }

  add(stored: StoredPicture, picture: Picture | null): void {
    if (stored.role !== 'evidence') {
      this.#awaited--;
      this.#arrivals.set(stored.pictureId, stored.delivered?.receivedAt ?? '');
      if (picture && stored.role === 'listing') this.#listing.push(picture);
      if (picture && stored.role === 'packing') this.#packing.push({ stored, picture });
      return;
    }
    this.#evidence.push(stored);
    this.#evidence.sort((a, b) => a.index - b.index);
    if (picture) this.#opened.set(stored.pictureId, picture);
  }

  /**
   * Runs the next step that can be run; false where there is none at present.
   * @param isComplete every picture of the claim has arrived, or is known not to come
   */
  async runNext(isComplete: boolean): Promise<boolean> {
    if (this.#awaited > 0) return false;
    for (const check of this.#checks) {
      if (check.needs.includes('siblings') && !isComplete) continue;
      const stored = this.#evidence.find(({ pictureId }) => !this.#done.has(`${check.id} ${pictureId}`));
      if (!stored) continue;
      this.#done.add(`${check.id} ${stored.pictureId}`);
      const siblings = [...this.#opened.values()].filter(({ id }) => id !== stored.pictureId);
      const earlier = await this.#run.earlier();
      const company = { listing: this.#listing, packing: this.#packingPictures(), siblings, earlier };
      await this.#run.runCheck(check, stored, company);
      return true;
    }
    const unremembered = this.#remembers
      ? this.#evidence.find(({ pictureId }) => !this.#done.has(pictureId))
      : undefined;
    if (!unremembered) return false;
    this.#done.add(unremembered.pictureId);
    await this.#run.remember(unremembered);
    return true;
  }

  /** A frame arrived when its video did. */
  #packingPictures(): PackingPicture[] {
    return this.#packing.map(({ stored: { pictureId, madeFrom }, picture }) => {
      const fileId = madeFrom?.kind === 'video-frame' ? madeFrom.videoId : pictureId;
      return { picture, arrivedAt: this.#arrivals.get(fileId) ?? '' };
    });
  }
}
