import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { storedWordsOf } from '../../../utils/image/stored-words.ts';
import { subjectOfPicture } from '../../../utils/image/subject-of-picture.ts';
import { VisualWordIndex } from '../../../utils/image/visual-word-index.ts';
import { visualWordsOf } from '../../../utils/image/visual-words.ts';
import { REUSE_CHAINS } from '../../bench/reuse-chains.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { appScreen } from '../../fixtures/app-screens.ts';
import { pictureOf } from '../../fixtures/check-input.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { scenePhoto } from '../../fixtures/scene-photo.ts';

let opencv: OpenCv;
const index = new VisualWordIndex();

beforeAll(async () => {
  opencv = (await loadOpenCv()).opencv;
  for (let seed = 1; seed <= 6; seed++)
    index.add(`scene ${seed}`, storedWordsOf(opencv, await pictureOfFile(`${seed}`, await scenePhoto(seed))));
});

describe('visual words', () => {
  it.each(Object.keys(REUSE_CHAINS))('find the photograph again after %s', async (name) => {
    const chain = REUSE_CHAINS[name] as NonNullable<(typeof REUSE_CHAINS)[string]>;
    const sent = await pictureOfFile('sent', await chain(await scenePhoto(4), seededRandom(name)));
    const { photograph } = subjectOfPicture(sent);
    expect(index.near(visualWordsOf(opencv, photograph as Picture).searched, 4, 3)[0]?.pictureId).toBe('scene 4');
  });

  it('take at most 2560 bytes, hold no word twice, and find nothing in another scene', async () => {
    const words = visualWordsOf(opencv, await pictureOfFile('9', await scenePhoto(9)));
    expect(words.stored.byteLength).toBeGreaterThan(500);
    expect(words.stored.byteLength).toBeLessThanOrEqual(2560);
    expect(new Set(words.stored.map((entry) => entry >>> 9)).size).toBe(words.stored.length);
    expect(index.near(words.searched, 4, 3)).toEqual([]);
  });

  it('are none for a flat picture, a tiny one, and a screen without a photograph', async () => {
    expect(visualWordsOf(opencv, pictureOf({ pixels: pictureFrom(300, 300, () => [9, 9, 9]) })).stored).toHaveLength(0);
    expect(visualWordsOf(opencv, pictureOf({ pixels: pictureFrom(3, 1, () => [9, 9, 9]) })).stored).toHaveLength(0);
    expect(storedWordsOf(opencv, await pictureOfFile('screen', await appScreen('chat', 1)))).toHaveLength(0);
  });
});
