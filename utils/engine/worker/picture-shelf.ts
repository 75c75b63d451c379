import type { MadeFrom } from '../../image/made-from.ts';
import { makePicture, type Picture } from '../../image/picture.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { MAX_PICTURES_IN_MEMORY } from '../../limits.ts';
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
    const key = keyOf(source);
    const opened = this.#opened.get(key) ?? openPicture(source, this.#takeBytesOf(source));
    this.#opened.delete(key);
    this.#opened.set(key, opened);
    if (this.#opened.size > MAX_PICTURES_IN_MEMORY) {
      const [oldest] = this.#opened.keys();
      if (oldest !== undefined) this.#opened.delete(oldest);
    }
    return opened;
  }

  /** Reads and decodes without keeping it. */
  openUnkept(source: PictureSource): Promise<OpenedPicture> {
    return openPicture(source, this.#takeBytesOf(source));
  }

  /** Frees everything: the next case has other pictures. Nothing may look at what was opened afterwards. */
  clear(): void {
    // One that could not be read has nothing to free; whoever opened it has heard.
    for (const opening of this.#opened.values())
      opening.then(
        ({ picture }) => releasePicture(picture),
        () => undefined,
      );
    this.#opened.clear();
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
