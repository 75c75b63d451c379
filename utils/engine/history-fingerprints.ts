import type { StoredFingerprint } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import type { SharedFingerprint } from '../cases/shared-fingerprint.ts';
import { writeFingerprint, writeWords } from '../cases/write-results.ts';
import type { EarlierPictures } from '../checks/earlier-pictures.ts';
import { FingerprintIndex } from '../image/fingerprint-index.ts';
import { pdqFromHex } from '../image/pdq.ts';
import { VisualWordIndex } from '../image/visual-word-index.ts';
import type { PictureShelf } from './picture-shelf.ts';

/**
 * The fingerprints and visual words of a history, read from the database once and kept in the worker, which alone writes them. Pictures
 * themselves are opened one by one, when a fingerprint has proposed them.
 */
export class HistoryFingerprints {
  readonly #database: CaseDatabase;
  readonly #hashes = new FingerprintIndex();
  readonly #words = new VisualWordIndex();
  readonly #stored = new Map<string, StoredFingerprint>();
  readonly #sharedHashes = new FingerprintIndex();
  readonly #shared = new Map<string, SharedFingerprint>();

  private constructor(database: CaseDatabase) {
    this.#database = database;
  }

  static async read(database: CaseDatabase): Promise<HistoryFingerprints> {
    const history = new HistoryFingerprints(database);
    for (const fingerprint of await database.getAll('fingerprints')) history.#keep(fingerprint);
    for (const { pictureId, words } of await database.getAll('words')) history.#words.add(pictureId, words);
    for (const fingerprint of await database.getAll('sharedFingerprints')) {
      const id = `${fingerprint.sourceKey} ${fingerprint.pdq}`;
      history.#sharedHashes.add(id, pdqFromHex(fingerprint.pdq));
      history.#shared.set(id, fingerprint);
    }
    return history;
  }

  async add(fingerprint: StoredFingerprint): Promise<void> {
    await writeFingerprint(this.#database, fingerprint);
    this.#keep(fingerprint);
  }

  /** Stores the visual words of a picture; the same picture's again replaces them. */
  async addWords(pictureId: string, words: Uint32Array): Promise<void> {
    await writeWords(this.#database, { pictureId, words });
    this.#words.add(pictureId, words);
  }

  hasWords(pictureId: string): boolean {
    return this.#words.has(pictureId);
  }

  /** The history without one case, as the checks search it. */
  without(caseId: string, shelf: PictureShelf): EarlierPictures {
    return {
      near: (orientations, maxDistanceBits) =>
        this.#hashes.near(orientations, maxDistanceBits).flatMap(({ pictureId, distanceBits }) => {
          const stored = this.#stored.get(pictureId);
          return stored && stored.caseId !== caseId ? [{ ...stored, distanceBits }] : [];
        }),
      alike: (searched, minSharedWords, limit) =>
        this.#words.near(searched, minSharedWords, limit).flatMap(({ pictureId, sharedWords }) => {
          const stored = this.#stored.get(pictureId);
          return stored && stored.caseId !== caseId ? [{ ...stored, sharedWords }] : [];
        }),
      shared: (orientations, maxDistanceBits) =>
        this.#sharedHashes.near(orientations, maxDistanceBits).map(({ pictureId, distanceBits }) => ({
          ...(this.#shared.get(pictureId) as SharedFingerprint),
          distanceBits,
        })),
      open: async (pictureId) => {
        const stored = await this.#database.get('pictures', pictureId);
        const image = stored && analysedImage(stored);
        if (!stored || !image) return null;
        const { picture } = await shelf.open({ pictureId, name: stored.name, sha256: image.sha256, blob: image.blob });
        return picture.pixels ? picture : null;
      },
    };
  }

  #keep(fingerprint: StoredFingerprint): void {
    this.#hashes.add(fingerprint.pictureId, pdqFromHex(fingerprint.pdq));
    this.#stored.set(fingerprint.pictureId, fingerprint);
  }
}
