import { describe, expect, it } from 'vitest';
import type { Drift } from '../../../../utils/image/registration/measure-drift.ts';
import type { Composition } from '../../../../utils/image/registration/register-composition.ts';
import type { Registration } from '../../../../utils/image/registration/register-pictures.ts';
import {
  hasSameFraming,
  isSameComposition,
  isSeenAsPlane,
  isSurelyDrawnAnew,
  relationOf,
} from '../../../../utils/image/registration/relation.ts';

const CERTAIN = {
  goodBlockCount: 120,
  texturedBlockCount: 130,
  cellCount: 14,
  coverage: 0.95,
  deviationPermille: 0.03,
  tiltDegrees: 2,
  outsideShare: 0,
  texturedShare: 0,
  looseCoverage: 0.98,
  planeCoverage: 0.7,
  bendPermille: 0.5,
  warpPermille: 0.02,
};

function relation(changes: Partial<Registration>): string {
  return relationOf({ ...CERTAIN, ...changes } as Registration);
}

describe('relationOf', () => {
  it.each([
    ['a digital copy', {}, 'same-photograph'],
    ['parallax of a second photograph', { deviationPermille: 0.5 }, 'possible'],
    ['an upright copy that strays a little', { deviationPermille: 0.3, tiltDegrees: 0.01 }, 'same-photograph'],
    ['the same stray on a tilted picture', { deviationPermille: 0.3 }, 'possible'],
    [
      'a camera that moved by a hair',
      { deviationPermille: 0.15, warpPermille: 0.2, tiltDegrees: 0.1, planeCoverage: 1 },
      'possible',
    ],
    ['a turned copy whose blocks err', { warpPermille: 0.2, planeCoverage: 0.9 }, 'same-photograph'],
    ['an upright copy whose edges compression moved', { warpPermille: 0.2, tiltDegrees: 0.01 }, 'same-photograph'],
    ['flat goods held nearly straight', { deviationPermille: 0.42, tiltDegrees: 0.15, coverage: 0.77 }, 'possible'],
    ['every detail redrawn', { coverage: 0.3, deviationPermille: 0.2, tiltDegrees: 0.02 }, 'same-composition'],
    ['a second view, as near but tilted', { coverage: 0.4, deviationPermille: 0.3, tiltDegrees: 0.6 }, 'possible'],
    ['half of the texture is not there', { coverage: 0.45, looseCoverage: 0.5, tiltDegrees: 0.01 }, 'possible'],
    ['pulled out of shape', { deviationPermille: 4, planeCoverage: 0.97, bendPermille: 0.02 }, 'same-plane'],
    ['flat goods through a lens', { deviationPermille: 4, planeCoverage: 0.97, bendPermille: 0.1 }, 'different'],
    ['too few blocks', { goodBlockCount: 20 }, 'possible'],
    ['all blocks in one corner', { cellCount: 2 }, 'possible'],
    ['hardly anything', { goodBlockCount: 10, coverage: 0.2 }, 'different'],
    ['the scene goes on outside', { outsideShare: 0.4, texturedShare: 0.8 }, 'possible'],
    ['flat interface outside', { outsideShare: 0.4, texturedShare: 0.1 }, 'same-photograph'],
  ])('%s', (_name, changes, expected) => {
    expect(relation(changes)).toBe(expected);
  });

  it('takes a picture among others in a collage only where collages are asked for', () => {
    const collage = { ...CERTAIN, outsideShare: 0.5, texturedShare: 0.9, tiltDegrees: 0.005 } as Registration;
    expect(relationOf(collage)).toBe('possible');
    expect(relationOf(collage, 'collages')).toBe('same-photograph');
    expect(relationOf({ ...collage, tiltDegrees: 0.2 }, 'collages')).toBe('possible');
  });
});

describe('hasSameFraming', () => {
  const framed = (sourceToCopy: number[], mirrored = false): boolean =>
    hasSameFraming({ sourceToCopy, mirrored } as unknown as Registration);

  it('tells a picture of the same frame from a crop', () => {
    expect(framed([1, 0, 0.004, 0, 1, -0.003, 0, 0, 1])).toBe(true);
    expect(framed([-1, 0, 1, 0, 1, 0, 0, 0, 1], true)).toBe(true);
    expect(framed([1.2, 0, -0.1, 0, 1.2, -0.1, 0, 0, 1])).toBe(false);
  });
});

describe('isSameComposition', () => {
  const DRAWN_ANEW: Drift = {
    blockCount: 150,
    cellCount: 16,
    nearShare: 0.96,
    strayPermille: 1.5,
    orderedShare: 0.15,
    acrossShare: 0.4,
    tiltDegrees: 0.03,
    squeeze: 0.01,
  };
  const composition = (drift: Partial<Drift>, registration: Partial<Registration> = {}): Composition =>
    ({ ...CERTAIN, shareOfSource: 1, ...registration, drift: { ...DRAWN_ANEW, ...drift } }) as Composition;

  it.each([
    ['every place strays by itself', {}, {}, true],
    ['squeezed to a size that a generator has', { squeeze: 0.04 }, {}, true],
    ['a part, upright', {}, { shareOfSource: 0.6 }, true],
    ['beside a caption', {}, { outsideShare: 0.1, texturedShare: 0.45 }, true],
    ['parallax of a second photograph from the same place', { orderedShare: 0.45 }, {}, false],
    ['things at several depths, seen from a little to the side', { acrossShare: 0.05 }, {}, false],
    ['a second photograph, tilted by a hand', { tiltDegrees: 0.5 }, {}, false],
    ['a part, tilted a little', { tiltDegrees: 0.17 }, { shareOfSource: 0.6 }, false],
    ['another photograph of the same shelf', { nearShare: 0.48 }, {}, false],
    ['on a table', {}, { outsideShare: 0.3, texturedShare: 0.8 }, false],
    ['a copy that hardly strays', { strayPermille: 0.2 }, {}, false],
    ['too little to tell', { blockCount: 30 }, {}, false],
  ])('%s', (_name, drift, registration, expected) => {
    expect(isSameComposition(composition(drift, registration))).toBe(expected);
  });

  it('is sure of little', () => {
    expect(isSurelyDrawnAnew(DRAWN_ANEW)).toBe(true);
    expect(isSurelyDrawnAnew({ ...DRAWN_ANEW, orderedShare: 0.27 })).toBe(false);
    expect(isSurelyDrawnAnew({ ...DRAWN_ANEW, strayPermille: 0.5 })).toBe(false);
  });
});

describe('isSeenAsPlane', () => {
  const screen = {
    planeCoverage: 0.95,
    shareOfSource: 0.9,
    outsideShare: 0.4,
    texturedShare: 0.7,
    deviationPermille: 4,
  };
  it.each([
    ['a photographed screen, with the table around it', {}, true],
    ['a second view of a thing with depth', { planeCoverage: 0.6 }, false],
    ['one flat side of a thing', { shareOfSource: 0.4 }, false],
    ['too little to tell by', { goodBlockCount: 40 }, false],
  ])('%s', (_name, changes, expected) => {
    expect(isSeenAsPlane({ ...CERTAIN, ...screen, ...changes } as Registration)).toBe(expected);
  });
});
