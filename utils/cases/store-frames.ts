import { formatVideoTime } from '../image/format-video-time.ts';
import type { CapturedImage, StoredPicture, VideoFacts } from './case.ts';
import type { CaseDatabase } from './database.ts';
import { pictureIdOf } from './store-claim.ts';

export interface FrameAtHand {
  readonly timeSeconds: number;
  readonly captured: CapturedImage;
}

/**
 * Stores the frames of a video as pictures behind the others of its case, and notes on the video that it was read, in
 * one transaction: a video has all of its frames or none.
 * @returns the stored frames
 */
export async function storeFrames(
  database: CaseDatabase,
  video: StoredPicture,
  facts: VideoFacts,
  frames: readonly FrameAtHand[],
): Promise<StoredPicture[]> {
  const { caseId, pictureId: videoId, role } = video;
  const transaction = database.transaction('pictures', 'readwrite');
  const others = (await transaction.store.index('by-case').getAll(caseId)).filter((picture) => picture.role === role);
  const firstIndex = Math.max(...others.map(({ index }) => index)) + 1;
  const stored = frames.map(({ timeSeconds, captured }, place): StoredPicture => {
    const index = firstIndex + place;
    return {
      pictureId: pictureIdOf(caseId, role, index),
      caseId,
      role,
      index,
      name: `${video.name} ${formatVideoTime(timeSeconds)}`,
      url: '',
      delivered: captured,
      larger: null,
      analysed: 'delivered',
      madeFrom: { kind: 'video-frame', videoId, timeSeconds },
      problem: null,
      width: null,
      height: null,
      decodeMs: null,
    };
  });
  for (const picture of stored) await transaction.store.put(picture);
  const now = await transaction.store.get(videoId);
  if (now)
    await transaction.store.put({ ...now, video: facts, problem: null, width: facts.width, height: facts.height });
  await transaction.done;
  return stored;
}
