import type { StoredDamage, StoredFingerprint } from '../cases/case.ts';
import { readNewestDamages, writeDamages } from '../cases/damages.ts';
import type { CaseDatabase } from '../cases/database.ts';
import {
  packFingerprints,
  readShards,
  rebuildShards,
  SHARD_SIZE,
  writeFingerprint,
} from '../cases/fingerprint-shards.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { readWords } from '../cases/read-words.ts';
import type { SharedFingerprint } from '../cases/shared-fingerprint.ts';
import { writeWords } from '../cases/write-words.ts';
import type { EarlierDamage, EarlierPicture, EarlierPictures, OpenedDamage } from '../checks/earlier-pictures.ts';
import type { DamagePatch } from '../image/damage-patch/damage-patch.ts';
import { FingerprintIndex } from '../image/fingerprint-index.ts';
import { PDQ_WORDS, pdqFromHex } from '../image/pdq.ts';
import { VisualWordIndex } from '../image/visual-word-index.ts';
import { MAX_DAMAGES_SEARCHED, MAX_PICTURES_WITH_WORDS } from '../limits.ts';
import type { PictureShelf } from './worker/picture-shelf.ts';

/** Near fingerprints that are looked up; registration would never get to more. */
const MAX_NEAR = 60;

/**
 * What a history is searched by, kept in the worker, which alone writes it: the hashes of all pictures, the visual words of
 * the newest, the damages found. Whose they are is read from the database when one is found, so that a deleted claim is
 * found no more, and a million pictures cost 32 MB.
 */
export class HistoryFingerprints {
  readonly #database: CaseDatabase;
  /** Hashes shard by shard, and the number of each shard. */
  readonly #packed = new FingerprintIndex();
  readonly #shards: number[] = [];
  /** Hashes that are too few for a shard, and whose they are. */
  readonly #waiting = new FingerprintIndex();
  #waitingIds: string[] = [];
  readonly #words = new VisualWordIndex();
  #damages: StoredDamage[] = [];
  /**
   * The shards were counted against the fingerprints, and packed anew where they disagreed. Counting a million takes the
   * browser seconds, in which all but searching for a hash goes on.
   */
  #agreement: Promise<void> = Promise.resolve();
  /** Fingerprints of other shops, and in the same order what they say. */
  readonly #sharedHashes = new FingerprintIndex();
  #shared: readonly SharedFingerprint[] = [];

  private constructor(database: CaseDatabase) {
    this.#database = database;
  }

