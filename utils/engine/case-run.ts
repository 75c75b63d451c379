import { GIVEN_UP, type StoredCase, type StoredPicture, type StoredResult } from '../cases/case.ts';
import { readChecksOff } from '../cases/checks-off.ts';
import type { CaseDatabase } from '../cases/database.ts';
import type { Check, CheckInput, ClaimFacts } from '../checks/check.ts';
import { type EarlierPictures, NO_EARLIER_PICTURES } from '../checks/earlier-pictures.ts';
import type { Picture } from '../image/picture.ts';
import { alteredListingId, COMPARING_CHECK } from './altered-listing-id.ts';
import type { Analysis } from './analysis.ts';
import { CaseMemory } from './case-memory.ts';
import { CasePictures } from './case-pictures.ts';
import { framesOfVideo } from './frames-of-video.ts';
import { ResultWriter } from './result-writer.ts';
import { missingNeed, reasonMadeHere, runCheck } from './run-check.ts';
import { strongerOutcome } from './stronger-outcome.ts';
import { loadTool, toolsAmong, warmTools } from './worker/load-tools.ts';
import { pixelsAreAltered } from './worker/pixels-are-altered.ts';
import { runWithTools } from './worker/run-with-tools.ts';

/** Pictures that stand beside the one that is checked. */
export type Company = Pick<CheckInput, 'listing' | 'alteredListing' | 'packing' | 'siblings' | 'earlier'>;

/** In which worker a check runs: this one, or the second where there is one. */
export type Place = 'here' | 'beside';

/** No company: for checks that look at one picture alone. */
export const ALONE: Company = { listing: [], packing: [], siblings: [], earlier: NO_EARLIER_PICTURES };

/** Version of what a check said of the file alone, before the picture was decoded: it speaks again. */
const FROM_BYTES_ALONE = 0;

/** One run of a case's checks: runs single checks on its pictures, writes what they say. */
export class CaseRun {
  readonly pictures: CasePictures;
  readonly #memory: CaseMemory;
  readonly #results: ResultWriter;
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pixelsAltered = pixelsAreAltered();
  readonly #checksOff: Promise<readonly string[]>;
  /** What checks have said, from memory: in the database every reading would wait for the files' writing. */
  readonly #known: Promise<Map<string, StoredResult>>;

  constructor(stored: StoredCase, analysis: Analysis) {
    this.#stored = stored;
    this.#analysis = analysis;
    this.pictures = new CasePictures(analysis.database, analysis.shelf);
    this.#memory = new CaseMemory(stored, analysis, this.pictures);
    this.#results = new ResultWriter(analysis.database, () => analysis.events.changed());
    this.#checksOff = readChecksOff(analysis.database);
    this.#known = readKnownResults(analysis.database, stored.caseId);
    // Whoever asks hears of it.
    this.#known.catch(() => undefined);
    // The tools of the first check that surely needs any load while the pictures arrive; those of later checks would
    // only slow that down.
    const first = analysis.checks.find(({ needs, reasonToSkip }) => !reasonToSkip && toolsAmong(needs).length > 0);
    warmTools(toolsAmong(first?.needs ?? []), analysis.database);
    if (analysis.checks.some(({ readsPixelsAlone, needs }) => readsPixelsAlone && needs.includes('opencv')))
      analysis.helper?.warm();
  }

