import { GIVEN_UP, type StoredCase, type StoredPicture } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { setCaseStatus, updatePicture, writePreview, writeResult } from '../cases/write-results.ts';
import type { Check, CheckInput, ClaimFacts } from '../checks/check.ts';
import { type EarlierPictures, NO_EARLIER_PICTURES } from '../checks/earlier-pictures.ts';
import type { JsonObject } from '../checks/json.ts';
import type { Picture } from '../image/picture.ts';
import { fetchPictures } from './fetch-pictures.ts';
import type { HistoryFingerprints } from './history-fingerprints.ts';
import { loadTools, toolsAmong, warmTools } from './load-tools.ts';
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
  readonly fingerprints: HistoryFingerprints;
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

/** Checks that compare pictures or need a heavy tool; they run once everything has arrived. */
function runsLater(check: Check): boolean {
  return check.needs.includes('listing') || toolsAmong(check.needs).length > 0;
}

class CaseRun {
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pixelsAltered = pixelsAreAltered();
  readonly #described = new Set<string>();

  constructor(stored: StoredCase, analysis: Analysis) {
    this.#stored = stored;
    this.#analysis = analysis;
    // The tools of the first check that surely needs any load while the pictures arrive; those of later checks would
    // only slow that down.
    const first = analysis.checks.find(({ needs, reasonToSkip }) => !reasonToSkip && toolsAmong(needs).length > 0);
    warmTools(toolsAmong(first?.needs ?? []), analysis.database);
  }

  /** Decodes an evidence picture and runs the checks that look at it alone. */
  async checkOnArrival(picture: StoredPicture): Promise<void> {
    const opened = await this.#open(picture);
    for (const check of this.#analysis.checks.filter((check) => !runsLater(check))) {
      await this.#runOne(check, picture, opened, [], [], NO_EARLIER_PICTURES);
    }
  }

  /** Decodes a listing picture, so that it can be shown, and its problem when there is one. */
  async readListing(picture: StoredPicture): Promise<void> {
    await this.#open(picture);
  }

  /** Runs the checks that compare or need tools, check by check, so that the quicker ones have spoken for every picture first. */
  async checkTogether(pictures: readonly StoredPicture[]): Promise<void> {
    const later = this.#analysis.checks.filter(runsLater);
    if (later.length === 0) return;
    const { fingerprints, shelf } = this.#analysis;
    const earlier = fingerprints.without(this.#stored.caseId, shelf);
    const openedOf = async (role: StoredPicture['role']) =>
      (
        await Promise.all(pictures.filter((picture) => picture.role === role).map((picture) => this.#open(picture)))
      ).filter((picture) => picture !== null);
    const listing = await openedOf('listing');
    const evidence = await openedOf('evidence');
    for (const check of later) {
      for (const picture of pictures.filter(({ role }) => role === 'evidence')) {
        const siblings = evidence.filter(({ id }) => id !== picture.pictureId);
        await this.#runOne(check, picture, await this.#open(picture), listing, siblings, earlier);
      }
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
    const { outcome, elapsedMs } = await this.#outcomeOf(check, picture, { listing, siblings, earlier });
    await writeResult(database, { pictureId, caseId, check: check.id, version: check.version, outcome, elapsedMs });
    if (outcome.status === 'done') await this.#keepFingerprint(stored, outcome.measured);
    events.checkEnded();
    events.changed();
  }

  async #outcomeOf(
    check: Check,
    picture: Picture | null,
    others: Pick<CheckInput, 'listing' | 'siblings' | 'earlier'>,
  ): ReturnType<typeof runCheck> {
    if (!picture) return { outcome: { status: 'skipped', reason: 'no-bytes' }, elapsedMs: 0 };
    const reason = check.reasonToSkip?.(picture);
    if (reason) return { outcome: { status: 'skipped', reason }, elapsedMs: 0 };
    const loaded = await loadTools(toolsAmong(check.needs), this.#analysis.database);
    if ('problem' in loaded) {
      return {
        outcome: { status: 'failed', reason: `no-${loaded.tool}`, params: { detail: loaded.problem } },
        elapsedMs: 0,
      };
    }
    // A tool that the check does not list is missing from its input; it never touches it.
    const input = { picture, claim: factsOf(this.#stored), ...others, ...loaded.tools } as CheckInput;
    return runCheck(check, input, this.#pixelsAltered);
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
    if (stored.decodeMs === null && !this.#described.has(stored.pictureId)) {
      this.#described.add(stored.pictureId);
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
    await this.#analysis.fingerprints.add({
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