  static async read(database: CaseDatabase): Promise<HistoryFingerprints> {
    const history = new HistoryFingerprints(database);
    const counting = database.count('fingerprints');
    const [readCount] = await Promise.all([history.#readHashes(), history.#readWords()]);
    history.#agreement = counting.then((count) => (count === readCount ? undefined : history.#rebuild()));
    // Whoever searches hears of a failure.
    history.#agreement.catch(() => undefined);
    history.#damages = await readNewestDamages(database, MAX_DAMAGES_SEARCHED);
    history.#shared = await database.getAll('sharedFingerprints');
    for (const { pdq } of history.#shared) history.#sharedHashes.append(pdqFromHex(pdq));
    return history;
  }

  async add(fingerprint: StoredFingerprint): Promise<void> {
    await this.#agreement;
    const { pictureId } = fingerprint;
    const hash = pdqFromHex(fingerprint.pdq);
    const slot = await writeFingerprint(this.#database, fingerprint);
    const shard = slot === null ? -1 : this.#shards.indexOf(Math.floor(slot / SHARD_SIZE));
    const waiting = this.#waitingIds.indexOf(pictureId);
    if (slot !== null && shard >= 0) this.#packed.replace(shard * SHARD_SIZE + (slot % SHARD_SIZE), hash);
    else if (waiting >= 0) this.#waiting.replace(waiting, hash);
    else {
      this.#waiting.append(hash);
      this.#waitingIds.push(pictureId);
    }
    if (this.#waitingIds.length >= SHARD_SIZE) await this.#pack();
  }

  /** Stores the visual words of a picture; the same picture's again replaces them. */
  async addWords(pictureId: string, words: Uint32Array, keptAt: string): Promise<void> {
    const forgotten = await writeWords(this.#database, { pictureId, words, keptAt }, MAX_PICTURES_WITH_WORDS);
    this.#words.add(pictureId, words);
    for (const old of forgotten) this.#words.remove(old);
  }

  hasWords(pictureId: string): boolean {
    return this.#words.has(pictureId);
  }

  /** Stores what was added to the seller's picture, in place of what was stored for the picture before. */
  async addDamages(pictureId: string, patches: readonly DamagePatch[], keptAt: string): Promise<void> {
    await writeDamages(this.#database, pictureId, patches, keptAt);
    this.#damages = await readNewestDamages(this.#database, MAX_DAMAGES_SEARCHED);
  }

  /** The history without one case, as the checks search it. */
  without(caseId: string, shelf: PictureShelf): EarlierPictures {
    const factsOf = async (pictureId: string): Promise<EarlierPicture | null> => {
      const stored = await this.#database.get('fingerprints', pictureId);
      return stored && stored.caseId !== caseId ? stored : null;
    };
    const withFacts = async <Match extends { readonly pictureId: string }>(matches: readonly Match[]) => {
      const known = await Promise.all(matches.map(async (match) => ({ match, facts: await factsOf(match.pictureId) })));
      return known.flatMap(({ match, facts }) => (facts ? [{ ...facts, ...match }] : []));
    };
    return {
      near: async (orientations, maxDistanceBits) => withFacts(await this.#near(orientations, maxDistanceBits)),
      alike: (searched, minSharedWords, limit) => withFacts(this.#words.near(searched, minSharedWords, limit)),
      shared: (orientations, maxDistanceBits) =>
        this.#sharedHashes
          .near(orientations, maxDistanceBits)
          .map(({ place, distanceBits }) => ({ ...(this.#shared[place] as SharedFingerprint), distanceBits })),
      open: async (pictureId) => {
        const stored = await this.#database.get('pictures', pictureId);
        const image = stored && analysedImage(stored);
        if (!stored || !image) return null;
        const { name } = stored;
        const { picture } = await shelf.openEarlier({ pictureId, name, sha256: image.sha256, blob: image.blob });
        return picture.pixels ? picture : null;
      },
      damages: () => this.#damages,
      openDamage: async (damage) => {
        const facts = await factsOf(damage.pictureId);
        return facts && this.#openDamage(damage, facts);
      },
    };
  }

  async #openDamage({ pictureId, place }: EarlierDamage, facts: EarlierPicture): Promise<OpenedDamage | null> {
    const stored = await this.#database.get('damagePatches', [pictureId, place]);
    const review = await this.#database.get('reviews', [pictureId, 'listing-altered']);
    // The seller has seen that it is an arrow or a mosaic.
    if (!stored || review?.word === 'wrong') return null;
    return { ...facts, patch: stored.patch, isConfirmed: review?.word === 'confirmed' };
  }

  async #near(orientations: readonly Uint32Array[], maxDistanceBits: number) {
    await this.#agreement;
    const waiting = this.#waiting
      .near(orientations, maxDistanceBits)
      .map(({ place, distanceBits }) => ({ pictureId: this.#waitingIds[place] as string, distanceBits }));
    const packed = await Promise.all(
      this.#packed
        .near(orientations, maxDistanceBits)
        .slice(0, MAX_NEAR)
        .map(async ({ place, distanceBits }) => {
          const shard = this.#shards[Math.floor(place / SHARD_SIZE)] as number;
          const pictures = await this.#database.get('shardPictures', shard);
          return { pictureId: pictures?.pictureIds[place % SHARD_SIZE] ?? '', distanceBits };
        }),
    );
    return [...waiting, ...packed]
      .filter(({ pictureId }) => pictureId !== '')
      .sort((a, b) => a.distanceBits - b.distanceBits)
      .slice(0, MAX_NEAR);
  }

  async #rebuild(): Promise<void> {
    await rebuildShards(this.#database);
    const readCount = await this.#readHashes();
    if (readCount !== (await this.#database.count('fingerprints')))
      throw new Error('The shards disagree with the fingerprints after a rebuild');
  }

  /** Reads the shards and what waits for one; gives how many hashes there are, null when a shard is no shard. */
  async #readHashes(): Promise<number | null> {
    this.#packed.clear();
    this.#shards.length = 0;
    this.#packed.reserve((await this.#database.count('shards')) * SHARD_SIZE);
    let live = 0;
    let isWhole = true;
    await readShards(this.#database, (shards) => {
      for (const { shard, hashes, live: liveInShard } of shards) {
        if (hashes.length !== SHARD_SIZE * PDQ_WORDS) isWhole = false;
        else this.#packed.append(hashes);
        this.#shards.push(shard);
        live += liveInShard;
      }
    });
    await this.#readWaiting();
    return isWhole ? live + this.#waitingIds.length : null;
  }

  async #readWords(): Promise<void> {
    await readWords(this.#database, (read) => {
      for (const { pictureId, words } of read) this.#words.add(pictureId, words);
    });
  }

  async #readWaiting(): Promise<void> {
    const waiting = await this.#database.getAll('unpacked');
    this.#waitingIds = waiting.map(({ pictureId }) => pictureId);
    this.#waiting.clear();
    for (const { hash } of waiting) this.#waiting.append(hash);
  }

  async #pack(): Promise<void> {
    const shard = await packFingerprints(this.#database);
    if (shard) {
      this.#packed.append(shard.hashes);
      this.#shards.push(shard.shard);
    }
    await this.#readWaiting();
  }
}