  /** The pictures of earlier claims, as the checks search them. */
  async earlier(): Promise<EarlierPictures> {
    return (await this.#analysis.fingerprints).without(this.#stored.caseId, this.#analysis.shelf);
  }

  /** Id of the listing picture that this one was found to be a changed copy of; null for none, undefined where nothing compared. */
  async alteredListingOf({ pictureId }: StoredPicture): Promise<string | null | undefined> {
    const result = (await this.#known).get(keyOf(COMPARING_CHECK, pictureId));
    return result && alteredListingId(result);
  }

  /**
   * Runs one check on one picture, unless it has spoken already, and writes what it says. A check that has compared
   * the picture with some of the listing or the packing is run with the others only.
   */
  async runCheck(check: Check, stored: StoredPicture, company: Company, place: Place = 'here'): Promise<void> {
    const known = await this.#knownResult(stored, check);
    if (known?.version === GIVEN_UP) return;
    const earlier = known?.version === check.version ? known : null;
    if (!earlier) return this.#runAndWrite(check, stored, company, null, place);
    const isNew = (id: string): boolean => !earlier.comparedWith?.includes(id);
    const added = {
      ...company,
      listing: company.listing.filter(({ id }) => isNew(id)),
      packing: company.packing.filter(({ picture }) => isNew(picture.id)),
    };
    if (comparedIds(check, added)?.length) await this.#runAndWrite(check, stored, added, earlier, place);
  }

  /** Runs one check on one picture whatever it has said before. */
  async runCheckAgain(check: Check, stored: StoredPicture, company: Company): Promise<void> {
    await this.#runAndWrite(check, stored, company, null, check.readsPixelsAlone ? 'beside' : 'here');
    await this.flush();
  }

  /**
   * Runs the checks that read bytes on a picture that is not decoded yet, those that have not spoken, and writes what they
   * say in one go: it is the first that a seller sees.
   * @param bytes of the picture's file, where they are in memory
   */
  async runChecksOnBytes(
    checks: readonly Check[],
    stored: StoredPicture,
    bytes: Uint8Array<ArrayBuffer> | null,
  ): Promise<void> {
    const reading = this.pictures.read(stored, bytes);
    const results: StoredResult[] = [];
    for (const check of checks) {
      const known = await this.#knownResult(stored, check);
      if (known?.version === GIVEN_UP || known?.version === check.version) continue;
      const version = check.reads === 'bytes' ? check.version : FROM_BYTES_ALONE;
      results.push(await this.#resultOf({ ...check, version }, stored, ALONE, null, reading, 'here'));
    }
    if (results.length > 0) await this.#results.add(...results);
    await this.settle();
  }

  /** Has what was found in passing written where that is due, before something that takes long begins. */
  async settle(): Promise<void> {
    await this.#results.settle();
  }

  /** Resolves when everything that was found so far is in the database. */
  async flush(): Promise<void> {
    await Promise.all([this.#results.flush(), this.pictures.flush()]);
  }

  async #knownResult({ pictureId }: StoredPicture, { id }: Check): Promise<StoredResult | undefined> {
    return (await this.#known).get(keyOf(id, pictureId));
  }

  async #runAndWrite(
    check: Check,
    stored: StoredPicture,
    company: Company,
    earlier: StoredResult | null,
    place: Place,
  ): Promise<void> {
    const result = await this.#resultOf(check, stored, company, earlier, this.pictures.open(stored), place);
    (await this.#known).set(keyOf(check.id, stored.pictureId), result);
    await this.#results.add(result);
    if (result.outcome.status === 'done') await this.#memory.keepFingerprint(stored, result.outcome.measured);
  }

  async #resultOf(
    check: Check,
    stored: StoredPicture,
    company: Company,
    earlier: StoredResult | null,
    opening: Promise<Picture | null>,
    place: Place,
  ): Promise<StoredResult> {
    const { pictureId, caseId } = stored;
    const made = await this.#outcomeOf(check, pictureId, await opening, company, place);
    const outcome = earlier ? strongerOutcome(earlier.outcome, made.outcome) : made.outcome;
    const result = { pictureId, caseId, check: check.id, version: check.version, outcome, elapsedMs: made.elapsedMs };
    const compared = comparedIds(check, company);
    return compared ? { ...result, comparedWith: [...(earlier?.comparedWith ?? []), ...compared] } : result;
  }

  /** Keeps what a later claim finds this picture again by, even in part. */
  async remember(stored: StoredPicture): Promise<void> {
    await this.flush();
    if (!this.#pixelsAltered) await this.#memory.keepParts(stored, (await this.alteredListingOf(stored)) ?? null);
  }

  /** Makes pictures of a video's frames, once; gives those that are new. */
  async openVideo(stored: StoredPicture): Promise<readonly StoredPicture[]> {
    await this.pictures.flush();
    return framesOfVideo(this.#analysis, stored);
  }

  /** Runs a check, here or in the second worker, and tells when it begins and ends. */
  async #outcomeOf(
    check: Check,
    pictureId: string,
    picture: Picture | null,
    company: Company,
    place: Place,
  ): ReturnType<typeof runCheck> {
    const { events, helper, database } = this.#analysis;
    if ((await this.#checksOff).includes(check.id)) return skippedAtOnce('switched-off');
    if (!picture) return skippedAtOnce('no-bytes');
    const reason = reasonMadeHere(check, picture) ?? check.reasonToSkip?.(picture);
    if (reason) return skippedAtOnce(reason);
    const input = { picture, claim: factsOf(this.#stored), ...company };
    const missing = missingNeed(check, input, this.#pixelsAltered);
    if (missing) return { outcome: missing, elapsedMs: 0 };
    const running = { pictureId, check: check.id, isBeside: helper !== undefined && place === 'beside' };
    const begin = (): void => events.checkStarted(running);
    try {
      if (helper && running.isBeside) {
        const onBroken = (detail: string): void => events.checkBroke(running, detail);
        return await helper.run(check.id, input, this.#pixelsAltered, { onBegun: begin, onBroken });
      }
      const tools = toolsAmong(check.needs);
      if (tools.length > 0) await this.#results.settle();
      begin();
      // A tool that the check does not list is missing from its input; it never touches it.
      return await runWithTools(
        tools,
        (tool) => loadTool(tool, database),
        (loaded) => runCheck(check, { ...input, ...loaded } as CheckInput, this.#pixelsAltered),
      );
    } finally {
      events.checkEnded(running);
    }
  }
}

async function readKnownResults(database: CaseDatabase, caseId: string): Promise<Map<string, StoredResult>> {
  const results = await database.getAllFromIndex('results', 'by-case', caseId);
  return new Map(results.map((result) => [keyOf(result.check, result.pictureId), result]));
}

function keyOf(check: string, pictureId: string): string {
  return `${check} ${pictureId}`;
}

function skippedAtOnce(reason: string): Awaited<ReturnType<typeof runCheck>> {
  return { outcome: { status: 'skipped', reason }, elapsedMs: 0 };
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
