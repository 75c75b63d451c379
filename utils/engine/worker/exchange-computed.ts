import type { Picture } from '../../image/picture.ts';
import type { ComputedOfPictures } from './helper-protocol.ts';

/**
 * Keeps what two workers compute of the same pictures the same on both sides: what was sent or received once is not sent
 * again. Both may compute the same at the same time; then each keeps its own.
 */
export class ComputedExchange {
  /** What the other side knows, by picture. */
  readonly #known = new Map<string, Set<string>>();

  /** What the other side does not know yet of these pictures; it is taken to know it from now on. */
  take(pictures: Iterable<Picture>): ComputedOfPictures {
    const news = new Map<string, ReadonlyMap<string, unknown>>();
    for (const { id, forAll } of pictures) {
      const known = this.#knownOf(id);
      const fresh = new Map([...forAll].filter(([key]) => !known.has(key)));
      for (const key of fresh.keys()) known.add(key);
      if (fresh.size > 0) news.set(id, fresh);
    }
    return news;
  }

  /**
   * Takes over what came from the other side.
   * @param pictureOf the picture of an id; undefined for one that is gone meanwhile
   */
  put(computed: ComputedOfPictures, pictureOf: (id: string) => Picture | undefined): void {
    for (const [id, values] of computed) {
      pictureOf(id)?.takeOver(values);
      const known = this.#knownOf(id);
      for (const key of values.keys()) known.add(key);
    }
  }

  /** The other side has the picture no more. */
  forget(id: string): void {
    this.#known.delete(id);
  }

  clear(): void {
    this.#known.clear();
  }

  #knownOf(id: string): Set<string> {
    const known = this.#known.get(id) ?? new Set();
    this.#known.set(id, known);
    return known;
  }
}
