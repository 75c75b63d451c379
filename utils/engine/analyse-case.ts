import { GIVEN_UP, type StoredCase, type StoredPicture } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { setCaseStatus, updatePicture, writeFingerprint, writePreview, writeResult } from '../cases/write-results.ts';
import type { Check, CheckInput, ClaimFacts } from '../checks/check.ts';
import { type EarlierPictures, NO_EARLIER_PICTURES } from '../checks/earlier-pictures.ts';
import type { JsonObject } from '../checks/json.ts';
import type { OpenCv } from '../checks/open-cv.ts';
import type { Picture } from '../image/picture.ts';
import { earlierPicturesOfHistory } from './earlier-pictures-of-history.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { type LoadedOpenCv, loadOpenCv } from './load-open-cv.ts';
import type { PictureShelf } from './picture-shelf.ts';
import { pixelsAreAltered } from './pixels-are-altered.ts';
import { runCheck } from './run-check.ts';

/** What an analysis tells while it runs. Results are in the database before `changed` is called. */
export interface AnalysisEvents {
  changed(): void;
  checkStarted(pictureId: string, check: string): void;
  checkEnded(): void;
}

export interface Analysis {
  readonly database: CaseDatabase;
  readonly shelf: PictureShelf;
  readonly checks: readonly Check[];
  readonly events: AnalysisEvents;
  now(): string;
}

/**
 * Analyses a stored case from wherever it stands: fetches what is not here, runs what has no result of the check's
 * present version, and writes each result as it comes. Stopped at any moment, it goes on from there the next time.
 */
export async function analyseCase(caseId: string, analysis: Analysis): Promise<void> {
  const { database, checks, events, now } = analysis;
  const stored = await database.get('cases', caseId);
  if (!stored) return;
  await database.put('cases', { ...stored, status: 'running', checks: checks.map(({ id }) => id) });
  const pictures = (await database.getAllFromIndex('pictures', 'by-case', caseId)).toSorted(
    (a, b) => a.index - b.index,
  );
  const run = new CaseRun(stored, analysis);

  const arrived: StoredPicture[] = [];
  await fetchPictures(database, pictures, stored.platform, now, async (picture) => {
    arrived.push(picture);
    events.changed();
    if (picture.role === 'evidence') await run.checkOnArrival(picture);
    else await run.readListing(picture);
  });
  await run.checkTogether(arrived.toSorted((a, b) => a.index - b.index));
  await setCaseStatus(database, caseId, 'done', now());
  events.changed();
}

/** Checks that compare a picture with others; they run once everything has arrived. */
function comparesPictures(check: Check): boolean {
  return check.needs.includes('listing') || check.needs.includes('opencv');
}

class CaseRun {
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pixelsAltered = pixelsAreAltered();
  readonly #openCv: Promise<LoadedOpenCv> | null;

  constructor(stored: StoredCase, analysis: Analysis) {
    this.#stored = stored;
    this.#analysis = analysis;
    // Started now, awaited when first needed: it loads while the pictures arrive.
    this.#openCv = analysis.checks.some(comparesPictures) ? loadOpenCv() : null;
  }

  /** Decodes an evidence picture and runs the checks that look at it alone. */
  async checkOnArrival(picture: StoredPicture): Promise<void> {
    const opened = await this.#open(picture);
    for (const check of this.#analysis.checks.filter((check) => !comparesPictures(check))) {
      await this.#runOne(check, picture, opened, [], [], NO_EARLIER_PICTURES);
    }
  }

  /** Decodes a listing picture, so that it can be shown, and its problem when there is one. */
  async readListing(picture: StoredPicture): Promise<void> {
    await this.#open(picture);
  }

