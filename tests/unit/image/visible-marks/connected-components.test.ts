import { describe, expect, it } from 'vitest';
import { type Component, connectedComponents } from '../../../../utils/image/visible-marks/connected-components.ts';

/** The patches of a mask drawn in text, `#` for set. */
function patchesOf(...rows: string[]): Component[] {
  const mask = Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0));
  return connectedComponents(mask, (rows[0] as string).length, rows.length);
}

describe('connectedComponents', () => {
  it('gives boxes and areas in reading order of the first pixel', () => {
    expect(patchesOf('.....#', '##....', '#...##')).toEqual([
      { left: 5, top: 0, right: 6, bottom: 1, area: 1 },
      { left: 0, top: 1, right: 2, bottom: 3, area: 3 },
      { left: 4, top: 2, right: 6, bottom: 3, area: 2 },
    ]);
  });

  it('joins what touches at a corner, and not what is on the other side of the picture', () => {
    expect(patchesOf('#...', '.#..', '#..#')).toHaveLength(2);
    expect(patchesOf('...#', '#...')).toHaveLength(2);
  });

  it('is one patch where two meet below, under the one that came first', () => {
    expect(patchesOf('..#.#', '#.#.#', '#.#.#', '#####')).toEqual([{ left: 0, top: 0, right: 5, bottom: 4, area: 13 }]);
    expect(patchesOf('#####', '#...#', '#.#.#')).toEqual([
      { left: 0, top: 0, right: 5, bottom: 3, area: 9 },
      { left: 2, top: 2, right: 3, bottom: 3, area: 1 },
    ]);
  });

  it('finds a spiral in one piece, and combs that are joined one after the other', () => {
    expect(patchesOf('#######', '......#', '#####.#', '#...#.#', '#.###.#', '#.....#', '#######')).toHaveLength(1);
    const teeth = 4000;
    // A step further down at each tooth: every row joins patches that have each been joined before.
    const mask = new Uint8Array(2 * teeth * 60);
    for (let y = 0; y < 60; y++)
      for (let x = 0; x < 2 * teeth; x++) if (x % 2 === 0 || (x + y) % 59 === 0) mask[y * 2 * teeth + x] = 1;
    expect(connectedComponents(mask, 2 * teeth, 60)).toHaveLength(1);
  });

  it('leaves the mask as it is, and finds nothing in an empty one', () => {
    const mask = Uint8Array.of(1, 0, 1, 1);
    connectedComponents(mask, 2, 2);
    expect([...mask]).toEqual([1, 0, 1, 1]);
    expect(connectedComponents(new Uint8Array(6), 3, 2)).toEqual([]);
  });
});
