import type { EvidencePack } from '../evidence/make-pack.ts';
import type { PackRequest } from '../evidence/pack-request.ts';
import type { WorkerEvent, WorkerRequest } from './worker/worker-protocol.ts';

/**
 * Has a worker of this page's own write a case's evidence pack, beside whatever is being analysed.
 * @param onProgress called with the share that is done, from 0 to 1
 * @param signal ends the worker; the promise then rejects with the signal's reason
 * @returns null when the case is not stored any more
 * @throws Error with what the worker said, where the pack could not be made
 */
export function requestPack(
  pack: PackRequest,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<EvidencePack | null> {
  const worker = new Worker('/analysis-worker.js');
  const request: WorkerRequest = { type: 'make-pack', requestId: pack.caseId, pack };
  return new Promise<EvidencePack | null>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || 'The worker ended'));
    worker.onmessage = ({ data }: MessageEvent<WorkerEvent>) => {
      if (data.type === 'pack-progress') onProgress(data.done);
      else if (data.type === 'pack-made') resolve(data.pack);
      else if (data.type === 'pack-broke') reject(new Error(data.detail));
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
