import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../../utils/checks/open-cv.ts';
import { addedLayerOf } from '../../../../utils/image/damage-patch/added-layer.ts';
import type { DamagePatch } from '../../../../utils/image/damage-patch/damage-patch.ts';
import { type MatchedLayers, matchLayers } from '../../../../utils/image/damage-patch/match-layers.ts';
import { applyTo } from '../../../../utils/image/registration/homography.ts';
import { damageLayer, layDamage } from '../../../bench/damage-layer.ts';
import { drawSvg, type MarkedRaster, type Raster, unmarked } from '../../../bench/raster.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { loadOpenCv } from '../../../fixtures/load-open-cv.ts';
import { makeScene, takePhoto } from '../../../fixtures/make-photo.ts';

const SIDE = 200;
const UPRIGHT = { scale: 0.8, turnRadians: 0, mirrored: false, x: 100, y: 100 };
const bag = takePhoto(makeScene(71), undefined, SIDE, SIDE);
const pot = takePhoto(makeScene(72), undefined, SIDE, SIDE);
const crack = (name: string) => damageLayer({ width: SIDE, height: SIDE }, 'crack', 0.06, () => seededRandom(name));
let opencv: OpenCv;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
});

function match(a: DamagePatch, b: DamagePatch): MatchedLayers | null {
  return matchLayers(addedLayerOf(opencv, a), addedLayerOf(opencv, b));
}

function grayOf({ rgb, width, height }: Raster): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) =>
    Math.round(0.299 * (rgb[at * 3] ?? 0) + 0.587 * (rgb[at * 3 + 1] ?? 0) + 0.114 * (rgb[at * 3 + 2] ?? 0)),
  );
}

/** As if it had been cut out: where the two differ is inside. */
function patchOf(changed: Raster, below: Raster): DamagePatch {
  const [damaged, underlying] = [grayOf(changed), grayOf(below)];
  return {
    region: { x: 0, y: 0, width: 1, height: 1 },
    width: changed.width,
    height: changed.height,
    damaged,
    underlying,
    inside: damaged.map((level, at) => (Math.abs(level - (underlying[at] ?? 0)) > 8 ? 1 : 0)),
    keypoints: { count: 0, points: new Float32Array(), descriptors: new Uint32Array() },
  };
}

function dimmed(raster: MarkedRaster): MarkedRaster {
  return { ...raster, rgb: raster.rgb.map((level) => Math.round(0.8 * level + 12)) as Buffer };
}

describe('matchLayers', () => {
  it('finds one crack on two products, turned, smaller, mirrored and in another tone, and where', () => {
    const placed = { scale: 0.7, turnRadians: 0.4, mirrored: true, x: 110, y: 95 };
    const onPot = dimmed(layDamage(crack('one'), pot, placed));
    const found = match(patchOf(layDamage(crack('one'), bag, UPRIGHT), bag), patchOf(onPot, dimmed(unmarked(pot))));
    expect(found?.mirrored).toBe(true);
    expect(found?.correlation).toBeGreaterThan(0.75);
    const [x, y] = applyTo(found?.storedToOwn ?? [0, 0, 0, 0, 0, 0, 0, 0, 1], UPRIGHT.x, UPRIGHT.y);
    expect(Math.hypot(x - placed.x, y - placed.y)).toBeLessThan(4);
  });

  it('takes no two cracks for one', () => {
    const names = ['one', 'two', 'three', 'four', 'five'];
    const onBag = names.map((name) => patchOf(layDamage(crack(name), bag, UPRIGHT), bag));
    const onPot = names.map((name) => patchOf(layDamage(crack(name), pot, UPRIGHT), pot));
    for (const [index, a] of onBag.entries())
      for (const [other, b] of onPot.entries()) if (index !== other) expect(match(a, b)).toBeNull();
  });

  it.each([
    ['arrow', '<path d="M 40 150 L 150 60 M 150 60 l -14 -2 M 150 60 l -5 13"/>'],
    ['circle', '<ellipse cx="100" cy="100" rx="60" ry="45"/>'],
    ['stroke', '<path d="M 40 110 q 60 -40 120 0"/>'],
    ['cross', '<path d="M 60 60 L 140 140 M 140 60 L 60 140"/>'],
  ])('says nothing of the same %s that two buyers drew with one app', async (_name, shape) => {
    const pen = `<g fill="none" stroke="#802020" stroke-width="7" stroke-linecap="round">${shape}</g>`;
    const [onBag, onPot] = await Promise.all([bag, pot].map((below) => drawSvg(unmarked(below), pen)));
    if (!onBag || !onPot) throw new Error('two drawings were made');
    expect(match(patchOf(onBag, bag), patchOf(onPot, pot))).toBeNull();
  });

  it('does not take what shines through a tint for the texture of an added layer', () => {
    const tinted = (half: 'left' | 'right'): MarkedRaster => {
      const rgb = Buffer.from(bag.rgb);
      for (let y = 50; y < 150; y++)
        for (let x = 50; x < (half === 'left' ? 130 : 150); x++)
          for (let channel = 0; channel < 3; channel++) {
            const at = (y * SIDE + x) * 3 + channel;
            rgb[at] = Math.round(0.6 * (bag.rgb[at] as number));
          }
      return { ...unmarked(bag), rgb };
    };
    expect(match(patchOf(tinted('left'), bag), patchOf(tinted('right'), bag))).toBeNull();
  });
});
