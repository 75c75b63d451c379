import { describe, expect, it } from 'vitest';
import { findEdgeText } from '../../../../utils/image/visible-marks/find-edge-text.ts';
import { pictureFrom } from '../../../fixtures/cosine-picture.ts';
import { decodeWithSharp } from '../../../fixtures/decode-with-sharp.ts';
import { putMark } from '../../../fixtures/put-mark.ts';

const plain = pictureFrom(1000, 800, (x, y) => [120 + x / 50, 110, 100 + y / 50]);

describe('findEdgeText', () => {
  it.each([
    ['bright', 255],
    ['dark', 0],
  ])('finds a %s line and its box', async (polarity, gray) => {
    const marked = await putMark(plain, { name: 'ai-generated', corner: 'bottom-right', heightFraction: 0.05, gray });
    const lines = findEdgeText(await decodeWithSharp(marked));
    expect(lines.map((line) => line.polarity)).toContain(polarity);
    const { box } = lines.find((line) => line.polarity === polarity) as (typeof lines)[number];
    expect(Math.abs(box.right - (1000 - 20))).toBeLessThanOrEqual(4);
    expect(Math.abs(box.bottom - (800 - 20))).toBeLessThanOrEqual(4);
    expect(Math.abs(box.bottom - box.top - 40)).toBeLessThanOrEqual(5);
  });

  it.each([
    ['left', 0.04],
    ['right', 0.96],
  ])('finds a line in the middle of the %s edge', async (_, at) => {
    const shape = await putMark(
      pictureFrom(1000, 160, (x) => [120 + x / 50, 110, 100]),
      { name: 'ai-generated', corner: at < 0.5 ? 'bottom-left' : 'bottom-right', heightFraction: 0.25, margin: 0.2 },
    );
    const strip = await decodeWithSharp(shape);
    const marked = pictureFrom(1000, 800, (x, y) => {
      const from = 4 * ((y - 320) * 1000 + x);
      return y >= 320 && y < 480
        ? [strip.rgba[from] as number, strip.rgba[from + 1] as number, strip.rgba[from + 2] as number]
        : [120 + x / 50, 110, 100];
    });
    const [line] = findEdgeText(marked);
    expect(at < 0.5 ? line?.box.left : 1000 - (line?.box.right ?? 0)).toBeLessThanOrEqual(40);
    expect(line?.votes).toBeGreaterThan(1);
  });

  it('finds a gray mark on a ground of its own brightness and another colour', async () => {
    const red = pictureFrom(1000, 800, () => [235, 70, 60]);
    const mark = { name: 'ai-generated', corner: 'bottom-right', heightFraction: 0.05, gray: 119 } as const;
    expect(findEdgeText(await decodeWithSharp(await putMark(red, mark)))).not.toEqual([]);
  });

  it('finds white on nearly white', async () => {
    const pale = pictureFrom(1000, 800, () => [236, 236, 236]);
    const marked = await putMark(pale, { name: 'doubao', corner: 'bottom-right', heightFraction: 0.05, opacity: 0.8 });
    expect(findEdgeText(await decodeWithSharp(marked)).map(({ polarity }) => polarity)).toContain('bright');
  });

  it('leaves the middle of the picture alone', async () => {
    const marked = await putMark(plain, {
      name: 'ai-generated',
      corner: 'bottom-right',
      heightFraction: 0.05,
      margin: 0.45,
    });
    expect(findEdgeText(await decodeWithSharp(marked))).toEqual([]);
  });

  it.each([
    [1, 1],
    [2000, 3],
    [3, 2000],
  ])('answers for a picture of %i × %i', (width, height) => {
    expect(findEdgeText(pictureFrom(width, height, (x) => [x % 256, 0, 0]))).toEqual([]);
  });
});
