import { describe, expect, it } from 'vitest';
import { sideOfCard } from '../../../../components/teach/side-of-card.ts';

const WINDOW_WIDTH = 1440;
const card = { left: 1064, top: 16, width: 360, height: 600 };
const picture = (left: number, top = 340) => ({ left, top, width: 96, height: 96 });

describe('the side of the teaching card', () => {
  it('changes where pictures of a drawer lie under it', () => {
    expect(sideOfCard('right', card, [picture(820), picture(1120)], WINDOW_WIDTH)).toBe('left');
    expect(sideOfCard('left', { ...card, left: 16 }, [picture(40)], WINDOW_WIDTH)).toBe('right');
  });

  it('stays where nothing is hidden, or the other side hides as much', () => {
    expect(sideOfCard('right', card, [], WINDOW_WIDTH)).toBe('right');
    expect(sideOfCard('right', card, [picture(500), picture(1120, 700)], WINDOW_WIDTH)).toBe('right');
    expect(sideOfCard('right', card, [{ left: 0, top: 100, width: 1440, height: 50 }], WINDOW_WIDTH)).toBe('right');
  });
});
