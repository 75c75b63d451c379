import type { VideoFacts } from '../../cases/case.ts';
import { minutesLookedAt } from '../../image/minutes-looked-at.ts';
import type { Text } from '../../text/text.ts';

/** How much of a video was looked at: a reader of the report must not take it for all of it. */
export function lookedAtText(video: VideoFacts, text: Text): string {
  const minutes = minutesLookedAt(video);
  return minutes === null ? text.t('report.video.frames') : text.t('report.video.firstPart', { minutes });
}
