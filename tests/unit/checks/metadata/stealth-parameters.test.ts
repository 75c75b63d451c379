import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findStealthParameters } from '../../../../utils/checks/metadata/stealth-parameters.ts';
import type { DecodedImage } from '../../../../utils/image/decoded-image.ts';
import { join, latin1, uint32 } from '../../../fixtures/files/bytes.ts';

const TEXT = 'a cup\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1';
const SIDE = 80;

function hide(signature: string, payload: Uint8Array, channels: readonly number[]): DecodedImage {
  const bytes = join(signature, uint32(payload.length * 8), payload);
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(254);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const pixel = Math.floor(bit / channels.length);
    const at = ((pixel % SIDE) * SIDE + Math.floor(pixel / SIDE)) * 4 + (channels[bit % channels.length] ?? 0);
    if (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) rgba[at] = 255;
  }
  return { width: SIDE, height: SIDE, sourceWidth: SIDE, sourceHeight: SIDE, rgba };
}

describe('parameters in pixel bits', () => {
  it.each([
    ['stealth_pnginfo', latin1(TEXT), [3]],
    ['stealth_pngcomp', gzipSync(TEXT), [3]],
    ['stealth_rgbinfo', latin1(TEXT), [0, 1, 2]],
    ['stealth_rgbcomp', gzipSync(TEXT), [0, 1, 2]],
  ])('are read from %s', (signature, payload, channels) => {
    expect(findStealthParameters(hide(signature, payload, channels))).toMatchObject({
      prompt: 'a cup',
      isGeneration: true,
    });
  });

  it('are not read from reduced pixels, other pixels or a broken payload', () => {
    const whole = hide('stealth_pngcomp', gzipSync(TEXT), [3]);
    expect(findStealthParameters({ ...whole, sourceWidth: 4000 })).toBeNull();
    expect(findStealthParameters({ ...whole, rgba: whole.rgba.map((value) => value ^ 1) })).toBeNull();
    expect(findStealthParameters(hide('stealth_pngcomp', latin1('no gzip at all'), [3]))).toBeNull();
    expect(findStealthParameters(null)).toBeNull();
  });

  it('gives up on a bomb', () => {
    const bomb = gzipSync(new Uint8Array(8 * 1024 * 1024));
    const wide = hide('stealth_pngcomp', bomb.subarray(0, 700), [3]);
    expect(findStealthParameters(wide)).toBeNull();
  });
});
