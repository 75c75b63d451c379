import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../../utils/image/registration/register-pictures.ts';
import { relationOf } from '../../../../utils/image/registration/relation.ts';

const CERTAIN = {
  goodBlockCount: 120,
  texturedBlockCount: 130,
  cellCount: 14,
  coverage: 0.95,
  deviationPermille: 0.03,
  tiltDegrees: 2,
  outsideShare: 0,
  texturedShare: 0,
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
    ['a redrawn picture, upright', { deviationPermille: 0.6, tiltDegrees: 0.1, coverage: 0.55 }, 'same-composition'],
    ['a redrawn picture, tilted', { deviationPermille: 0.6, tiltDegrees: 0.5, coverage: 0.55 }, 'possible'],
    ['half of the texture disagrees', { coverage: 0.45, tiltDegrees: 0.01 }, 'possible'],
    ['too few blocks', { goodBlockCount: 20 }, 'possible'],
    ['all blocks in one corner', { cellCount: 2 }, 'possible'],
    ['hardly anything', { goodBlockCount: 10, coverage: 0.2 }, 'different'],
    ['the scene goes on outside', { outsideShare: 0.4, texturedShare: 0.8 }, 'possible'],
    ['flat interface outside', { outsideShare: 0.4, texturedShare: 0.1 }, 'same-photograph'],
  ])('%s', (_name, changes, expected) => {
    expect(relation(changes)).toBe(expected);
  });
});
