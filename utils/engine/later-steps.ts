import type { StoredPicture } from '../cases/case.ts';
import type { Check, PackingPicture } from '../checks/check.ts';
import type { Picture } from '../image/picture.ts';
import type { Analysis } from './analysis.ts';
import type { CaseRun, Company, Place } from './case-run.ts';
import { runsBeside } from './place-of-check.ts';

/**
 * What waits for time and company: the checks that compare or need a tool, in order of check and then of picture (in the
 * second worker of picture and then of check), and last what is kept of each picture for later claims. Until the seller's pictures are there, only the second worker has
 * something to do: what looks at a picture of the buyer's alone.
 */
export class LaterSteps {
  readonly #checks: readonly Check[];
  readonly #run: CaseRun;
  readonly #evidence: StoredPicture[] = [];
  readonly #opened = new Map<string, Picture>();
  readonly #listing: Picture[] = [];
  readonly #packing: { readonly stored: StoredPicture; readonly picture: Picture }[] = [];
  readonly #arrivals = new Map<string, string>();
  /** Steps that were taken, and those of them that have ended. */
  readonly #taken = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #remembers: boolean;
  readonly #helper: Analysis['helper'];
  /** Pictures of the seller's that are still to come. */
  #awaited: number;

  constructor(checks: readonly Check[], ownCount: number, { remembers, helper }: Analysis, run: CaseRun) {
    this.#checks = checks;
    this.#awaited = ownCount;
    this.#remembers = remembers;
    this.#helper = helper;
    this.#run = run;
  }

  /** More of the seller's pictures will come: the frames of a video. */
  expect(count: number): void {
    this.#awaited += count;
  }

  add(stored: StoredPicture, picture: Picture | null): void {
    if (stored.role !== 'evidence') {
      this.#awaited--;
      this.#arrivals.set(stored.pictureId, stored.delivered?.receivedAt ?? '');
      if (picture && stored.role === 'listing') this.#listing.push(picture);
      if (picture && stored.role === 'packing') this.#packing.push({ stored, picture });
      return;
    }
    this.#evidence.push(stored);
    this.#evidence.sort((a, b) => a.index - b.index);
    if (picture) this.#opened.set(stored.pictureId, picture);
  }

  /**
   * The next step that can be run at a place; null where there is none at present.
   * @param isComplete every picture of the claim has arrived, or is known not to come
   */
  take(place: Place, isComplete: boolean): (() => Promise<void>) | null {
    if (this.#awaited > 0) return place === 'beside' ? this.#takeMeanwhile() : null;
    if (place === 'beside') return this.#helper ? this.#takeByPicture(this.#checks.filter(runsBeside)) : null;
    const here = this.#checks.filter((check) => !this.#helper || !runsBeside(check));
    const possible = isComplete ? here : here.filter(({ needs }) => !needs.includes('siblings'));
    return this.#takeCheck(possible, 'here', this.#evidence) ?? this.#takeFromHelper() ?? this.#takeRemembering();
  }

  /** While the seller's pictures are still to come, one at a time: what compares with them matters most and is not to wait long. */
  #takeMeanwhile(): (() => Promise<void>) | null {
    if (!this.#helper || this.#taken.size > this.#ended.size) return null;
    const alone = this.#checks.filter((check) => runsBeside(check) && !comparesWithOwn(check));
    return this.#takeCheck(alone, 'beside', this.#evidence);
  }

  /**
   * All of a picture before the next: check by check, what reads text would be left to the end, when the first worker has
   * nothing more to do and cannot help with it.
   */
  #takeByPicture(checks: readonly Check[]): (() => Promise<void>) | null {
    for (const stored of this.#evidence) {
      const step = this.#takeCheck(checks, 'beside', [stored]);
      if (step) return step;
    }
    return null;
  }

  #takeCheck(checks: readonly Check[], place: Place, pictures: readonly StoredPicture[]): (() => Promise<void>) | null {
    for (const check of checks) {
      const waits = check.needs.includes('altered-listing');
      const stored = pictures.find(
        ({ pictureId }) => !this.#taken.has(stepOf(check, pictureId)) && (!waits || this.#isCompared(pictureId)),
      );
      if (!stored) continue;
      const step = stepOf(check, stored.pictureId);
      this.#taken.add(step);
      return async () => {
        await this.#run.runCheck(check, stored, await this.#companyOf(stored), place);
        this.#ended.add(step);
        if (runsBeside(check)) this.#dropWhereDone(stored);
      };
    }
    return null;
  }

  /** Has the second worker let go of a picture when all that it would be asked about it has ended. */
  #dropWhereDone({ pictureId }: StoredPicture): void {
    if (this.#checks.filter(runsBeside).every((check) => this.#ended.has(stepOf(check, pictureId))))
      this.#helper?.drop(pictureId);
  }

  /** What the second worker would come to last, where nothing else is left. It alone reads text: that takes much memory. */
  #takeFromHelper(): (() => Promise<void>) | null {
    if (!this.#helper) return null;
    const both = this.#checks.filter((check) => runsBeside(check) && !check.needs.includes('ocr'));
    return this.#takeCheck(both, 'here', this.#evidence.toReversed());
  }

  /** A picture is kept for later claims when it is known what was added to the listing's. */
  #takeRemembering(): (() => Promise<void>) | null {
    if (!this.#remembers) return null;
    const stored = this.#evidence.find(({ pictureId }) => !this.#taken.has(pictureId) && this.#isCompared(pictureId));
    if (!stored) return null;
    this.#taken.add(stored.pictureId);
    return () => this.#run.remember(stored);
  }

  /** Every check that compares with the listing has spoken. */
  #isCompared(pictureId: string): boolean {
    const comparing = this.#checks.filter(({ needs }) => needs.includes('listing'));
    return comparing.every((check) => this.#ended.has(stepOf(check, pictureId)));
  }

  async #companyOf(stored: StoredPicture): Promise<Company> {
    const siblings = [...this.#opened.values()].filter(({ id }) => id !== stored.pictureId);
    const earlier = await this.#run.earlier();
    const alteredId = await this.#run.alteredListingOf(stored);
    const altered = this.#listing.find(({ id }) => id === alteredId) ?? null;
    return {
      listing: this.#listing,
      ...(alteredId === undefined ? {} : { alteredListing: altered }),
      packing: this.#packingPictures(),
      siblings,
      earlier,
    };
  }

  /** A frame arrived when its video did. */
  #packingPictures(): PackingPicture[] {
    return this.#packing.map(({ stored: { pictureId, madeFrom }, picture }) => {
      const fileId = madeFrom?.kind === 'video-frame' ? madeFrom.videoId : pictureId;
      return { picture, arrivedAt: this.#arrivals.get(fileId) ?? '' };
    });
  }
}

function comparesWithOwn({ needs }: Check): boolean {
  return needs.includes('listing') || needs.includes('packing');
}

function stepOf({ id }: Check, pictureId: string): string {
  return `${id} ${pictureId}`;
}
