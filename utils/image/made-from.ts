/**
 * What this extension itself made a picture from. Such a picture has no file of the buyer's behind it: nothing that is
 * written in the file says anything about the photograph.
 */
export type MadeFrom =
  /** A part of the screen that the seller marked. */
  | { readonly kind: 'screen-area' }
  /** One frame of a video. */
  | { readonly kind: 'video-frame'; readonly videoId: string; readonly timeSeconds: number };
