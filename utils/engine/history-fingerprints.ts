import type { StoredFingerprint } from '../cases/case.ts';
import type { CaseDatabase } from '../cases/database.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { writeFingerprint } from '../cases/write-results.ts';
import type { EarlierPictures } from '../checks/earlier-pictures.ts';
import { FingerprintIndex } from '../image/fingerprint-index.ts';
import { pdqFromHex } from '../image/pdq.ts';
import type { PictureShelf } from './picture-shelf.ts';

/**
 * The fingerprints of a history, read from the database once and kept in the worker, which alone writes them. Pictures
 * themselves are opened one by one, when a fingerprint has proposed them.
 */
export class HistoryFingerprints {
  readonly #database: CaseDatabase;
  readonly #index = new FingerprintIndex();
  readonly #stored = new Map<string, StoredFingerprint>();

  private constructor(database: CaseDatabase) {
    this.#database = database;
  }

  static async read(database: CaseDatabase): Promise<HistoryFingerprints> {
    const history = new HistoryFingerprints(database);
    for (const fingerprint of await database.getAll('fingerprints')) history.#keep(fingerprint);
    return history;
  }

  async add(fingerprint: StoredFingerprint): Promise<void> {
    await writeFingerprint(this.#database, fingerprint);
    this.#keep(fingerprint);
  }

  /** The history without one case, as the checks search it. */
  without(caseId: string, shelf: PictureShelf): EarlierPictures {
    return {
      near: (orientations, maxDistanceBits) =>
        this.#index.near(orientations, maxDistanceBits).flatMap(({ pictureId, distanceBits }) => {
          const stored = this.#stored.get(pictureId);
          return stored && stored.caseId !== caseId ? [{ ...stored, distanceBits }] : [];
        }),
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
    this.#index.add(fingerprint.pictureId, pdqFromHex(fingerprint.pdq));
    this.#stored.set(fingerprint.pictureId, fingerprint);
  }
}
