import type { Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/checks/check.ts';
import { contradiction } from '../../../utils/checks/contradiction.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { drawOverlay } from '../../bench/draw-overlay.ts';
import { forgeDamage } from '../../bench/forge-damage.ts';
import { colours, type Raster, unmarked } from '../../bench/raster.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { appScreen } from '../../fixtures/app-screens.ts';
import { checkInput } from '../../fixtures/check-input.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { pictureOfRaster } from '../../fixtures/picture-of-raster.ts';

const photo = takePhoto(makeScene(31), undefined, 640, 480);
const burnt = forgeDamage(photo, 'burn', 0.012, seededRandom('burn'));
let opencv: OpenCv;
let plain: Picture;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  plain = await pictureOfRaster(photo, 'plain.jpg', 88);
});

async function findingsOf(picture: Picture, ...siblings: Picture[]): Promise<readonly Finding[]> {
  const outcome = await contradiction.run(checkInput({ picture, siblings, opencv }));
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  return outcome.findings;
}

const gradesOf = (findings: readonly Finding[]) => findings.map(({ kind, grade }) => `${kind} ${grade}`);
/** The middle of the strongest region, in fractions of the picture. */
const centreOf = (findings: readonly Finding[]) => {
  const { x = 0, y = 0, width = 0, height = 0 } = findings[0]?.regions?.[0] ?? {};
  return [x + width / 2, y + height / 2] as const;
};

describe('contradiction', () => {
  it('shows the place in which two versions of one exposure differ, from either side', async () => {
    const edited = await pictureOfRaster(burnt, 'edited.jpg', 85);
    const other = await pictureOfRaster(takePhoto(makeScene(32)), 'other.jpg');
    const fromEdited = await findingsOf(edited, other, plain);
    expect(gradesOf(fromEdited)).toEqual(['contradiction note']);
    expect(fromEdited[0]?.params).toMatchObject({ sibling: 'plain.jpg', siblingId: plain.id, places: 1 });
    expect(fromEdited[0]?.params.siblingToPicture).toHaveLength(9);
    const fromPlain = await findingsOf(plain, edited, other);
    expect(gradesOf(fromPlain)).toEqual(['contradiction note']);
    expect(centreOf(fromPlain)[0]).toBeCloseTo(centreOf(fromEdited)[0], 1);
    expect(centreOf(fromPlain)[1]).toBeCloseTo(centreOf(fromEdited)[1], 1);
  });

  it('is a clue where the two agree to the last bit around the difference, as two versions of one file do', async () => {
    const [original, edited] = await Promise.all([
      pictureOfRaster(photo, 'original.jpg', 86),
      pictureOfRaster(forgeDamage(photo, 'burn', 0.012, seededRandom('x')), 'edited.jpg', 86),
    ]);
    for (const findings of [await findingsOf(edited, original), await findingsOf(original, edited)]) {
      expect(gradesOf(findings)).toEqual(['same-exposure-differs clue']);
      expect(Number(findings[0]?.params.identicalPercent)).toBeGreaterThanOrEqual(25);
    }
  });

  it('compares neither frames of a video nor captures of the screen', async () => {
    const edited = await pictureOfRaster(burnt, 'edited.jpg', 85);
    const frame = { ...edited, madeFrom: { kind: 'video-frame', videoId: 'v', timeSeconds: 1 } } as const;
    expect(await findingsOf(plain, frame)).toEqual([]);
    expect(await contradiction.run(checkInput({ picture: frame, siblings: [plain], opencv }))).toEqual({
      status: 'skipped',
      reason: 'made-from-video-frame',
    });
  });

  it('finds damage that is at another place in a cropped version', async () => {
    const elsewhere = forgeDamage(photo, 'tear', 0.012, seededRandom('tear 7'));
    const part = { left: 30, top: 20, width: 580, height: 440 };
    const bytes = await colours(elsewhere).extract(part).jpeg({ quality: 86 }).toBuffer();
    const findings = await findingsOf(await pictureOfFile('cropped.jpg', bytes), await pictureOfRaster(burnt));
    expect(gradesOf(findings)).toEqual(['contradiction note']);
    expect(findings[0]?.params.places).toBe(2);
  });

  it.each(['arrow', 'circle', 'caption', 'bar', 'mosaic', 'blur'] as const)(
    'is silent where one of the two has a %s drawn on it',
    async (kind) => {
      const drawn = await pictureOfRaster(await drawOverlay(unmarked(photo), kind, seededRandom(`draw ${kind}`)));
      expect(gradesOf(await findingsOf(drawn, plain))).toEqual([]);
      expect(gradesOf(await findingsOf(plain, drawn))).toEqual([]);
    },
  );

  it.each([
    ['sent twice', (image: Sharp) => image],
    ['cropped', (image: Sharp) => image.extract({ left: 90, top: 60, width: 500, height: 400 })],
    ['smaller', (image: Sharp) => image.resize(480)],
    ['mirrored', (image: Sharp) => image.flop()],
    ['brighter', (image: Sharp) => image.modulate({ brightness: 1.2, saturation: 1.2 })],
    ['darker', (image: Sharp) => image.linear(0.8, -8)],
    ['bordered', (image: Sharp) => image.extend({ top: 30, bottom: 30, background: '#fff' })],
  ] as const)('is silent where the photograph is %s', async (_name, change) => {
    const changed = await pictureOfFile('again.jpg', await change(colours(photo)).jpeg({ quality: 70 }).toBuffer());
    expect(gradesOf(await findingsOf(changed, plain))).toEqual([]);
    expect(gradesOf(await findingsOf(plain, changed))).toEqual([]);
  });

  it('says no more than a note where the camera stood still and the thing changed', async () => {
    const random = seededRandom('grain');
    /** One press of the shutter: the scene's own detail softened, and sensor noise that is new every time. */
    const expose = async (scene: Raster): Promise<Picture> => {
      const soft = await colours(scene).blur(3).raw().toBuffer();
      const rgb = Buffer.from(soft.map((level) => Math.max(0, Math.min(255, level + 14 * (random() - 0.5)))));
      return pictureOfRaster({ ...scene, rgb }, 'exposure.jpg', 92);
    };
    const findings = await findingsOf(await expose(burnt), await expose(photo));
    expect(gradesOf(findings)).toEqual(['same-view-differs note']);
  });

  it('is silent on a burst, other views, and screenshots of one page', async () => {
    for (const [index, step] of [0.004, 0.02, 0.1].entries()) {
      const other = takePhoto(makeScene(31), { x: step, y: step / 3, roll: 0.01 }, 640, 480, 5 + index);
      expect((await findingsOf(await pictureOfRaster(other), plain)).every(({ grade }) => grade === 'note')).toBe(true);
    }
    const screens = await Promise.all(
      [1, 2].map(async (seed) => pictureOfFile('screen.jpg', await appScreen('logistics', seed))),
    );
    const [picture, sibling] = screens as [Picture, Picture];
    expect(await contradiction.run(checkInput({ picture, siblings: [sibling], opencv }))).toMatchObject({
      status: 'skipped',
      reason: 'screenshot-not-compared',
    });
  });

  it('has every text in both languages', () => {
    for (const language of LANGUAGES)
      for (const kind of ['contradiction', 'same-exposure-differs', 'same-view-differs'])
        for (const part of ['title', 'says', 'means', 'meansNot', 'rebuttal'])
          expect(textIn(language).has(`finding.${kind}.${part}`)).toBe(true);
  });
});
