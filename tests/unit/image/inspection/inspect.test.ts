import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { INSPECTIONS, type Inspection, inspect, STRIP_HEIGHT } from '../../../../utils/image/inspection/inspect.ts';
import { restoreBlock, transformBlock } from '../../../../utils/image/jpeg/dct8.ts';
import { ZIGZAG } from '../../../../utils/image/jpeg/zigzag.ts';
import { colours } from '../../../bench/raster.ts';
import { makeScene, takePhoto } from '../../../fixtures/make-photo.ts';

const WIDTH = 480;
const HEIGHT = 320;
const photo = takePhoto(makeScene(51), undefined, WIDTH, HEIGHT);

async function decoded(bytes: Buffer): Promise<Uint8ClampedArray> {
  return new Uint8ClampedArray(await sharp(bytes).ensureAlpha().raw().toBuffer());
}

function viewOf(inspection: Inspection, data: Uint8ClampedArray): Uint8ClampedArray {
  const view = data.slice();
  inspect(inspection, { width: WIDTH, height: HEIGHT, data: view });
  return view;
}

/** Mean level of the gray pixels in a box; places where nothing can be judged are no gray. */
function meanIn(view: Uint8ClampedArray, left: number, top: number, side: number): number {
  const levels: number[] = [];
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++) {
      const at = (y * WIDTH + x) * 4;
      if (view[at] === view[at + 2]) levels.push(view[at] as number);
    }
  return levels.reduce((sum, level) => sum + level, 0) / Math.max(1, levels.length);
}

describe('inspect', () => {
  it('brightens what was never saved as JPEG before, in the error level', async () => {
    const base = await colours(photo).jpeg({ quality: 55, chromaSubsampling: '4:4:4' }).toBuffer();
    const fresh = await colours(photo).extract({ left: 160, top: 120, width: 80, height: 80 }).png().toBuffer();
    const pasted = await sharp(base)
      .composite([{ input: fresh, left: 160, top: 120 }])
      .png()
      .toBuffer();
    const view = viewOf('error-level', await decoded(pasted));
    expect(meanIn(view, 164, 124, 72)).toBeGreaterThan(1.4 * meanIn(view, 300, 120, 72));
  });

  it('shows the grid at every eighth pixel only', async () => {
    const view = viewOf('block-grid', await decoded(await colours(photo).jpeg({ quality: 30 }).toBuffer()));
    const columnMean = (offset: number): number => {
      let [sum, count] = [0, 0];
      for (let y = 2; y < HEIGHT - 2; y++)
        for (let x = 8 + offset; x < WIDTH - 8; x += 8) {
          const at = (y * WIDTH + x) * 4;
          if (view[at] !== view[at + 2] || y % 8 === 0) continue;
          sum += view[at] as number;
          count++;
        }
      return sum / count;
    };
    expect(columnMean(0)).toBeGreaterThan(2 * columnMean(4));
  });

  it('leaves middle gray where the picture has no grain', async () => {
    const noisy = await decoded(await colours(photo).png().toBuffer());
    const smooth = await decoded(await colours(photo).blur(3).png().toBuffer());
    const spread = (view: Uint8ClampedArray): number => {
      let sum = 0;
      for (let at = 0; at < view.length; at += 4)
        if (view[at] === view[at + 2]) sum += Math.abs((view[at] as number) - 128);
      return sum;
    };
    expect(spread(viewOf('noise-residual', noisy))).toBeGreaterThan(4 * spread(viewOf('noise-residual', smooth)));
  });

  it.each(Object.keys(INSPECTIONS) as Inspection[])('grays out clipped and flat places in %s', (inspection) => {
    const white = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
    const view = viewOf(inspection, white);
    for (let at = 0; at < view.length; at += 4000) expect(view[at] === view[at + 2]).toBe(false);
  });

  it('works in strips of whole blocks', () => {
    expect(STRIP_HEIGHT % 8).toBe(0);
  });
});

describe('the transform of a block', () => {
  it('comes back to the samples, and puts an even block into one coefficient', () => {
    const samples = Float64Array.from({ length: 64 }, (_, index) => ((index * 37) % 101) - 50);
    const block = samples.slice();
    transformBlock(block);
    restoreBlock(block);
    for (const [index, value] of samples.entries()) expect(block[index]).toBeCloseTo(value, 9);
    const even = new Float64Array(64).fill(3);
    transformBlock(even);
    expect(even[0]).toBeCloseTo(24, 9);
    expect(Math.max(...even.subarray(1).map(Math.abs))).toBeLessThan(1e-9);
  });

  it('has the zigzag of the standard', () => {
    expect(ZIGZAG.slice(0, 10)).toEqual([0, 1, 8, 16, 9, 2, 3, 10, 17, 24]);
    expect(ZIGZAG.slice(-4)).toEqual([47, 55, 62, 63]);
    expect(new Set(ZIGZAG).size).toBe(64);
  });
});
