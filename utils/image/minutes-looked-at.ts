import { MAX_VIDEO_SECONDS } from '../limits.ts';

/** Of a long video the minutes that frames were taken from, its first; null where they come from all of it. */
export function minutesLookedAt({ durationSeconds }: { readonly durationSeconds: number }): number | null {
  return durationSeconds > MAX_VIDEO_SECONDS ? MAX_VIDEO_SECONDS / 60 : null;
}
