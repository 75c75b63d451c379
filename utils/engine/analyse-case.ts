import type { StoredPicture } from '../cases/case.ts';
import { beginRun, setCaseStatus } from '../cases/write-results.ts';
import type { Check } from '../checks/check.ts';
import { videoTypeOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';
import { fetchPictures } from './capture/fetch-pictures.ts';
import { ALONE, type Analysis, CaseRun } from './case-run.ts';
import { toolsAmong } from './worker/load-tools.ts';

/**
 * Analyses a stored case from wherever it stands: fetches what is not here, runs what has no result of the check's
 * present version, and writes each result as it comes. Stopped at any moment, it goes on from there the next time.
 *
 * What the bytes say is read as the picture arrives, what its pixels say when no other arrival waits, the next being
 * decoded meanwhile. What compares or needs a heavy tool runs in the time
 * left, check by check, once the listing pictures are settled: a server that never answers holds nothing else up.
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
    pictures.filter(({ role }) => role === 'listing').length,
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

  const undecoded: StoredPicture[] = [];
  try {
    for (;;) {
      const arrived = arrivals.take();
      const next = arrived ? undefined : undecoded.shift();
      if (arrived) {
        undecoded.push(arrived);
        if (arrived.role !== 'evidence') continue;
        for (const check of checks.filter(({ reads }) => reads)) await run.runCheckOnBytes(check, arrived);
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
    if (picture.role === 'evidence' && opened && videoTypeOf(opened) !== null)
      for (const frame of await run.openVideo(picture)) arrivals.add(frame);
    if (picture.role === 'evidence') {
      for (const check of checks.filter((check) => !runsLater(check) && check.reads !== 'bytes'))
        await run.runCheck(check, picture, ALONE);
    }
    steps.add(picture, opened);
  }
}

/** Checks that compare pictures or need a heavy tool. */
function runsLater(check: Check): boolean {
  return check.needs.includes('listing') || check.needs.includes('siblings') || toolsAmong(check.needs).length > 0;
}

/** Pictures as they come in from the network, to be taken one by one. */
class Arrivals {
  readonly #waiting: StoredPicture[] = [];
  #wake: (() => void) | null = null;
  hasEnded = false;

  add(picture: StoredPicture): void {
    this.#waiting.push(picture);
    this.#wake?.();
  }

  end(): void {
    this.hasEnded = true;
    this.#wake?.();
  }

  take(): StoredPicture | undefined {
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
  readonly #listingCount: number;
  readonly #run: CaseRun;
  readonly #evidence: StoredPicture[] = [];
  readonly #opened = new Map<string, Picture>();
  readonly #listing: Picture[] = [];
  readonly #done = new Set<string>();
  readonly #remembers: boolean;
  #listingSettled = 0;

  constructor(checks: readonly Check[], listingCount: number, remembers: boolean, run: CaseRun) {
    this.#checks = checks;
    this.#listingCount = listingCount;
    this.#remembers = remembers;
    this.#run = run;
  }

  add(stored: StoredPicture, picture: Picture | null): void {
    if (stored.role === 'listing') {
      this.#listingSettled++;
      if (picture) this.#listing.push(picture);
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
    if (this.#listingSettled < this.#listingCount) return false;
    for (const check of this.#checks) {
      if (check.needs.includes('siblings') && !isComplete) continue;
      const stored = this.#evidence.find(({ pictureId }) => !this.#done.has(`${check.id} ${pictureId}`));
      if (!stored) continue;
      this.#done.add(`${check.id} ${stored.pictureId}`);
      const siblings = [...this.#opened.values()].filter(({ id }) => id !== stored.pictureId);
      const earlier = await this.#run.earlier();
      await this.#run.runCheck(check, stored, { listing: this.#listing, siblings, earlier });
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
}
