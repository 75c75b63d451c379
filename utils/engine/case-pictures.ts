import type { PictureProblem, StoredPicture } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { describePicture } from '../cases/write-results.ts';
import type { Picture } from '../image/picture.ts';
import { MAX_DECODED_AHEAD, MAX_FULL_LISTING_PICTURES } from '../limits.ts';
import type { OpenedPicture, PictureShelf, PictureSource } from './worker/picture-shelf.ts';
import { reduceToWorkingSize } from './worker/reduce-to-working-size.ts';

/** Stands in for a check where a picture that hung or crashed the worker while it was decoded has to be given up. */
export const DECODING_STEP = 'decode';

/** The pictures of one case while it is analysed: read, decoded, and described in the database the first time. */
export class CasePictures {
  readonly #database: CaseDatabase;
  readonly #shelf: PictureShelf;
  readonly #opened = new Map<string, Promise<OpenedPicture>>();
  readonly #describing: Promise<void>[] = [];
  #listingCount = 0;

  constructor(database: CaseDatabase, shelf: PictureShelf) {
    this.#database = database;
    this.#shelf = shelf;
  }

  /**
   * The file alone, without pixels; null without bytes.
   * @param bytes of the file, where they are in memory
   */
  async read(stored: StoredPicture, bytes: Uint8Array<ArrayBuffer> | null): Promise<Picture | null> {
    const source = sourceOf(stored);
    return source && this.#shelf.read(source, bytes);
  }

  /** Begins to decode the first of these, while something else is looked at. */
  openAhead(waiting: readonly StoredPicture[]): void {
    for (const stored of waiting.slice(0, MAX_DECODED_AHEAD)) {
      const source = sourceOf(stored);
      // Whoever opens it hears of a failure.
      if (source) this.#openOnce(stored, source).catch(() => undefined);
    }
  }

  /** Reads and decodes; notes size, small version and problem the first time. Null without bytes. */
  async open(stored: StoredPicture): Promise<Picture | null> {
    const source = sourceOf(stored);
    return source && (await this.#openOnce(stored, source)).picture;
  }

  /** Resolves when everything about the pictures is in the database. */
  async flush(): Promise<void> {
    await Promise.all(this.#describing);
  }

  #openOnce(stored: StoredPicture, source: PictureSource): Promise<OpenedPicture> {
    const opened = this.#opened.get(stored.pictureId) ?? this.#openNow(stored, source);
    this.#opened.set(stored.pictureId, opened);
    return opened;
  }

  async #openNow(stored: StoredPicture, source: PictureSource): Promise<OpenedPicture> {
    const given = await this.#database.get('results', [stored.pictureId, DECODING_STEP]);
    if (given?.outcome.status === 'failed') return this.#undecoded(source, given.outcome);
    const isOneOfMany = stored.role === 'listing' && ++this.#listingCount > MAX_FULL_LISTING_PICTURES;
    const opened = isOneOfMany
      ? await reduceToWorkingSize(await this.#shelf.openUnkept(source))
      : await this.#shelf.open(source);
    if (stored.decodeMs === null) this.#describe(stored.pictureId, opened);
    return opened;
  }

  /** The file without pixels, and why. */
  async #undecoded(source: PictureSource, { reason, params }: PictureProblem): Promise<OpenedPicture> {
    const picture = await this.#shelf.read(source);
    const problem = params ? { reason, params } : { reason };
    const opened = { picture, decoding: { type: picture.type, pixels: null, preview: null, problem }, decodeMs: 0 };
    this.#describe(source.pictureId, opened);
    return opened;
  }

  #describe(pictureId: string, { decoding: { preview, pixels, problem }, decodeMs }: OpenedPicture): void {
    const size = { width: pixels?.sourceWidth ?? null, height: pixels?.sourceHeight ?? null };
    const writing = describePicture(this.#database, pictureId, { ...size, problem, decodeMs }, preview);
    // `flush` hears of it.
    writing.catch(() => undefined);
    this.#describing.push(writing);
  }
}

function sourceOf(stored: StoredPicture): PictureSource | null {
  const image = analysedImage(stored);
  if (!image) return null;
  const { pictureId, name, madeFrom } = stored;
  return { pictureId, name, sha256: image.sha256, blob: image.blob, madeFrom };
}
