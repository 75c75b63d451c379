import { GIVEN_UP, type StoredCase, type StoredPicture, type StoredResult } from '../cases/case.ts';
import { readChecksOff } from '../cases/checks-off.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { storeFrames } from '../cases/store-frames.ts';
import { updatePicture } from '../cases/write-results.ts';
import type { Check, CheckInput, ClaimFacts } from '../checks/check.ts';
import { type EarlierPictures, NO_EARLIER_PICTURES } from '../checks/earlier-pictures.ts';
import type { JsonObject } from '../checks/json.ts';
import type { OpenCv } from '../checks/open-cv.ts';
import { cutDamagePatches } from '../image/damage-patch/cut-damage-patches.ts';
import type { Picture } from '../image/picture.ts';
import { storedWordsOf } from '../image/stored-words.ts';
import { capturedImage } from './capture/capture-image.ts';
import { CasePictures } from './case-pictures.ts';
import type { HistoryFingerprints } from './history-fingerprints.ts';
import { readVideoFrames } from './read-video-frames.ts';
import { ResultWriter } from './result-writer.ts';
import { reasonMadeHere, runCheck } from './run-check.ts';
import { strongerOutcome } from './stronger-outcome.ts';
import { loadTools, toolsAmong, warmTools } from './worker/load-tools.ts';
import type { PictureShelf } from './worker/picture-shelf.ts';
import { pixelsAreAltered } from './worker/pixels-are-altered.ts';

/** What an analysis tells while it runs. Results are in the database before `changed` is called. */
export interface AnalysisEvents {
  changed(): void;
  checkStarted(pictureId: string, check: string): void;
  checkEnded(): void;
}

export interface Analysis {
  readonly database: CaseDatabase;
  readonly shelf: PictureShelf;
  /** May still be read from the database: only what compares with earlier claims waits for it. */
  readonly fingerprints: Promise<HistoryFingerprints>;
  readonly checks: readonly Check[];
  /** Whether later claims can find these pictures again. */
  readonly remembers: boolean;
  readonly events: AnalysisEvents;
  /** Throws where the disk is nearly full; absent where nothing that is stored stays. */
  readonly requireDiskSpace?: () => Promise<void>;
  now(): string;
}

/** Pictures that stand beside the one that is checked. */
type Company = Pick<CheckInput, 'listing' | 'siblings' | 'earlier'>;

/** No company: for checks that look at one picture alone. */
export const ALONE: Company = { listing: [], siblings: [], earlier: NO_EARLIER_PICTURES };

/** Stands in for a check where a video that cannot be opened has to be given up. */
const VIDEO_FRAMES_STEP = 'video-frames';

/** Version of what a check said of the file alone, before the picture was decoded: it speaks again. */
const FROM_BYTES_ALONE = 0;

/** One run of a case's checks: runs single checks on its pictures, writes what they say. */
export class CaseRun {
  readonly pictures: CasePictures;
  readonly #results: ResultWriter;
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pixelsAltered = pixelsAreAltered();
  readonly #checksOff: Promise<readonly string[]>;

  constructor(stored: StoredCase, analysis: Analysis) {
    this.#stored = stored;
    this.#analysis = analysis;
    this.pictures = new CasePictures(analysis.database, analysis.shelf);
    this.#results = new ResultWriter(analysis.database, () => analysis.events.changed());
    this.#checksOff = readChecksOff(analysis.database);
    // The tools of the first check that surely needs any load while the pictures arrive; those of later checks would
    // only slow that down.
    const first = analysis.checks.find(({ needs, reasonToSkip }) => !reasonToSkip && toolsAmong(needs).length > 0);
    warmTools(toolsAmong(first?.needs ?? []), analysis.database);
  }

