import { describe, expect, it } from 'vitest';
import { boxAfterKey, boxBetween, initialBox, visiblePart } from '../../../entrypoints/area-picker/area-box.ts';

const VIEWPORT = { width: 800, height: 600 };

describe('the box on the screen', () => {
  it('is the same whichever corner was first, and ends at the edge of the page', () => {
    const box = { left: 100, top: 50, width: 200, height: 150 };
    expect(boxBetween({ x: 100, y: 50 }, { x: 300, y: 200 }, VIEWPORT)).toEqual(box);
    expect(boxBetween({ x: 300, y: 50 }, { x: 100, y: 200 }, VIEWPORT)).toEqual(box);
    expect(boxBetween({ x: 700, y: 500 }, { x: 2000, y: -50 }, VIEWPORT)).toEqual({
      left: 700,
      top: 0,
      width: 100,
      height: 500,
    });
  });

  it('moves and grows by keys, never out of the page, and ignores others', () => {
    const box = initialBox(VIEWPORT);
    expect(boxAfterKey(box, 'ArrowLeft', false, VIEWPORT)).toEqual({ ...box, left: box.left - 10 });
    expect(boxAfterKey(box, 'ArrowDown', true, VIEWPORT)).toEqual({ ...box, height: box.height + 10 });
    expect(boxAfterKey({ ...box, left: 0 }, 'ArrowLeft', false, VIEWPORT)?.left).toBe(0);
    expect(boxAfterKey({ ...box, width: 600 }, 'ArrowRight', true, VIEWPORT)?.width).toBe(600);
    expect(boxAfterKey(box, 'Tab', false, VIEWPORT)).toBeNull();
  });

  it('lies on the part of the page that a pinch has enlarged', () => {
    expect(visiblePart(VIEWPORT, null)).toEqual({ left: 0, top: 0, ...VIEWPORT });
    expect(visiblePart(VIEWPORT, { scale: 2, offsetLeft: 120, offsetTop: 90 })).toEqual({
      left: 120,
      top: 90,
      width: 400,
      height: 300,
    });
  });
});
