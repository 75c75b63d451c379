// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { movableFrame, placeAt, placeWithin } from '../../../entrypoints/content/panel-place.ts';

const WINDOW = { width: 1000, height: 600 };

describe('a place', () => {
  it('is told from the nearer side', () => {
    expect(placeAt(30, 90, WINDOW, 360)).toEqual({ edge: 'left', insetPx: 30, topPx: 90 });
    expect(placeAt(620, 90, WINDOW, 360)).toEqual({ edge: 'right', insetPx: 20, topPx: 90 });
  });

  it.each([
    ['above and beside the window', { edge: 'left', insetPx: -50, topPx: -9 }, { edge: 'left', insetPx: 0, topPx: 0 }],
    ['below it', { edge: 'right', insetPx: 5, topPx: 4000 }, { edge: 'right', insetPx: 5, topPx: 552 }],
    ['beyond its other side', { edge: 'right', insetPx: 900, topPx: 5 }, { edge: 'right', insetPx: 640, topPx: 5 }],
  ] as const)('%s comes back inside', (_, place, inside) => {
    expect(placeWithin(place, WINDOW, 360)).toEqual(inside);
  });

  it('has the header inside even in a window that is narrower than the panel', () => {
    expect(placeWithin({ edge: 'left', insetPx: 200, topPx: 0 }, { width: 320, height: 600 }, 360).insetPx).toBe(0);
  });
});

describe('a frame that is moved', () => {
  const ends = new AbortController();
  afterEach(() => document.body.replaceChildren());

  const frameAt = (left: number, top: number) => {
    const frame = document.body.appendChild(document.createElement('div'));
    frame.getBoundingClientRect = () => ({ left, top, width: 360 }) as DOMRect;
    const onChange = vi.fn();
    return { frame, onChange, move: movableFrame(frame, onChange, ends.signal) };
  };

  it('stands where it was moved to, and is kept once the movement is over', () => {
    const { frame, onChange, move } = frameAt(600, 72);
    move.by(-580, 28);
    expect(frame.style).toMatchObject({ left: '20px', right: 'auto', top: '100px' });
    expect(onChange).not.toHaveBeenCalled();
    move.end();
    expect(onChange).toHaveBeenCalledWith({ edge: 'left', insetPx: 20, topPx: 100 });
  });

  it('goes back to the corner of the settings', () => {
    const { frame, onChange, move } = frameAt(600, 72);
    move.by(-100, 0);
    move.reset();
    expect(frame.style).toMatchObject({ left: '', right: '', top: '', maxHeight: '' });
    expect(onChange).toHaveBeenCalledWith(null);
  });
});
