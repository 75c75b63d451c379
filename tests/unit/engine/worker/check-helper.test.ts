import { beforeEach, describe, expect, it } from 'vitest';
import { CheckHelper } from '../../../../utils/engine/worker/check-helper.ts';
import type { HelperAnswer, HelperRequest } from '../../../../utils/engine/worker/helper-protocol.ts';
import { makePicture, type Picture } from '../../../../utils/image/picture.ts';

/** Stands where the browser's worker would: keeps what it was told and says what a test lets it say. */
class SpokenWorker extends EventTarget {
  readonly told: HelperRequest[] = [];
  isTerminated = false;

  postMessage(request: HelperRequest): void {
    this.told.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(elapsedMs: number, computed: HelperAnswer['computed'] = new Map()): void {
    const data: HelperAnswer = { outcome: { status: 'done', measured: {}, findings: [] }, elapsedMs, computed };
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' }));
  }
}

let workers: SpokenWorker[];
let helper: CheckHelper;
let heard: string[];

beforeEach(() => {
  workers = [];
  heard = [];
  helper = new CheckHelper(() => {
    const worker = new SpokenWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
});

const pixels = { width: 1, height: 1, rgba: new Uint8ClampedArray(4), sourceWidth: 1, sourceHeight: 1 };
const picture = (id: string) =>
  makePicture({ id, name: id, sha256: id, type: 'jpeg', bytes: new Uint8Array(9), pixels });
const claim = { platform: 'pinduoduo', claimId: '1', orderId: '1', buyerKey: null };
const run = (check: string, id: string) => runOn(check, picture(id));
const runOn = (check: string, one: Picture) =>
  helper.run(check, { picture: one, claim, listing: [picture('l0')], packing: [] }, false, {
    onBegun: () => heard.push(`${check} begun`),
    onBroken: (detail) => heard.push(`${check} broken: ${detail}`),
  });
const last = () => workers.at(-1) as SpokenWorker;
const toldOf = ({ told }: SpokenWorker) =>
  told.map((request) =>
    request.type === 'keep' ? `keep ${request.picture.id}` : request.type === 'run' ? request.run.check : request.type,
  );

describe('CheckHelper', () => {
  it('lets go of a picture that is done with, and sends it anew where it is asked about again', () => {
    const one = picture('e0');
    one.derivedForAll('keypoints', () => 7);
    void runOn('a', one);
    helper.drop('e0');
    helper.drop('e0');
    helper.drop('never sent');
    void runOn('b', one);
    expect(toldOf(last())).toEqual(['keep e0', 'keep l0', 'a', 'drop', 'keep e0', 'b']);
    const [, again] = last().told.flatMap((request) => (request.type === 'run' ? [request.computed.get('e0')] : []));
    expect(again).toEqual(new Map([['keypoints', 7]]));
  });

  it('sends every picture once, without its file, and lets go of them between two cases', () => {
    void run('first', 'e0');
    void run('second', 'e0');
    helper.clear();
    void run('third', 'e0');
    expect(toldOf(last())).toEqual(['keep e0', 'keep l0', 'first', 'second', 'clear', 'keep e0', 'keep l0', 'third']);
    const [kept] = last().told;
    expect(kept?.type === 'keep' && 'bytes' in kept.picture).toBe(false);
  });

  it('gives each its answer, and says that one has begun when those before it have ended', async () => {
    const answers = [run('first', 'e0'), run('second', 'e1')];
    expect(heard).toEqual(['first begun']);
    last().answer(1);
    expect(heard).toEqual(['first begun', 'second begun']);
    last().answer(2);
    expect((await Promise.all(answers)).map(({ elapsedMs }) => elapsedMs)).toEqual([1, 2]);
  });

  it('takes over what was computed there, and hands over what was computed here, each once', async () => {
    const one = picture('e0');
    one.derivedForAll('here', () => 1);
    const answer = runOn('first', one);
    last().answer(1, new Map([['e0', new Map([['there', 2]])]]));
    expect(await answer).toEqual({ outcome: { status: 'done', measured: {}, findings: [] }, elapsedMs: 1 });
    expect(one.derivedForAll('there', () => 'computed once more')).toBe(2);
    one.derivedForAll('later', () => 3);
    void runOn('second', one);
    const handedOver = last().told.flatMap((request) => (request.type === 'run' ? [request.computed] : []));
    expect(handedOver).toEqual([new Map([['e0', new Map([['here', 1]])]]), new Map([['e0', new Map([['later', 3]])]])]);
  });

  it('names the check that broke it, ends those that waited, and starts anew', async () => {
    const answers = [run('first', 'e0'), run('second', 'e1')];
    last().crash();
    expect(heard).toEqual(['first begun', 'first broken: out of memory']);
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(last().isTerminated).toBe(true);
    void run('third', 'e0');
    expect(workers).toHaveLength(2);
    expect(toldOf(last())).toEqual(['keep e0', 'keep l0', 'third']);
  });
});
