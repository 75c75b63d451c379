import type { MadeFrom } from '../../image/made-from.ts';
import { makePicture, type Picture } from '../../image/picture.ts';
import { MAX_PICTURES_IN_MEMORY } from '../../limits.ts';
import { type Decoding, decodePicture } from './decode-picture.ts';

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

  /** Reads and decodes; bad files give a picture without pixels. */
  open(source: PictureSource): Promise<OpenedPicture> {
    const key = `${source.sha256} ${source.pictureId}`;
    const opened = this.#opened.get(key) ?? openPicture(source);
    this.#opened.delete(key);
    this.#opened.set(key, opened);
    if (this.#opened.size > MAX_PICTURES_IN_MEMORY) {
      const [oldest] = this.#opened.keys();
      if (oldest !== undefined) this.#opened.delete(oldest);
    }
    return opened;
  }
}

async function openPicture({ pictureId, name, sha256, blob, madeFrom }: PictureSource): Promise<OpenedPicture> {
  const startedAt = performance.now();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const decoding = await decodePicture(bytes);
  return {
    picture: makePicture({
      id: pictureId,
      name,
      bytes,
      sha256,
      type: decoding.type,
      pixels: decoding.pixels,
      ...(madeFrom ? { madeFrom } : {}),
      thumbnail: decoding.thumbnail ?? null,
    }),
    decoding,
    decodeMs: performance.now() - startedAt,
  };
}
