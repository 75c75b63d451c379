import type { StoredCase, StoredPicture } from '../cases/case.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import type { JsonObject } from '../checks/json.ts';
import type { OpenCv } from '../checks/open-cv.ts';
import { cutDamagePatches } from '../image/damage-patch/cut-damage-patches.ts';
import type { Picture } from '../image/picture.ts';
import { storedWordsOf } from '../image/stored-words.ts';
import type { Analysis } from './analysis.ts';
import type { CasePictures } from './case-pictures.ts';
import { loadTool } from './worker/load-tools.ts';

/** Keeps what later claims find the pictures of one case again by. */
export class CaseMemory {
  readonly #stored: StoredCase;
  readonly #analysis: Analysis;
  readonly #pictures: CasePictures;

  constructor(stored: StoredCase, analysis: Analysis, pictures: CasePictures) {
    this.#stored = stored;
    this.#analysis = analysis;
    this.#pictures = pictures;
  }

  /** Keeps the whole picture's fingerprint, where a check has measured one. */
  async keepFingerprint(picture: StoredPicture, measured: JsonObject): Promise<void> {
    const { pdq } = measured as { readonly pdq?: { readonly hash: string; readonly quality: number } };
    if (!pdq) return;
    const { caseId, orderId, platform, buyerKey } = this.#stored;
    const { pictureId, name } = picture;
    const capturedAt = analysedImage(picture)?.receivedAt ?? this.#analysis.now();
    const fingerprints = await this.#analysis.fingerprints;
    await fingerprints.add({
      pictureId,
      caseId,
      orderId,
      platform,
      buyerKey,
      name,
      capturedAt,
      pdq: pdq.hash,
      quality: pdq.quality,
    });
  }

  /**
   * Keeps what this picture is found again by even in part; to be called when its results are in the database.
   * @param listingId of the listing picture that this one was found to be a changed copy of; null for none
   */
  async keepParts(stored: StoredPicture, listingId: string | null): Promise<void> {
    const { database } = this.#analysis;
    const fingerprints = await this.#analysis.fingerprints;
    if (fingerprints.hasWords(stored.pictureId) && listingId === null) return;
    const picture = await this.#pictures.open(stored);
    if (!picture?.pixels) return;
    const loaded = await loadTool('opencv', database);
    // Without OpenCV the fingerprint alone is kept; the checks that needed it have said so.
    if ('problem' in loaded) return;
    const opencv = loaded.tool as OpenCv;
    if (listingId !== null) await this.#rememberDamages(opencv, listingId, picture);
    await fingerprints.addWords(stored.pictureId, storedWordsOf(opencv, picture), this.#analysis.now());
  }

  /** Keeps how the changed places of a listing picture look, by which the same damage is found on another product. */
  async #rememberDamages(opencv: OpenCv, listingId: string, picture: Picture): Promise<void> {
    const { database, now } = this.#analysis;
    const stored = await database.get('pictures', listingId);
    const listing = stored && (await this.#pictures.open(stored));
    if (!listing?.pixels) return;
    const fingerprints = await this.#analysis.fingerprints;
    await fingerprints.addDamages(picture.id, cutDamagePatches(opencv, listing, picture), now());
  }
}
