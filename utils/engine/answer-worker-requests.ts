import { type CaseDatabase, openDatabase } from '../cases/database.ts';
import { CHECKS } from '../checks/index.ts';
import { analyseCase } from './analyse-case.ts';
import { analyseFiles } from './analyse-files.ts';
import { HistoryFingerprints } from './history-fingerprints.ts';
import { PictureShelf } from './picture-shelf.ts';
import type { WorkerEvent, WorkerRequest } from './worker-protocol.ts';

interface History {
  readonly database: CaseDatabase;
  readonly fingerprints: Promise<HistoryFingerprints>;
}

/** Answers requests in the analysis worker, one after the other. Every request ends with exactly one closing event. */
export function answerWorkerRequests(scope: DedicatedWorkerGlobalScope): void {
  const shelf = new PictureShelf();
  const histories = new Map<string, Promise<History>>();
  const now = () => new Date().toISOString();
  const tell = (event: WorkerEvent) => scope.postMessage(event);
  let last: Promise<void> = Promise.resolve();
  scope.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
    last = last.then(() => (data.type === 'analyse-case' ? answerCase(data) : answerFiles(data)));
  });

  async function openHistory(name: string): Promise<History> {
    const database = await openDatabase(name, () => histories.delete(name));
    const fingerprints = HistoryFingerprints.read(database);
    // Whoever waits for it hears of a failure; a claim that needs it not is none the worse.
    fingerprints.catch(() => undefined);
    return { database, fingerprints };
  }

  async function answerCase({
    caseId,
    database: name,
  }: Extract<WorkerRequest, { type: 'analyse-case' }>): Promise<void> {
    try {
      const opening = histories.get(name) ?? openHistory(name);
      histories.set(name, opening);
      const events = {
        changed: () => tell({ type: 'case-changed', caseId }),
        checkStarted: (pictureId: string, check: string) => tell({ type: 'check-started', caseId, pictureId, check }),
        checkEnded: () => tell({ type: 'check-ended', caseId }),
      };
      await analyseCase(caseId, { ...(await opening), shelf, checks: CHECKS, remembers: true, now, events });
      tell({ type: 'case-ended', caseId });
    } catch (error) {
      histories.delete(name);
      tell({ type: 'case-broke', caseId, detail: detailOf(error) });
    }
  }

  async function answerFiles({ requestId, files }: Extract<WorkerRequest, { type: 'analyse-files' }>): Promise<void> {
    try {
      tell({ type: 'files-analysed', requestId, lines: await analyseFiles(requestId, files, shelf, now) });
    } catch (error) {
      tell({ type: 'files-broke', requestId, detail: detailOf(error) });
    }
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