  /** Runs the checks that compare, picture by picture. */
  async checkTogether(pictures: readonly StoredPicture[]): Promise<void> {
    const comparing = this.#analysis.checks.filter(comparesPictures);
    if (comparing.length === 0) return;
    const { database, shelf } = this.#analysis;
    const earlier = await earlierPicturesOfHistory(database, this.#stored.caseId, shelf);
    const openedOf = async (role: StoredPicture['role']) =>
      (
        await Promise.all(pictures.filter((picture) => picture.role === role).map((picture) => this.#open(picture)))
      ).filter((picture) => picture !== null);
    const listing = await openedOf('listing');
    const evidence = await openedOf('evidence');
    for (const picture of pictures.filter(({ role }) => role === 'evidence')) {
      const opened = await this.#open(picture);
      const siblings = evidence.filter(({ id }) => id !== picture.pictureId);
      for (const check of comparing) await this.#runOne(check, picture, opened, listing, siblings, earlier);
    }
  }

  async #runOne(
    check: Check,
    stored: StoredPicture,
    picture: Picture | null,
    listing: readonly Picture[],
    siblings: readonly Picture[],
    earlier: EarlierPictures,
  ): Promise<void> {
    const { database, events } = this.#analysis;
    const { pictureId, caseId } = stored;
    const known = await database.get('results', [pictureId, check.id]);
    if (known && (known.version === check.version || known.version === GIVEN_UP)) return;
    events.checkStarted(pictureId, check.id);
    const opencv = check.needs.includes('opencv') ? await this.#openCv : undefined;
    const { outcome, elapsedMs } = await this.#outcomeOf(check, picture, { listing, siblings, earlier }, opencv);
    await writeResult(database, { pictureId, caseId, check: check.id, version: check.version, outcome, elapsedMs });
    if (outcome.status === 'done') await this.#keepFingerprint(stored, outcome.measured);
    events.checkEnded();
    events.changed();
  }

  async #outcomeOf(
    check: Check,
    picture: Picture | null,
    others: Pick<CheckInput, 'listing' | 'siblings' | 'earlier'>,
    loaded: LoadedOpenCv | undefined | null,
  ): ReturnType<typeof runCheck> {
    if (!picture) return { outcome: { status: 'skipped', reason: 'no-bytes' }, elapsedMs: 0 };
    if (loaded && 'problem' in loaded) {
      return { outcome: { status: 'failed', reason: 'no-opencv', params: { detail: loaded.problem } }, elapsedMs: 0 };
    }
    // A check that does not list `opencv` never touches it, so that it may be missing from its input.
    const opencv = loaded?.opencv as OpenCv;
    return runCheck(check, { picture, claim: factsOf(this.#stored), ...others, opencv }, this.#pixelsAltered);
  }

  async #open(stored: StoredPicture): Promise<Picture | null> {
    const { database, shelf } = this.#analysis;
    const image = analysedImage(stored);
    if (!image) return null;
    const { picture, decoding, decodeMs } = await shelf.open({
      pictureId: stored.pictureId,
      name: stored.name,
      sha256: image.sha256,
      blob: image.blob,
    });
    if (stored.decodeMs === null) {
      if (decoding.preview) await writePreview(database, stored.pictureId, decoding.preview);
      await updatePicture(database, stored.pictureId, {
        width: decoding.pixels?.sourceWidth ?? null,
        height: decoding.pixels?.sourceHeight ?? null,
        problem: decoding.problem,
        decodeMs,
      });
    }
    return picture;
  }

  async #keepFingerprint(picture: StoredPicture, measured: JsonObject): Promise<void> {
    const { pdq } = measured as { readonly pdq?: { readonly hash: string; readonly quality: number } };
    if (!pdq) return;
    const { caseId, orderId, platform, buyerKey } = this.#stored;
    const { pictureId, name } = picture;
    const capturedAt = analysedImage(picture)?.receivedAt ?? this.#analysis.now();
    await writeFingerprint(this.#analysis.database, {
      pictureId,
      caseId,
      orderId,
      platform,
      buyerKey,
      name,
      capturedAt,
      pdq: pdq.hash,
      quality: pdq.quality,
    });
  }
}

function factsOf({ claim, buyerKey }: StoredCase): ClaimFacts {
  const times = {
    applyTime: claim.applyTime,
    orderTime: claim.orderTime,
    dispatchTime: claim.dispatchTime,
    deliveryTime: claim.deliveryTime,
  };
  return {
    platform: claim.platform,
    claimId: claim.claimId,
    orderId: claim.orderId,
    buyerKey,
    ...(Object.fromEntries(Object.entries(times).filter(([, time]) => time !== null)) as Partial<ClaimFacts>),
  };
}
