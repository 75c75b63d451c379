import type { ClaimFacts } from '../../checks/check.ts';
import type { Picture } from '../../image/picture.ts';
import type { runCheck } from '../run-check.ts';

/** Name of the worker that runs checks beside the analysis worker, by which its script knows what it is. */
export const HELPER_NAME = 'check-helper';

/** A picture as a check of pixels sees it: the file stays behind. */
export type PicturePixels = Pick<Picture, 'id' | 'name' | 'sha256' | 'type' | 'pixels' | 'madeFrom'>;

/** One check on one picture; the pictures were sent before and are named by their ids. */
export interface HelperRun {
  readonly check: string;
  readonly pictureId: string;
  readonly claim: ClaimFacts;
  readonly listing: readonly string[];
  readonly packing: readonly { readonly pictureId: string; readonly arrivedAt: string }[];
  readonly pixelsAltered: boolean;
}

/** What one worker has computed of pictures that the other holds too, by the picture's id and what it is called there. */
export type ComputedOfPictures = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** Runs are answered one after the other, in the order in which they were asked for. */
export type HelperRequest =
  /** Loads what most checks need, so that it is there by the time that the pictures are. */
  | { readonly type: 'warm' }
  | { readonly type: 'keep'; readonly picture: PicturePixels }
  | { readonly type: 'run'; readonly run: HelperRun; readonly computed: ComputedOfPictures }
  /** Lets go of one picture. */
  | { readonly type: 'drop'; readonly pictureId: string }
  /** Lets go of all pictures: the next case has others. */
  | { readonly type: 'clear' };

/** What a check said. */
export type HelperOutcome = Awaited<ReturnType<typeof runCheck>>;

/** The answer to one run. */
export interface HelperAnswer extends HelperOutcome {
  readonly computed: ComputedOfPictures;
}
