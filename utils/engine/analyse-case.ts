import { GIVEN_UP, type StoredPicture } from '../cases/case.ts';
import { beginRun, setCaseStatus } from '../cases/write-results.ts';
import type { Check, PackingPicture } from '../checks/check.ts';
import { videoTypeOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';
import type { Analysis } from './analysis.ts';
import { fetchPictures, type SettledPicture } from './capture/fetch-pictures.ts';
import { DECODING_STEP } from './case-pictures.ts';
import { ALONE, CaseRun, type Company, type Place } from './case-run.ts';
import { toolsAmong } from './worker/load-tools.ts';

/**
 * Analyses a stored case from wherever it stands: fetches what is not here, runs what has no result of the check's
 * present version, and writes each result as it comes. Stopped at any moment, it goes on from there the next time.
 *
 * What the bytes say is read as the picture arrives, what its pixels say when no other arrival waits, the next being
 * decoded meanwhile. What compares or needs a heavy tool runs in the time left, check by check, once the seller's own
 * pictures are settled: a server that never answers holds nothing else up. What reads pixels alone runs beside it, in the
 * second worker where there is one.
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
  const steps = new LaterSteps(
    checks.filter(runsLater),
    pictures.filter(({ role }) => role !== 'evidence').length,
    analysis,
    run,
  );
  const beside = new StepsBeside(() => steps.take('beside', arrivals.hasEnded));
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
      beside.fill();
      const arrived = arrivals.take();
      const next = arrived ? undefined : undecoded.shift();
      if (arrived) {
        const { stored: picture, bytes } = arrived;
        undecoded.push(picture);
        if (picture.role === 'evidence') await run.runChecksOnBytes(readingChecks, picture, bytes);
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
      for (const frame of frames) arrivals.add({ stored: frame, bytes: null });
    }
    if (picture.role === 'evidence') {
      for (const check of checks.filter((check) => !runsLater(check) && check.reads !== 'bytes'))
        await run.runCheck(check, picture, ALONE);
      await run.settle();
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
  /** Steps that were taken, and those of them that have ended. */
  readonly #taken = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #remembers: boolean;
  readonly #hasHelper: boolean;
  /** Pictures of the seller's that are still to come. */
  #awaited: number;

  constructor(checks: readonly Check[], ownCount: number, { remembers, helper }: Analysis, run: CaseRun) {
    this.#checks = checks;
    this.#awaited = ownCount;
    this.#remembers = remembers;
    this.#hasHelper = helper !== undefined;
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
   * The next step that can be run at a place; null where there is none at present.
   * @param isComplete every picture of the claim has arrived, or is known not to come
   */
  take(place: Place, isComplete: boolean): (() => Promise<void>) | null {
    if (this.#awaited > 0) return null;
    if (place === 'beside')
      return this.#hasHelper ? this.#takeCheck(this.#checks.filter(runsBeside), 'beside', this.#evidence) : null;
    const here = this.#checks.filter((check) => !this.#hasHelper || !runsBeside(check));
    const possible = isComplete ? here : here.filter(({ needs }) => !needs.includes('siblings'));
    return this.#takeCheck(possible, 'here', this.#evidence) ?? this.#takeFromHelper() ?? this.#takeRemembering();
  }

  #takeCheck(checks: readonly Check[], place: Place, pictures: readonly StoredPicture[]): (() => Promise<void>) | null {
    for (const check of checks) {
      const stored = pictures.find(({ pictureId }) => !this.#taken.has(stepOf(check, pictureId)));
      if (!stored) continue;
      const step = stepOf(check, stored.pictureId);
      this.#taken.add(step);
      return async () => {
        await this.#run.runCheck(check, stored, await this.#companyOf(stored), place);
        this.#ended.add(step);
      };
    }
    return null;
  }

  /** What the second worker would come to last, where nothing else is left. It alone reads text: that takes much memory. */
  #takeFromHelper(): (() => Promise<void>) | null {
    if (!this.#hasHelper) return null;
    const both = this.#checks.filter((check) => runsBeside(check) && !check.needs.includes('ocr'));
    return this.#takeCheck(both, 'here', this.#evidence.toReversed());
  }

  /** A picture is kept for later claims when it is known what was added to the listing's. */
  #takeRemembering(): (() => Promise<void>) | null {
    if (!this.#remembers) return null;
    const comparing = this.#checks.filter(({ needs }) => needs.includes('listing'));
    const stored = this.#evidence.find(
      ({ pictureId }) =>
        !this.#taken.has(pictureId) && comparing.every((check) => this.#ended.has(stepOf(check, pictureId))),
    );
    if (!stored) return null;
    this.#taken.add(stored.pictureId);
    return () => this.#run.remember(stored);
  }

  async #companyOf({ pictureId }: StoredPicture): Promise<Company> {
    const siblings = [...this.#opened.values()].filter(({ id }) => id !== pictureId);
    const earlier = await this.#run.earlier();
    return { listing: this.#listing, packing: this.#packingPictures(), siblings, earlier };
  }

  /** A frame arrived when its video did. */
  #packingPictures(): PackingPicture[] {
    return this.#packing.map(({ stored: { pictureId, madeFrom }, picture }) => {
      const fileId = madeFrom?.kind === 'video-frame' ? madeFrom.videoId : pictureId;
      return { picture, arrivedAt: this.#arrivals.get(fileId) ?? '' };
    });
  }
}

function stepOf({ id }: Check, pictureId: string): string {
  return `${id} ${pictureId}`;
}

/** Checks that the second worker runs. */
function runsBeside({ readsPixelsAlone }: Check): boolean {
  return readsPixelsAlone === true;
}

/** Steps handed over ahead, so that the second worker need not wait while this one computes. */
const MAX_BESIDE = 3;

/** Keeps the second worker busy. */
class StepsBeside {
  readonly #take: () => (() => Promise<void>) | null;
  readonly #running = new Set<Promise<void>>();

  constructor(take: () => (() => Promise<void>) | null) {
    this.#take = take;
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  fill(): void {
    while (this.#running.size < MAX_BESIDE) {
      const step = this.#take();
      if (!step) return;
      const running = step();
      this.#running.add(running);
      running.then(
        () => {
          this.#running.delete(running);
          this.fill();
        },
        // Whoever waits for it hears of it.
        () => undefined,
      );
    }
  }

  /** Resolves when a step has ended; never where none runs. @throws what one has thrown */
  async next(): Promise<void> {
    if (this.isIdle) return new Promise(() => undefined);
    await Promise.race(this.#running);
  }
}
