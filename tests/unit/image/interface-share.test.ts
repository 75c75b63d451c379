import { describe, expect, it } from 'vitest';
import { interfaceShareOf, SCREEN_SHARE } from '../../../utils/image/interface-share.ts';
import { REUSE_CHAINS } from '../../bench/reuse-chains.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { APP_SCREENS, appScreen } from '../../fixtures/app-screens.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { decodeWithSharp } from '../../fixtures/decode-with-sharp.ts';
import { scenePhoto } from '../../fixtures/scene-photo.ts';

const measured = async (bytes: Uint8Array) => interfaceShareOf(await decodeWithSharp(bytes));
const sent = async (name: string) =>
  (REUSE_CHAINS[name] as NonNullable<(typeof REUSE_CHAINS)[string]>)(await scenePhoto(1), seededRandom(name));

describe('interfaceShareOf', () => {
  it.each(APP_SCREENS)('takes a %s page for a screen', async (kind) => {
    for (const seed of [1, 2])
      expect((await measured(await appScreen(kind, seed))).share).toBeGreaterThan(SCREEN_SHARE);
  });

  it.each(['resave', 'smaller', 'border', 'crop-40'])('takes no photograph for a screen: %s', async (name) => {
    expect((await measured(await sent(name))).share).toBeLessThan(SCREEN_SHARE / 2);
  });

  it('takes an even wall for neither', () => {
    expect(interfaceShareOf(pictureFrom(500, 400, () => [240, 240, 240]))).toEqual({ share: 0, photograph: null });
  });

  it('finds the photograph on a screen', async () => {
    const { share, photograph } = await measured(await appScreen('product', 3, await scenePhoto(2)));
    expect(share).toBeGreaterThan(SCREEN_SHARE);
    expect(photograph?.x).toBeLessThan(0.03);
    expect(photograph?.y).toBeCloseTo(130 / 1520, 1);
    expect(photograph?.width).toBeGreaterThan(0.95);
    expect(photograph?.height).toBeCloseTo(720 / 1520, 1);
  });

  it('finds none on pages that show only text', async () => {
    for (const kind of ['chat', 'logistics', 'form', 'notice'] as const)
      expect((await measured(await appScreen(kind, 4))).photograph).toBeNull();
  });

  it('stands pictures smaller than a block', () => {
    expect(interfaceShareOf(pictureFrom(9, 3, () => [1, 2, 3]))).toEqual({ share: 0, photograph: null });
  });
});
