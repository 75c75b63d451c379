import { deleteDB } from 'idb';
import type { RoleInCase, StoredPicture, StoredResult } from '../cases/case.ts';
import { type CaseDatabase, openDatabase } from '../cases/database.ts';
import { type PictureAtHand, storeClaim } from '../cases/store-claim.ts';
import { addCertificates } from '../cases/trust-list.ts';
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
import { HistoryFingerprints } from './history-fingerprints.ts';
import type { FilesToAnalyse, NamedFile } from './worker/worker-protocol.ts';

/** Nobody watches: the answer is the lines. */
const SILENT: AnalysisEvents = {
  changed: () => undefined,
  checkStarted: () => undefined,
  checkEnded: () => undefined,
  checkBroke: () => undefined,
};

/**
 * Analyses files as if they stood on a refund page: stored, fingerprinted, checked by the same code, in a history of
 * its own that holds the `seen` pictures first, each as a claim of another order.
 * @returns one line per evidence file, in the order given, and the evidence pack where it was asked for
 */
export async function analyseFiles(
  requestId: string,
  files: FilesToAnalyse,
  { shelf, helper, now }: Pick<Analysis, 'shelf' | 'helper' | 'now'>,
): Promise<{ lines: AnalysisLine[]; pack: EvidencePack | null }> {
  const name = `files-${requestId}`;
  const database = await openDatabase(name);
  try {
    if (files.trustList !== undefined && (await addCertificates(database, files.trustList, now())) === 0) {
      throw new Error('The trust list holds no certificate');
    }
    const fingerprints = HistoryFingerprints.read(database);
    await fingerprints;
    const checks = [
      ...CHECKS.filter(({ id }) => files.checks.length === 0 || files.checks.includes(id)),
      ...CHECKS_ON_REQUEST.filter(({ id }) => files.checks.includes(id)),
    ];
    const remembers = checks.some(({ id }) => id === 'seen-before');
    const analysis = { database, shelf, ...(helper ? { helper } : {}), fingerprints, remembers, now, events: SILENT };
    const fingerprinting = CHECKS.filter(({ id }) => id === 'fingerprint');
    for (const [index, file] of files.seen.entries()) {
      const seen = claimFromJson({}, { claimId: `seen-${index}`, orderId: `seen-order-${index}`, readAt: now() });
      await analyse(seen, [await atHand('evidence', file, now())], { ...analysis, checks: fingerprinting });
    }
    const claim = claimFromJson(files.claim, { claimId: requestId, orderId: 'order-of-these-files', readAt: now() });
    const pictures = await Promise.all([
      ...files.evidence.map((file) => atHand('evidence', file, now())),
      ...files.listing.map((file) => atHand('listing', file, now())),
      ...files.packing.map((file) => atHand('packing', file, files.packedAt ?? now())),
    ]);
    await analyse(claim, pictures, { ...analysis, checks, remembers: false });
    const caseId = caseIdOf(claim);
    const pack = files.pack
      ? await makePack(database, caseId, {
          ...files.pack,
          verifierScript: await readVerifierScript(),
          onProgress: () => undefined,
        })
      : null;
    return { lines: await linesOf(database, caseId, checks), pack };
  } finally {
    database.close();
    await deleteDB(name);
  }
}

async function analyse(claim: ClaimOnPage, pictures: readonly PictureAtHand[], analysis: Analysis): Promise<void> {
  const { caseId } = await storeClaim(analysis.database, claim, pictures, analysis.now());
  await analyseCase(caseId, analysis);
}

async function atHand(role: RoleInCase, { name, file }: NamedFile, receivedAt: string): Promise<PictureAtHand> {
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
