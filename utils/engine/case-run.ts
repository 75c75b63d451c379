import { GIVEN_UP, type StoredCase, type StoredPicture, type StoredResult } from '../cases/case.ts';
import { readChecksOff } from '../cases/checks-off.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { storeFrames } from '../cases/store-frames.ts';
import { updatePicture, writePreview, writeResult } from '../cases/write-results.ts';
import type { Check, CheckInput, ClaimFacts } from '../checks/check.ts';
import { type EarlierPictures, NO_EARLIER_PICTURES } from '../checks/earlier-pictures.ts';
import type { JsonObject } from '../checks/json.ts';
import type { OpenCv } from '../checks/open-cv.ts';
import { cutDamagePatches } from '../image/damage-patch/cut-damage-patches.ts';
import type { Picture } from '../image/picture.ts';
import { storedWordsOf } from '../image/stored-words.ts';
import { capturedImage } from './capture/capture-image.ts';
import type { HistoryFingerprints } from './history-fingerprints.ts';
import { readVideoFrames } from './read-video-frames.ts';
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
  now(): string;
}

/** Pictures that stand beside the one that is checked. */
type Company = Pick<CheckInput, 'listing' | 'packing' | 'siblings' | 'earlier'>;

/** No company: for checks that look at one picture alone. */
export const ALONE: Company = { listing: [], packing: [], siblings: [], earlier: NO_EARLIER_PICTURES };

/** Stands in for a check where a video that cannot be opened has to be given up. */
const VIDEO_FRAMES_STEP = 'video-frames';

/** One run of a case's checks: opens pictures, runs single checks on them, writes what they say. */
export class CaseRun {
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pixelsAltered = pixelsAreAltered();
  readonly #described = new Set<string>();
  readonly #checksOff: Promise<readonly string[]>;

  constructor(stored: StoredCase, analysis: Analysis) {
    this.#stored = stored;
    this.#analysis = analysis;
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
   * the picture with some of the listing or the packing is run with the others only.
   */
  async runCheck(check: Check, stored: StoredPicture, company: Company): Promise<void> {
    const known = await this.#analysis.database.get('results', [stored.pictureId, check.id]);
    if (known?.version === GIVEN_UP) return;
    const earlier = known?.version === check.version ? known : null;
    if (!earlier) return this.#runAndWrite(check, stored, company, null);
    const isNew = (id: string): boolean => !earlier.comparedWith?.includes(id);
    const added = {
      ...company,
      listing: company.listing.filter(({ id }) => isNew(id)),
      packing: company.packing.filter(({ picture }) => isNew(picture.id)),
    };
    if (comparedIds(check, added)?.length) await this.#runAndWrite(check, stored, added, earlier);
  }

  /** Runs one check on one picture whatever it has said before. */
  runCheckAgain(check: Check, stored: StoredPicture, company: Company): Promise<void> {
    return this.#runAndWrite(check, stored, company, null);
  }

  async #runAndWrite(
    check: Check,
    stored: StoredPicture,
    company: Company,
    earlier: StoredResult | null,
  ): Promise<void> {
    const { database, events } = this.#analysis;
    const { pictureId, caseId } = stored;
    events.checkStarted(pictureId, check.id);
    const made = await this.#outcomeOf(check, await this.open(stored), company);
    const outcome = earlier ? strongerOutcome(earlier.outcome, made.outcome) : made.outcome;
    const result = { pictureId, caseId, check: check.id, version: check.version, outcome, elapsedMs: made.elapsedMs };
    const compared = comparedIds(check, company);
    const comparedWith = [...(earlier?.comparedWith ?? []), ...(compared ?? [])];
    await writeResult(database, compared ? { ...result, comparedWith } : result);
    if (outcome.status === 'done') await this.#keepFingerprint(stored, outcome.measured);
    events.checkEnded();
    events.changed();
  }

  /** Keeps what a later claim finds this picture again by, even in part. */
  async remember(stored: StoredPicture): Promise<void> {
    const { database } = this.#analysis;
    const fingerprints = await this.#analysis.fingerprints;
    const listingId = await this.#alteredListingOf(stored);
    if (fingerprints.hasWords(stored.pictureId) && listingId === null) return;
    const picture = await this.open(stored);
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
    const listing = stored && (await this.open(stored));
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

  /** Reads and decodes a picture, and notes its size, small version and problem the first time; null without bytes. */
  async open(stored: StoredPicture): Promise<Picture | null> {
    const { database, shelf } = this.#analysis;
    const image = analysedImage(stored);
    if (!image) return null;
    const { picture, decoding, decodeMs } = await shelf.open({
      pictureId: stored.pictureId,
      name: stored.name,
      sha256: image.sha256,
      blob: image.blob,
      madeFrom: stored.madeFrom,
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

/** Ids of the seller's pictures that a check compares with; null for a check that compares with none of them. */
function comparedIds({ needs }: Check, { listing, packing }: Company): readonly string[] | null {
  if (needs.includes('listing')) return listing.map(({ id }) => id);
  return needs.includes('packing') ? packing.map(({ picture }) => picture.id) : null;
}

function factsOf({ claim, buyerKey, createdAt }: StoredCase): ClaimFacts {
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
    firstReadAt: createdAt,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) as Partial<ClaimFacts>),
  };
}
