import type { StoredPicture } from '../cases/case.ts';
import { analysedImage } from '../cases/read-case-view.ts';
import { storeFrames } from '../cases/store-frames.ts';
import { updatePicture } from '../cases/write-results.ts';
import type { Analysis } from './analysis.ts';
import { capturedImage } from './capture/capture-image.ts';
import { readVideoFrames } from './read-video-frames.ts';

/** Stands in for a check where a video that cannot be opened has to be given up. */
const VIDEO_FRAMES_STEP = 'video-frames';

/**
 * Makes pictures of a video's frames, once; a video that hung or crashed the worker is not tried again in this run.
 * @returns those that are new
 */
export async function framesOfVideo(
  { database, events, now }: Analysis,
  stored: StoredPicture,
): Promise<readonly StoredPicture[]> {
  const { pictureId, video } = stored;
  const image = analysedImage(stored);
  const given = await database.get('results', [pictureId, VIDEO_FRAMES_STEP]);
  if (!image || given) return [];
  if (video) {
    await updatePicture(database, pictureId, { problem: null, width: video.width, height: video.height });
    return [];
  }
  const running = { pictureId, check: VIDEO_FRAMES_STEP, isBeside: false };
  events.checkStarted(running);
  const reading = await readVideoFrames(image.blob);
  events.checkEnded(running);
  if ('problem' in reading) {
    await updatePicture(database, pictureId, { problem: reading.problem });
    return [];
  }
  const frames = await Promise.all(
    reading.frames.map(async ({ timeSeconds, blob }) => ({
      timeSeconds,
      captured: await capturedImage(new Uint8Array(await blob.arrayBuffer()), '', blob.type, now()),
    })),
  );
  return storeFrames(database, stored, reading.facts, frames);
}
