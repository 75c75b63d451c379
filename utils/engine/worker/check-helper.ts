import type { CheckInput } from '../../checks/check.ts';
import type { Picture } from '../../image/picture.ts';
import { ComputedExchange } from './exchange-computed.ts';
import type { HelperAnswer, HelperOutcome, HelperRequest } from './helper-protocol.ts';

interface Waiting {
  readonly onBegun: () => void;
  readonly onBroken: (detail: string) => void;
  readonly resolve: (outcome: HelperOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** Who is told of one run: a run that waits for others has not begun. */
export type RunWatcher = Pick<Waiting, 'onBegun' | 'onBroken'>;

/**
 * A second worker, for checks that read pixels alone: they run there while the analysis worker runs the others. It is
 * started at the first use and ends with the worker that made it.
 */
export class CheckHelper {
  readonly #makeWorker: () => Worker;
  #worker: Worker | null = null;
  readonly #sent = new Map<string, Picture>();
  readonly #computed = new ComputedExchange();
  /** In the order in which they run. */
  readonly #waiting: Waiting[] = [];

  constructor(makeWorker: () => Worker) {
    this.#makeWorker = makeWorker;
  }

  /** Starts the worker and has it load what most checks need. */
  warm(): void {
    this.#tell({ type: 'warm' });
  }

  /** Runs one check after those that were asked for before. */
  run(
    check: string,
    { picture, claim, listing, packing }: Pick<CheckInput, 'picture' | 'claim' | 'listing' | 'packing'>,
    pixelsAltered: boolean,
    watcher: RunWatcher,
  ): Promise<HelperOutcome> {
    const pictures = [picture, ...listing, ...packing.map((packed) => packed.picture)];
    for (const one of pictures) this.#send(one);
    const answer = new Promise<HelperOutcome>((resolve, reject) => {
      this.#waiting.push({ ...watcher, resolve, reject });
    });
    if (this.#waiting.length === 1) watcher.onBegun();
    this.#tell({
      type: 'run',
      run: {
        check,
        pictureId: picture.id,
        claim,
        listing: listing.map(({ id }) => id),
        packing: packing.map(({ picture: { id }, arrivedAt }) => ({ pictureId: id, arrivedAt })),
        pixelsAltered,
      },
      computed: this.#computed.take(pictures),
    });
    return answer;
  }

  /** Lets go of a picture that nothing more is asked about: its pixels are here and there, 10 MB each. */
  drop(pictureId: string): void {
    if (!this.#sent.delete(pictureId)) return;
    this.#computed.forget(pictureId);
    this.#tell({ type: 'drop', pictureId });
  }

  /** Lets go of the pictures of one case. */
  clear(): void {
    if (this.#sent.size > 0) this.#tell({ type: 'clear' });
    this.#forget();
  }

  #send(picture: Picture): void {
    const { id, name, sha256, type, pixels, madeFrom } = picture;
    if (this.#sent.has(id)) return;
    this.#sent.set(id, picture);
    this.#tell({ type: 'keep', picture: { id, name, sha256, type, pixels, ...(madeFrom ? { madeFrom } : {}) } });
  }

  #tell(request: HelperRequest): void {
    this.#worker ??= this.#startWorker();
    this.#worker.postMessage(request);
  }

  #startWorker(): Worker {
    const worker = this.#makeWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<HelperAnswer>) => {
      const { computed, ...outcome } = data;
      this.#computed.put(computed, (id) => this.#sent.get(id));
      this.#waiting.shift()?.resolve(outcome);
      this.#waiting[0]?.onBegun();
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(event.message ?? '');
    });
    return worker;
  }

  /** The run at hand has broken the worker; a new one is started when it is needed. */
  #break(detail: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#forget();
    const waiting = this.#waiting.splice(0);
    waiting[0]?.onBroken(detail);
    for (const { reject } of waiting) reject(new Error(`The second worker broke: ${detail}`));
  }

  #forget(): void {
    this.#sent.clear();
    this.#computed.clear();
  }
}
