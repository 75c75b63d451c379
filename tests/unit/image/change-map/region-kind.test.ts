import { describe, expect, it } from 'vitest';
import type { DrawingShape } from '../../../../utils/image/change-map/drawing-shape.ts';
import type { Ink } from '../../../../utils/image/change-map/find-ink.ts';
import {
  drawnKind,
  isNothingButTone,
  isOpenKind,
  mightBeSmoothed,
  smoothedKind,
} from '../../../../utils/image/change-map/region-kind.ts';

const RED: Ink = {
  rgb: [220, 40, 40],
  tone: 'vivid',
  share: 0.8,
  spread: 10,
  contrast: 60,
  ownShare: 0,
  isDarkerShade: false,
};
const STROKE: DrawingShape = {
  elongation: 30,
  strokePixels: 5,
  rectangularity: 0.2,
  ellipticity: 0.2,
  strokeShare: 0.01,
  isTextLike: false,
};

describe('drawnKind', () => {
  it('takes an even stroke in a vivid colour for a drawing', () => {
    expect(drawnKind(RED, STROKE, 1)).toBe('overlay-drawing');
  });

  it('cannot tell a stroke in a darker shade of what is beneath from a crack', () => {
    expect(drawnKind({ ...RED, isDarkerShade: true }, STROKE, 1)).toBe('ambiguous');
  });

  it('cannot tell a patch in a colour of the picture from a piece of it', () => {
    const patch = { ...STROKE, elongation: 3, rectangularity: 0.7, strokeShare: 0.04 };
    expect(drawnKind(RED, patch, 1)).toBe('overlay-drawing');
    expect(drawnKind({ ...RED, ownShare: 0.05 }, patch, 1)).toBe('ambiguous');
    expect(drawnKind({ ...RED, spread: 1.9, ownShare: 0.05 }, patch, 1)).toBe('overlay-drawing');
    expect(drawnKind({ ...RED, ownShare: 0.05 }, STROKE, 1)).toBe('overlay-drawing');
    expect(drawnKind({ ...RED, ownShare: 0.05 }, { ...patch, ellipticity: 0.95 }, 1)).toBe('overlay-drawing');
    expect(drawnKind({ ...RED, spread: 6, ownShare: 0.05 }, { ...patch, rectangularity: 0.84 }, 1)).toBe('ambiguous');
    expect(drawnKind({ ...RED, spread: 6, ownShare: 0.05 }, { ...patch, rectangularity: 0.97 }, 1)).toBe(
      'overlay-drawing',
    );
  });

  it('takes a bar for a drawing in any shade', () => {
    const bar = { ...STROKE, elongation: 4, rectangularity: 0.97, strokeShare: 0.1 };
    expect(drawnKind({ ...RED, spread: 4, isDarkerShade: true }, bar, 1)).toBe('overlay-drawing');
  });
});

describe('smoothedKind', () => {
  const left = { leftByBlur: 1, leftByPatches: 1, leftByMosaic: 1 };

  it('takes what a grid of squares or a blur explains for a mosaic or a blur', () => {
    expect(smoothedKind({ ...left, leftByMosaic: 0.43 })).toBe('overlay-mosaic');
    expect(smoothedKind({ ...left, leftByBlur: 0.2 })).toBe('overlay-blur');
  });

  it.each([
    { leftByMosaic: 0.52, leftByBlur: 0.38 },
    { leftByMosaic: 0.63, leftByBlur: 0.33 },
  ])('leaves open what they explain in part, as they do something painted over: %o', (explanation) => {
    expect(smoothedKind({ ...left, ...explanation })).toBeNull();
    expect(mightBeSmoothed({ ...left, ...explanation })).toBe(true);
  });
});

describe('isNothingButTone', () => {
  it('holds where the colour explains the change, or a tone that changes slowly, and not where neither does', () => {
    expect(isNothingButTone({ leftByColour: 0.02, leftBySlope: 1 }, 0.01)).toBe(true);
    expect(isNothingButTone({ leftByColour: 0.9, leftBySlope: 0.003 }, 0.01)).toBe(true);
    expect(isNothingButTone({ leftByColour: 1, leftBySlope: 0.044 }, 0.01)).toBe(true);
    expect(isNothingButTone({ leftByColour: 0.93, leftBySlope: 0.068 }, 0.01)).toBe(false);
    expect(isNothingButTone({ leftByColour: 0.93, leftBySlope: 0.08 }, 0.07)).toBe(true);
    expect(isNothingButTone({ leftByColour: 0.93, leftBySlope: 0.125 }, 0.07)).toBe(false);
  });
});

describe('isOpenKind', () => {
  it('holds for a faint change and for no drawing', () => {
    expect(isOpenKind('faint')).toBe(true);
    expect(isOpenKind('overlay-blur')).toBe(false);
  });
});
