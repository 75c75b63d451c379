import { describe, expect, it } from 'vitest';
import type { Paint } from '../../../../utils/image/change-map/describe-paint.ts';
import { paintedKind } from '../../../../utils/image/change-map/painted-kind.ts';

const OUTLINE = { areaPixels: 900, rectangularity: 0.75, ellipticity: 0.85, solidity: 0.94, raggedness: 1.3 };
/** A soft, textured patch: nothing of a drawing tool. */
const STAIN: Paint = {
  blend: { keep: 0.7, add: [20, 10, 0] },
  corePixels: 500,
  coreMissLevels: 12,
  coreMissMostLevels: 30,
  edgePixels: 5,
  evenness: 0.5,
  contrastLevels: 80,
  copyRgb: [90, 70, 60],
  sourceRgb: [170, 160, 150],
  fill: 1,
  outline: OUTLINE,
  patchOutline: OUTLINE,
};
const CRISP = { coreMissLevels: 3, coreMissMostLevels: 7, edgePixels: 2, evenness: 0.95 };
const COVER = { keep: 0, add: [20, 20, 20] } as const;
const RECTANGLE = { ...OUTLINE, rectangularity: 0.97, ellipticity: 0.76, solidity: 0.99 };
const ELLIPSE = { ...OUTLINE, rectangularity: 0.78, ellipticity: 0.98, solidity: 0.98, raggedness: 1.05 };
const STROKE = { ...OUTLINE, rectangularity: 0.3, ellipticity: 0.3, solidity: 0.4, raggedness: 2.5 };

describe('paintedKind', () => {
  it.each<[string, Partial<Paint>, ReturnType<typeof paintedKind>]>([
    ['a stain', {}, null],
    ['mould, in spots with fading edges', { outline: STROKE, edgePixels: 4.4, evenness: 0.25 }, null],
    ['a filled bar', { ...CRISP, blend: COVER, outline: RECTANGLE }, 'overlay-drawing'],
    ['a ring around something', { ...CRISP, coreMissLevels: 14, fill: 0.5, outline: ELLIPSE }, 'overlay-drawing'],
    ['a spotlight', { ...CRISP, blend: { keep: 1.6, add: [0, 0, 0] }, outline: ELLIPSE }, 'overlay-drawing'],
    ['a yellow highlighter', { ...CRISP, blend: { keep: 0.5, add: [125, 110, 0] } }, 'overlay-drawing'],
    ['a dark cover with a ragged outline', { ...CRISP, blend: COVER }, 'ambiguous'],
    ['an even dark stroke', { ...CRISP, coreMissLevels: 20, outline: STROKE }, 'ambiguous'],
    ['a dark line that tapers', { ...CRISP, coreMissLevels: 20, evenness: 0.3, outline: STROKE }, null],
    ['a thin line that tapers', { corePixels: 0, edgePixels: 2, evenness: 0.3, outline: STROKE }, 'ambiguous'],
    ['writing that lets the picture through', { coreMissLevels: 12, edgePixels: 2.5, evenness: 0.3 }, 'ambiguous'],
    [
      'one paint whose edge scaling made wide',
      { coreMissLevels: 9, coreMissMostLevels: 18, edgePixels: 3.6 },
      'ambiguous',
    ],
    [
      'a place that is lighter and fades',
      { blend: { keep: 1.6, add: [0, 0, 0] }, coreMissLevels: 8, edgePixels: 6 },
      'ambiguous',
    ],
    ['a picture pasted in', { coreMissLevels: 60, edgePixels: 6, patchOutline: RECTANGLE }, 'ambiguous'],
    ['a sticker in loud colours', { coreMissLevels: 50, copyRgb: [250, 190, 40] }, 'ambiguous'],
  ])('%s', (_name, changes, expected) => {
    expect(paintedKind({ ...STAIN, ...changes })).toBe(expected);
  });
});
