import { expect, it } from 'vitest';
import { pixelsOfArea } from '../../../../utils/engine/capture/pixels-of-area.ts';

const marked = { left: 111, top: 77, width: 203, height: 151 };

it('ends where the marked part ends, on screens and at page zooms that no whole pixels come out of', () => {
  // Screen of two pixels, page at 80 %.
  expect(pixelsOfArea({ ...marked, viewportWidth: 1600 }, { width: 2560, height: 1426 })).toEqual({
    left: 178,
    top: 123,
    width: 502 - 178,
    height: 365 - 123,
  });
  expect(pixelsOfArea({ ...marked, viewportWidth: 1280 }, { width: 2560, height: 1426 })).toEqual({
    left: 222,
    top: 154,
    width: 406,
    height: 302,
  });
});

it('stays within the capture, and is never empty', () => {
  const capture = { width: 100, height: 50 };
  expect(pixelsOfArea({ left: 90, top: 45, width: 40, height: 40, viewportWidth: 100 }, capture)).toEqual({
    left: 90,
    top: 45,
    width: 10,
    height: 5,
  });
  expect(pixelsOfArea({ left: 500, top: 500, width: 0, height: 0, viewportWidth: 100 }, capture)).toEqual({
    left: 99,
    top: 49,
    width: 1,
    height: 1,
  });
});
