import { type CaseDatabase, openDatabase } from '../../cases/database.ts';
import { watchHistoryChanges } from '../../cases/history-changes.ts';
import { writePack } from '../../cases/packs.ts';
import { requireDiskSpace } from '../../cases/require-disk-space.ts';
import { CHECKS, CHECKS_ON_REQUEST } from '../../checks/index.ts';
import { makePack } from '../../evidence/make-pack.ts';
import { readVerifierScript } from '../../evidence/read-verifier-script.ts';
import { analyseCase } from '../analyse-case.ts';
import { analyseFiles } from '../analyse-files.ts';
import type { AnalysisEvents } from '../analysis.ts';
import { checkPicture } from '../check-picture.ts';
import { HistoryFingerprints } from '../history-fingerprints.ts';
import { CheckHelper } from './check-helper.ts';
import { HELPER_NAME } from './helper-protocol.ts';
import { PictureShelf } from './picture-shelf.ts';
import type { WorkerEvent, WorkerRequest } from './worker-protocol.ts';

interface History {
  readonly database: CaseDatabase;
  readonly fingerprints: Promise<HistoryFingerprints>;
}

/** Answers requests in the analysis worker, one after the other. Every request ends with exactly one closing event. */
export function answerWorkerRequests(scope: DedicatedWorkerGlobalScope): void {
  const shelf = new PictureShelf();
  const helper = new CheckHelper(() => new Worker(scope.location.href, { name: HELPER_NAME }));
  const histories = new Map<string, Promise<History>>();
  const now = () => new Date().toISOString();
  const tell = (event: WorkerEvent) => scope.postMessage(event);
  let last: Promise<void> = Promise.resolve();
  // Fingerprints of deleted cases must propose nothing, and imported ones should: the next case reads them anew.
  watchHistoryChanges(() => {
    const stale = [...histories.values()];
    histories.clear();
    // The case that is running still writes through the connection that it began with.
    last = last.then(async () => {
      for (const opening of await Promise.allSettled(stale))
        if (opening.status === 'fulfilled') opening.value.database.close();
    });
  });
  scope.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
    if (data.type === 'ping') tell({ type: 'alive' });
    else last = last.then(() => answer(data));
  });

  function answer(request: Exclude<WorkerRequest, { type: 'ping' }>): Promise<void> {
    switch (request.type) {
      case 'analyse-case':
      case 'check-picture':
        return answerCase(request);
      case 'analyse-files':
        return answerFiles(request);
      case 'make-pack':
        return answerPack(request);
    }
  }

  function eventsOf(caseId: string): AnalysisEvents {
    return {
      changed: () => tell({ type: 'case-changed', caseId }),
      checkStarted: (running) => tell({ type: 'check-started', caseId, ...running }),
      checkEnded: (running) => tell({ type: 'check-ended', caseId, ...running }),
      checkBroke: (running, detail) => tell({ type: 'check-broke', caseId, detail, ...running }),
    };
  }

  async function openHistory(name: string): Promise<History> {
    const database = await openDatabase(name, () => histories.delete(name));
    const fingerprints = HistoryFingerprints.read(database);
    // Whoever waits for it hears of a failure; a claim that needs it not is none the worse.
    fingerprints.catch(() => undefined);
    return { database, fingerprints };
  }

  async function answerCase(
    request: Extract<WorkerRequest, { type: 'analyse-case' | 'check-picture' }>,
  ): Promise<void> {
    const { caseId, database: name } = request;
    try {
      const opening = histories.get(name) ?? openHistory(name);
      histories.set(name, opening);
      const analysis = { ...(await opening), shelf, helper, now, events: eventsOf(caseId), requireDiskSpace };
      if (request.type === 'analyse-case') await analyseCase(caseId, { ...analysis, checks: CHECKS, remembers: true });
      else await checkPicture(request, { ...analysis, checks: CHECKS_ON_REQUEST, remembers: false });
      tell({ type: 'case-ended', caseId });
    } catch (error) {
      histories.delete(name);
      tell({ type: 'case-broke', caseId, detail: detailOf(error) });
    }
  }

  async function answerFiles({ requestId, files }: Extract<WorkerRequest, { type: 'analyse-files' }>): Promise<void> {
    try {
      const made = await analyseFiles(requestId, files, { shelf, helper, now }, eventsOf);
      tell({ type: 'files-analysed', requestId, ...made });
    } catch (error) {
      tell({ type: 'files-broke', requestId, detail: detailOf(error) });
    }
  }

  async function answerPack({ requestId, pack }: Extract<WorkerRequest, { type: 'make-pack' }>): Promise<void> {
    try {
      const database = await openDatabase(pack.database);
      try {
        const onProgress = (done: number) => tell({ type: 'pack-progress', requestId, done });
        const made = await makePack(database, pack.caseId, {
          ...pack,
          verifierScript: await readVerifierScript(),
          onProgress,
        });
        if (made) {
          const { rootHash, manifest } = made;
          await writePack(database, { rootHash, manifest, caseId: pack.caseId, madeAt: pack.madeAt });
        }
        tell({ type: 'pack-made', requestId, pack: made });
      } finally {
        database.close();
      }
    } catch (error) {
      tell({ type: 'pack-broke', requestId, detail: detailOf(error) });
    }
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
