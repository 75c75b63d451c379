import { describe, expect, it } from 'vitest';
import { chooseFrames, type SampledFrame } from '../../../utils/image/choose-frames.ts';
import { frameDifference, frameSignature, SIGNATURE_SIDE } from '../../../utils/image/frame-signature.ts';

/** A picture of horizontal stripes whose place tells the view. */
function striped(view: number, brightness = 0) {
  const [width, height] = [64, 48];
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let place = 0; place < width * height; place++) {
    const y = Math.floor(place / width);
    const level = (Math.floor(y / 8) + view) % 6 === 0 ? 220 : 60;
    rgba.fill(level + brightness, place * 4, place * 4 + 3);
  }
  return { width, height, rgba, sourceWidth: width, sourceHeight: height };
}

const sample = (timeSeconds: number, view: number, sharpness = 1): SampledFrame => ({
  timeSeconds,
  signature: { ...frameSignature(striped(view)), sharpness },
});
const times = (frames: readonly SampledFrame[]) => frames.map(({ timeSeconds }) => timeSeconds);

describe('frameSignature', () => {
  it('sees no difference in exposure, and one in what is shown', () => {
    const plain = frameSignature(striped(0));
    expect(plain.blocks).toHaveLength(SIGNATURE_SIDE ** 2);
    expect(frameDifference(plain, frameSignature(striped(0, 30)))).toBeLessThan(0.5);
    expect(frameDifference(plain, frameSignature(striped(3)))).toBeGreaterThan(20);
  });

  it('calls a blurred picture less sharp', () => {
    const flat = striped(0);
    flat.rgba.fill(128);
    expect(frameSignature(striped(0)).sharpness).toBeGreaterThan(frameSignature(flat).sharpness);
  });
});

describe('chooseFrames', () => {
  it('takes the sharpest frame of every view, in order of time', () => {
    const samples = [sample(0, 0, 1), sample(0.5, 0, 9), sample(1, 2, 5), sample(1.5, 2, 3), sample(2, 0, 1)];
    expect(times(chooseFrames(samples, 12))).toEqual([0.5, 1, 2]);
  });

  it('takes one frame of a video that never changes, and none of nothing', () => {
    expect(chooseFrames([sample(0, 0), sample(0.5, 0), sample(1, 0)], 12)).toHaveLength(1);
    expect(chooseFrames([], 12)).toEqual([]);
  });

  it('keeps to the limit and prefers what was not seen yet', () => {
    const samples = [sample(0, 0), sample(1, 2), sample(2, 0), sample(3, 2), sample(4, 4)];
    expect(times(chooseFrames(samples, 3))).toEqual([0, 1, 4]);
  });
});
