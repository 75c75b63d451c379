import { deleteDB } from 'idb';
import { GIVEN_UP, type RoleInCase, type StoredPicture, type StoredResult } from '../cases/case.ts';
import { type CaseDatabase, openDatabase } from '../cases/database.ts';
import { type PictureAtHand, storeClaim } from '../cases/store-claim.ts';
import { addCertificates } from '../cases/trust-list.ts';
import { writeResult } from '../cases/write-results.ts';
import type { Check } from '../checks/check.ts';
import { CHECKS, CHECKS_ON_REQUEST } from '../checks/index.ts';
import { type ClaimOnPage, caseIdOf } from '../claims/claim.ts';
import { claimFromJson } from '../claims/payload/claim-from-json.ts';
import { type EvidencePack, makePack } from '../evidence/make-pack.ts';
import { readVerifierScript } from '../evidence/read-verifier-script.ts';
import { formatVideoTime } from '../image/format-video-time.ts';
import { analyseCase } from './analyse-case.ts';
import type { Analysis, AnalysisEvents } from './analysis.ts';
import { type AnalysisLine, analysisLineOf } from './analysis-line.ts';
import { capturedImage } from './capture/capture-image.ts';
import { problemOfSize, typeOf } from './capture/sort-out-files.ts';
import { HistoryFingerprints } from './history-fingerprints.ts';
import { keepAsStated } from './keep-as-stated.ts';
import type { FilesToAnalyse, GivenUpStep, NamedFile } from './worker/worker-protocol.ts';

/**
 * Analyses files as if they stood on a refund page: stored, fingerprinted, checked by the same code, in a history of
 * its own that holds the `seen` pictures first, each as a claim of another order. A history of the same request that a
 * worker left behind, which hung or crashed, is gone on with.
 * @param eventsOf what is told of a case while it runs; its steps are what whoever asks can watch
 * @returns one line per evidence file, in the order given, and the evidence pack where it was asked for
 */
export async function analyseFiles(
  requestId: string,
  files: FilesToAnalyse,
  { shelf, helper, now }: Pick<Analysis, 'shelf' | 'helper' | 'now'>,
  eventsOf: (caseId: string) => AnalysisEvents,
): Promise<{ lines: AnalysisLine[]; pack: EvidencePack | null }> {
  const name = `files-${requestId}`;
  const database = await openDatabase(name);
  try {
    if (files.givenUp) await giveUp(database, files.givenUp);
    if (files.trustList !== undefined) {
      const added = await addCertificates(database, files.trustList, now());
      if (added === 0 && files.givenUp === undefined) throw new Error('The trust list holds no certificate');
    }
    const fingerprints = HistoryFingerprints.read(database);
    await fingerprints;
    const checks = [
      ...CHECKS.filter(({ id }) => files.checks.length === 0 || files.checks.includes(id)),
      ...CHECKS_ON_REQUEST.filter(({ id }) => files.checks.includes(id)),
    ];
    const remembers = checks.some(({ id }) => id === 'seen-before');
    const tools = { database, shelf, ...(helper ? { helper } : {}), fingerprints, now };
    const analyse = async (
      claim: ClaimOnPage,
      pictures: () => Promise<PictureAtHand[]>,
      how: Pick<Analysis, 'checks' | 'remembers'>,
    ) => {
      const caseId = caseIdOf(claim);
      if (!(await database.get('cases', caseId))) await storeClaim(database, claim, await pictures(), now());
      await analyseCase(caseId, { ...how, ...tools, events: eventsOf(caseId) });
    };
    const fingerprinting = CHECKS.filter(({ id }) => id === 'fingerprint');
    for (const [index, file] of files.seen.entries()) {
      // It stands where an order's number is printed: a word of the call, which nobody takes for one.
      const seen = claimFromJson({}, { claimId: `seen-${index}`, orderId: `--seen ${index + 1}`, readAt: now() });
      const picture = async () => [await atHand('evidence', file, now())];
      await analyse(seen, picture, { checks: fingerprinting, remembers });
    }
    const claim = claimFromJson(files.claim, { claimId: requestId, orderId: 'order-of-these-files', readAt: now() });
    const pictures = async () => {
      const handed: PictureAtHand[] = [];
      // One after the other: together they would all be in memory.
      for (const role of ['evidence', 'listing', 'packing'] as const)
        for (const file of files[role])
          handed.push(await atHand(role, file, role === 'packing' ? (files.packedAt ?? now()) : now()));
      return handed;
    };
    await analyse(claim, pictures, { checks, remembers: false });
    const caseId = caseIdOf(claim);
    const lines = await linesOf(database, caseId, checks);
    if (!files.pack) return { lines, pack: null };
    await keepAsStated(database, caseId, files);
    const pack = await makePack(database, caseId, {
      ...files.pack,
      verifierScript: await readVerifierScript(),
      onProgress: () => undefined,
    });
    return { lines, pack };
  } finally {
    database.close();
    await deleteDB(name);
  }
}

/** Records the step at which a worker was lost, so that it is not taken again; does nothing where its case is not stored. */
async function giveUp(database: CaseDatabase, { pictureId, check, reason, params }: GivenUpStep): Promise<void> {
  const caseId = (await database.get('pictures', pictureId))?.caseId;
  if (caseId === undefined) return;
  const outcome = { status: 'failed' as const, reason, params };
  await writeResult(database, { pictureId, caseId, check, version: GIVEN_UP, outcome, elapsedMs: 0 });
}

async function atHand(role: RoleInCase, { name, file }: NamedFile, receivedAt: string): Promise<PictureAtHand> {
  // What is neither picture nor video is answered by its first bytes, but has a hash where it is not too large for one.
  const problem = problemOfSize(file, (await typeOf(file)) === 'video' ? 'video' : 'image');
  if (problem) return { role, url: '', name, captured: null, problem };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { role, url: '', name, captured: await capturedImage(bytes, '', file.type || null, receivedAt) };
}

async function linesOf(database: CaseDatabase, caseId: string, checks: readonly Check[]): Promise<AnalysisLine[]> {
  const results = await database.getAllFromIndex('results', 'by-case', caseId);
  const order = checks.map(({ id }) => id);
  const pictures = await database.getAllFromIndex('pictures', 'by-case', caseId);
  return pictures
    .filter(({ role, madeFrom }) => role === 'evidence' && !madeFrom)
    .toSorted((a, b) => a.index - b.index)
    .map((picture) =>
      analysisLineOf(
        picture,
        [
          ...resultsOfFrames(picture, pictures, results),
          ...results.filter(({ pictureId }) => pictureId === picture.pictureId),
        ].toSorted((a, b) => order.indexOf(a.check) - order.indexOf(b.check)),
      ),
    );
}

/** What the frames of a video show counts as the video's, each finding with its moment; their measurements stay out. */
function resultsOfFrames(
  video: StoredPicture,
  pictures: readonly StoredPicture[],
  results: readonly StoredResult[],
): StoredResult[] {
  return pictures.flatMap(({ pictureId, madeFrom }) => {
    if (madeFrom?.kind !== 'video-frame' || madeFrom.videoId !== video.pictureId) return [];
    const videoTime = formatVideoTime(madeFrom.timeSeconds);
    return results.flatMap((result) => {
      if (result.pictureId !== pictureId || result.outcome.status !== 'done') return [];
      const findings = result.outcome.findings
        .filter(({ kind }) => kind !== 'video-frame')
        .map((finding) => ({ ...finding, params: { ...finding.params, videoTime } }));
      return [{ ...result, outcome: { ...result.outcome, measured: {}, findings } }];
    });
  });
}