  /** The pictures of earlier claims, as the checks search them. */
  async earlier(): Promise<EarlierPictures> {
    return (await this.#analysis.fingerprints).without(this.#stored.caseId, this.#analysis.shelf);
  }

  /**
   * Runs one check on one picture, unless it has spoken already, and writes what it says. A check that has compared
   * the picture with some of the listing is run with the others only.
   */
  async runCheck(check: Check, stored: StoredPicture, company: Company): Promise<void> {
    const known = await this.#analysis.database.get('results', [stored.pictureId, check.id]);
    if (known?.version === GIVEN_UP) return;
    const earlier = known?.version === check.version ? known : null;
    const added = company.listing.filter(({ id }) => !earlier?.comparedWith?.includes(id));
    if (earlier && (!check.needs.includes('listing') || added.length === 0)) return;
    await this.#runAndWrite(check, stored, { ...company, listing: earlier ? added : company.listing }, earlier);
  }

  /** Runs one check on one picture whatever it has said before. */
  async runCheckAgain(check: Check, stored: StoredPicture, company: Company): Promise<void> {
    await this.#runAndWrite(check, stored, company, null);
    await this.flush();
  }

  /** Runs a check that reads bytes on a picture that is not decoded yet, unless it has spoken already. */
  async runCheckOnBytes(check: Check, stored: StoredPicture): Promise<void> {
    const known = await this.#analysis.database.get('results', [stored.pictureId, check.id]);
    if (known?.version === GIVEN_UP || known?.version === check.version) return;
    const version = check.reads === 'bytes' ? check.version : FROM_BYTES_ALONE;
    await this.#runAndWrite({ ...check, version }, stored, ALONE, null, this.pictures.read(stored));
  }

  /** Resolves when everything that was found so far is in the database. */
  async flush(): Promise<void> {
    await Promise.all([this.#results.flush(), this.pictures.flush()]);
  }

  async #runAndWrite(
    check: Check,
    stored: StoredPicture,
    company: Company,
    earlier: StoredResult | null,
    opening: Promise<Picture | null> = this.pictures.open(stored),
  ): Promise<void> {
    const { events } = this.#analysis;
    const { pictureId, caseId } = stored;
    // What was found in passing is shown before something that takes long begins.
    if (toolsAmong(check.needs).length > 0) this.#results.startWriting();
    events.checkStarted(pictureId, check.id);
    const made = await this.#outcomeOf(check, await opening, company);
    const outcome = earlier ? strongerOutcome(earlier.outcome, made.outcome) : made.outcome;
    const result = { pictureId, caseId, check: check.id, version: check.version, outcome, elapsedMs: made.elapsedMs };
    const comparedWith = [...(earlier?.comparedWith ?? []), ...company.listing.map(({ id }) => id)];
    await this.#results.add(check.needs.includes('listing') ? { ...result, comparedWith } : result);
    if (outcome.status === 'done') await this.#keepFingerprint(stored, outcome.measured);
    events.checkEnded();
  }

  /** Keeps what a later claim finds this picture again by, even in part. */
  async remember(stored: StoredPicture): Promise<void> {
    const { database } = this.#analysis;
    await this.flush();
    const fingerprints = await this.#analysis.fingerprints;
    const listingId = await this.#alteredListingOf(stored);
    if (fingerprints.hasWords(stored.pictureId) && listingId === null) return;
    const picture = await this.pictures.open(stored);
    if (!picture?.pixels || this.#pixelsAltered) return;
    const loaded = await loadTools(['opencv'], database);
    // Without OpenCV the fingerprint alone is kept; the checks that needed it have said so.
    if ('problem' in loaded) return;
    const opencv = loaded.tools.opencv as OpenCv;
    if (listingId !== null) await this.#rememberDamages(opencv, listingId, picture);
    await fingerprints.addWords(stored.pictureId, storedWordsOf(opencv, picture), this.#analysis.now());
  }

  /** The listing picture that this one was found to be a changed copy of; null for none. */
  async #alteredListingOf({ pictureId }: StoredPicture): Promise<string | null> {
    const result = await this.#analysis.database.get('results', [pictureId, 'listing-match']);
    const findings = result?.outcome.status === 'done' ? result.outcome.findings : [];
    const altered = findings.find(({ kind }) => kind === 'listing-altered');
    return altered ? String(altered.params.listingId) : null;
  }

  /** Keeps how the changed places of a listing picture look, by which the same damage is found on another product. */
  async #rememberDamages(opencv: OpenCv, listingId: string, picture: Picture): Promise<void> {
    const { database, now } = this.#analysis;
    const stored = await database.get('pictures', listingId);
    const listing = stored && (await this.pictures.open(stored));
    if (!listing?.pixels) return;
    const fingerprints = await this.#analysis.fingerprints;
    await fingerprints.addDamages(picture.id, cutDamagePatches(opencv, listing, picture), now());
  }

  async #outcomeOf(check: Check, picture: Picture | null, company: Company): ReturnType<typeof runCheck> {
    if ((await this.#checksOff).includes(check.id))
      return { outcome: { status: 'skipped', reason: 'switched-off' }, elapsedMs: 0 };
    if (!picture) return { outcome: { status: 'skipped', reason: 'no-bytes' }, elapsedMs: 0 };
    const reason = reasonMadeHere(check, picture) ?? check.reasonToSkip?.(picture);
    if (reason) return { outcome: { status: 'skipped', reason }, elapsedMs: 0 };
    const loaded = await loadTools(toolsAmong(check.needs), this.#analysis.database);
    if ('problem' in loaded) {
      return {
        outcome: { status: 'failed', reason: `no-${loaded.tool}`, params: { detail: loaded.problem } },
        elapsedMs: 0,
      };
    }
    // A tool that the check does not list is missing from its input; it never touches it.
    const input = { picture, claim: factsOf(this.#stored), ...company, ...loaded.tools } as CheckInput;
    return runCheck(check, input, this.#pixelsAltered);
  }

  /**
   * Makes pictures of a video's frames, once; a video that hung or crashed the worker is not tried again in this run.
   * @returns those that are new
   */
  async openVideo(stored: StoredPicture): Promise<readonly StoredPicture[]> {
    const { database, events, now } = this.#analysis;
    const { pictureId, video } = stored;
    const image = analysedImage(stored);
    const given = await database.get('results', [pictureId, VIDEO_FRAMES_STEP]);
    if (!image || given) return [];
    await this.pictures.flush();
    if (video) {
      await updatePicture(database, pictureId, { problem: null, width: video.width, height: video.height });
      return [];
    }
    events.checkStarted(pictureId, VIDEO_FRAMES_STEP);
    const reading = await readVideoFrames(image.blob);
    events.checkEnded();
    if ('problem' in reading) {
      await updatePicture(database, pictureId, { problem: reading.problem });
      return [];
    }
    const frames = await Promise.all(
      reading.frames.map(async ({ timeSeconds, blob }) => ({
        timeSeconds,
        captured: await capturedImage(new Uint8Array(await blob.arrayBuffer()), '', blob.type, now()),
      })),
    );
    return storeFrames(database, stored, reading.facts, frames);
  }

  async #keepFingerprint(picture: StoredPicture, measured: JsonObject): Promise<void> {
    const { pdq } = measured as { readonly pdq?: { readonly hash: string; readonly quality: number } };
    if (!pdq) return;
    const { caseId, orderId, platform, buyerKey } = this.#stored;
    const { pictureId, name } = picture;
    const capturedAt = analysedImage(picture)?.receivedAt ?? this.#analysis.now();
    const fingerprints = await this.#analysis.fingerprints;
    await fingerprints.add({
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
  const known = {
    applyTime: claim.applyTime,
    orderTime: claim.orderTime,
    dispatchTime: claim.dispatchTime,
    deliveryTime: claim.deliveryTime,
    forwardTracking: claim.forwardTracking,
    returnTracking: claim.returnTracking,
  };
  return {
    platform: claim.platform,
    claimId: claim.claimId,
    orderId: claim.orderId,
    claimType: claim.claimType,
    buyerKey,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) as Partial<ClaimFacts>),
  };
}
