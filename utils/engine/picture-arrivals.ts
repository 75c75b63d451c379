import type { SettledPicture } from './capture/fetch-pictures.ts';

/** A picture that has come in, and who waits until it was looked at. */
interface Arrival {
  readonly picture: SettledPicture;
  readonly lookedAt: () => void;
}

/** Pictures as they come in from the network, to be taken one by one. */
export class PictureArrivals {
  readonly #waiting: Arrival[] = [];
  #wake: (() => void) | null = null;
  hasEnded = false;

  /** Resolves when the picture was looked at; never where the analysis ends before. */
  add(picture: SettledPicture): Promise<void> {
    return new Promise((lookedAt) => {
      this.#waiting.push({ picture, lookedAt });
      this.#wake?.();
    });
  }

  end(): void {
    this.hasEnded = true;
    this.#wake?.();
  }

  take(): Arrival | undefined {
    return this.#waiting.shift();
  }

  /** Resolves when something has arrived or nothing more will. */
  async next(): Promise<void> {
    if (this.#waiting.length > 0 || this.hasEnded) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
