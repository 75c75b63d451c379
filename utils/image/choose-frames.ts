import { type FrameSignature, frameDifference } from './frame-signature.ts';

export interface SampledFrame {
  readonly timeSeconds: number;
  readonly signature: FrameSignature;
}

/** Difference from which on two frames show another view; measured in docs/benchmarks-video-frames.md. */
export const SCENE_CHANGE_LEVELS = 22;

/**
 * The frames worth looking at: one of every view, the sharpest one of it. A view ends where a frame differs from the
 * one that the view began with (pair-wise comparison of blocks: Zhang, Kankanhalli and Smoliar, Multimedia Systems 1,
 * 1993), so that a slow pan is cut into views as well.
 * @param samples in order of time
 * @param limit when there are more views, those are taken that differ most from what was taken before
 * @returns in order of time
 */
export function chooseFrames(samples: readonly SampledFrame[], limit: number): readonly SampledFrame[] {
  const views: SampledFrame[][] = [];
  for (const sample of samples) {
    const view = views.at(-1);
    const first = view?.[0];
    if (view && first && frameDifference(first.signature, sample.signature) < SCENE_CHANGE_LEVELS) view.push(sample);
    else views.push([sample]);
  }
  const sharpest = views.map((view) =>
    view.reduce((best, sample) => (sample.signature.sharpness > best.signature.sharpness ? sample : best)),
  );
  return spreadOut(sharpest, limit).toSorted((a, b) => a.timeSeconds - b.timeSeconds);
}

/** Farthest-point sampling (Gonzalez, Theoretical Computer Science 38, 1985), beginning with the first frame. */
function spreadOut(frames: readonly SampledFrame[], limit: number): SampledFrame[] {
  const [first, ...others] = frames;
  if (!first) return [];
  const taken = [first];
  const waiting = new Map(others.map((frame) => [frame, frameDifference(first.signature, frame.signature)]));
  while (taken.length < limit && waiting.size > 0) {
    const [farthest] = [...waiting].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    waiting.delete(farthest);
    taken.push(farthest);
    for (const [frame, distance] of waiting)
      waiting.set(frame, Math.min(distance, frameDifference(farthest.signature, frame.signature)));
  }
  return taken;
}
