import type { CheckInput, Tool } from '../../checks/check.ts';
import { NO_EARLIER_PICTURES } from '../../checks/earlier-pictures.ts';
import { CHECKS, CHECKS_ON_REQUEST } from '../../checks/index.ts';
import { makePicture, type Picture } from '../../image/picture.ts';
import { runCheck } from '../run-check.ts';
import { ComputedExchange } from './exchange-computed.ts';
import type { HelperAnswer, HelperOutcome, HelperRequest, HelperRun } from './helper-protocol.ts';
import { loadOcr } from './load-ocr.ts';
import { loadOpenCv } from './load-open-cv.ts';
import { toolsAmong } from './load-tools.ts';
import { releasePicture } from './release-picture.ts';
import { runWithTools } from './run-with-tools.ts';

/** What is missing here is asked for by no check that reads pixels alone. */
const NO_BYTES = new Uint8Array(0);

/** Answers requests in the worker that runs checks beside the analysis worker, one after the other. */
export function answerHelperRequests(scope: DedicatedWorkerGlobalScope): void {
  const pictures = new Map<string, Picture>();
  const exchange = new ComputedExchange();
  let last: Promise<void> = Promise.resolve();
  scope.addEventListener('message', ({ data }: MessageEvent<HelperRequest>) => {
    last = last.then(() => answer(data));
  });

  async function answer(request: HelperRequest): Promise<void> {
    switch (request.type) {
      case 'warm':
        await loadOpenCv();
        return;
      case 'keep':
        pictures.set(request.picture.id, makePicture({ ...request.picture, bytes: NO_BYTES }));
        return;
      case 'run':
        scope.postMessage(await answerRun(request));
        return;
      case 'drop':
        drop(request.pictureId);
        return;
      case 'clear':
        for (const id of pictures.keys()) drop(id);
        return;
    }
  }

  function drop(id: string): void {
    const picture = pictures.get(id);
    if (picture) releasePicture(picture);
    pictures.delete(id);
    exchange.forget(id);
  }

  async function answerRun({ run, computed }: Extract<HelperRequest, { type: 'run' }>): Promise<HelperAnswer> {
    exchange.put(computed, (id) => pictures.get(id));
    const outcome = await runHere(run);
    return { ...outcome, computed: exchange.take(pictures.values()) };
  }

  function runHere({
    check: id,
    pictureId,
    claim,
    listing,
    packing,
    pixelsAltered,
  }: HelperRun): Promise<HelperOutcome> {
    const check = [...CHECKS, ...CHECKS_ON_REQUEST].find((one) => one.id === id);
    if (!check) throw new Error(`No check is called ${id}`);
    const input: Omit<CheckInput, Tool> = {
      picture: kept(pictureId),
      claim,
      listing: listing.map(kept),
      packing: packing.map(({ pictureId, arrivedAt }) => ({ picture: kept(pictureId), arrivedAt })),
      siblings: [],
      earlier: NO_EARLIER_PICTURES,
    };
    return runWithTools(toolsAmong(check.needs), loadToolHere, (tools) =>
      runCheck(check, { ...input, ...tools } as CheckInput, pixelsAltered),
    );
  }

  function kept(id: string): Picture {
    const picture = pictures.get(id);
    if (!picture) throw new Error(`${id} was not sent`);
    return picture;
  }
}

/** The trust list of C2PA is the analysis worker's: it is in the history. */
function loadToolHere(tool: Tool) {
  if (tool === 'c2pa') throw new Error('A check that reads pixels alone reads no content credentials');
  return tool === 'ocr' ? loadOcr() : loadOpenCv();
}
