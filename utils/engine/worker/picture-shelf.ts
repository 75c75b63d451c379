import type { MadeFrom } from '../../image/made-from.ts';
import { makePicture, type Picture } from '../../image/picture.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { MAX_EARLIER_IN_MEMORY, MAX_PICTURES_IN_MEMORY } from '../../limits.ts';
import { type Decoding, decodePicture } from './decode-picture.ts';
import { releasePicture } from './release-picture.ts';

/** What a picture is made from. */
export interface PictureSource {
  readonly pictureId: string;
  readonly name: string;
  readonly sha256: string;
  readonly blob: Blob;
  readonly madeFrom?: MadeFrom | undefined;
}

export interface OpenedPicture {
  readonly picture: Picture;
  readonly decoding: Decoding;
  readonly decodeMs: number;
}

/** Keeps the last pictures decoded, with all that was computed from them; the same file is decoded once. */
export class PictureShelf {
  readonly #opened = new Map<string, Promise<OpenedPicture>>();
  /** Pictures of earlier claims, apart from the claim's own, which a check may hold while these come and go. */
  readonly #earlier = new Map<string, Promise<OpenedPicture>>();
  /** Files that were read and not yet decoded. */
  readonly #bytes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  /**
   * Reads without decoding: a picture without pixels, whatever the file.
   * @param inMemory the file's bytes, where they are here already
   */
  async read(source: PictureSource, inMemory: Uint8Array<ArrayBuffer> | null = null): Promise<Picture> {
    if (inMemory) this.#bytes.set(keyOf(source), Promise.resolve(inMemory));
    const bytes = await this.#bytesOf(source);
    return pictureOf(source, bytes, { type: sniffImageType(bytes), pixels: null });
  }

  /** Reads and decodes; bad files give a picture without pixels. */
  open(source: PictureSource): Promise<OpenedPicture> {
    const opened = this.#opened.get(keyOf(source)) ?? openPicture(source, this.#takeBytesOf(source));
    keepNewest(this.#opened, keyOf(source), opened, MAX_PICTURES_IN_MEMORY);
    return opened;
  }

  /** The same for a picture of an earlier claim, to be looked at before `MAX_EARLIER_IN_MEMORY` others are opened: then it is freed. */
  openEarlier(source: PictureSource): Promise<OpenedPicture> {
    const opened = this.#earlier.get(keyOf(source)) ?? openPicture(source, this.#takeBytesOf(source));
    const oldest = keepNewest(this.#earlier, keyOf(source), opened, MAX_EARLIER_IN_MEMORY);
    if (oldest) freeOnceOpened(oldest);
    return opened;
  }

  /** Reads and decodes without keeping it. */
  openUnkept(source: PictureSource): Promise<OpenedPicture> {
    return openPicture(source, this.#takeBytesOf(source));
  }

  /** Frees everything: the next case has other pictures. Nothing may look at what was opened afterwards. */
  clear(): void {
    for (const opening of [...this.#opened.values(), ...this.#earlier.values()]) freeOnceOpened(opening);
    this.#opened.clear();
    this.#earlier.clear();
    this.#bytes.clear();
  }

  #bytesOf(source: PictureSource): Promise<Uint8Array<ArrayBuffer>> {
    const key = keyOf(source);
    const reading = this.#bytes.get(key) ?? source.blob.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    this.#bytes.set(key, reading);
    return reading;
  }

  #takeBytesOf(source: PictureSource): Promise<Uint8Array<ArrayBuffer>> {
    const reading = this.#bytesOf(source);
    this.#bytes.delete(keyOf(source));
    return reading;
  }
}

/** Puts an entry behind all others; with one too many the first is kept no more, and given back. */
function keepNewest<Value>(kept: Map<string, Value>, key: string, value: Value, limit: number): Value | undefined {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.size > limit ? kept : [];
  if (oldest) kept.delete(oldest[0]);
  return oldest?.[1];
}

function freeOnceOpened(opening: Promise<OpenedPicture>): void {
  opening.then(
    ({ picture }) => releasePicture(picture),
    // One that could not be read has nothing to free; whoever opened it has heard.
    () => undefined,
  );
}

function keyOf({ sha256, pictureId }: PictureSource): string {
  return `${sha256} ${pictureId}`;
}

async function openPicture(source: PictureSource, reading: Promise<Uint8Array<ArrayBuffer>>): Promise<OpenedPicture> {
  const startedAt = performance.now();
  const bytes = await reading;
  const decoding = await decodePicture(bytes);
  return { picture: pictureOf(source, bytes, decoding), decoding, decodeMs: performance.now() - startedAt };
}

function pictureOf(
  { pictureId, name, sha256, madeFrom }: PictureSource,
  bytes: Uint8Array<ArrayBuffer>,
  { type, pixels, thumbnail }: Pick<Decoding, 'type' | 'pixels' | 'thumbnail'>,
): Picture {
  return makePicture({
    id: pictureId,
    name,
    bytes,
    sha256,
    type,
    pixels,
    ...(madeFrom ? { madeFrom } : {}),
    thumbnail: thumbnail ?? null,
  });
}
