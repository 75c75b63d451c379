import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../../../utils/checks/check.ts';
import { listingMatch } from '../../../utils/checks/listing-match.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { drawOverlay } from '../../bench/draw-overlay.ts';
import { forgeDamage } from '../../bench/forge-damage.ts';
import { colours, unmarked } from '../../bench/raster.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { drawAnew } from '../../fixtures/draw-anew.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { makePlainPhoto, makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { pictureOfRaster } from '../../fixtures/picture-of-raster.ts';
import { screenshotPicture } from '../../fixtures/screenshot-picture.ts';

const photo = takePhoto(makeScene(21));
let opencv: OpenCv;
let listing: Picture[];

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  const others = await Promise.all(
    [22, 23, 24, 25].map((seed) => pictureOfRaster(takePhoto(makeScene(seed)), `${seed}.jpg`)),
  );
  listing = [...others.slice(0, 2), await pictureOfRaster(photo, 'main.jpg', 92), ...others.slice(2)];
});

function run(picture: Picture, pictures: readonly Picture[] = listing): CheckOutcome | Promise<CheckOutcome> {
  return listingMatch.run(checkInput({ picture, listing: pictures, opencv }));
}

async function findingsOf(picture: Picture) {
  const outcome = await run(picture);
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  return outcome.findings;
}

describe('listing-match', () => {
  it('names the listing picture, the place and the alignment of an altered copy', async () => {
    const damaged = forgeDamage(photo, 'burn', 0.012, seededRandom('burn'));
    const [finding, ...others] = await findingsOf(await pictureOfRaster(damaged, 'buyer.jpg', 75));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'listing-altered', grade: 'proof', confirmed: false });
    expect(finding?.params).toMatchObject({ listing: 'main.jpg', listingId: listing[2]?.id, mirrored: false });
    expect(finding?.params.sameFraction).toBeGreaterThan(0.8);
    expect(finding?.params.listingToPicture).toHaveLength(9);
    expect(finding?.regions).toHaveLength(1);
  });

  it('calls an unchanged copy what it is, a clue', async () => {
    const bytes = await colours(photo).resize(500).jpeg({ quality: 60 }).toBuffer();
    const findings = await findingsOf(await pictureOfFile('buyer.jpg', bytes));
    expect(findings.map(({ kind, grade }) => [kind, grade])).toEqual([['listing-resent', 'clue']]);
  });

  it('looks at the photograph in a screenshot and says where in the screenshot the change is', async () => {
    const damaged = forgeDamage(photo, 'burn', 0.012, seededRandom('burn'));
    const [alone] = await findingsOf(await pictureOfRaster(damaged, 'buyer.jpg', 85));
    const shown = await colours(damaged).resize(560).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const rgba = await sharp(shown.data, { raw: { ...shown.info, channels: 3 } })
      .ensureAlpha()
      .raw()
      .toBuffer();
    const { width, height } = shown.info;
    const inner = { width, height, rgba: new Uint8ClampedArray(rgba), sourceWidth: width, sourceHeight: height };
    const page = pictureOf({ pixels: await screenshotPicture(inner, 80, 400, 'Chat') });
    const [finding] = await findingsOf(page);
    expect(finding).toMatchObject({ kind: 'listing-altered', confirmed: false });
    const [there, here] = [alone?.regions?.[0], finding?.regions?.[0]];
    expect(here?.x).toBeCloseTo((80 + 560 * (there?.x ?? 0)) / 720, 1);
    expect(here?.y).toBeCloseTo((400 + height * (there?.y ?? 0)) / 1440, 1);
    expect(finding?.params.sameFraction).toBeLessThan((560 * height) / (720 * 1440));
    const [a, , , , e] = (finding?.params.listingToPicture ?? []) as number[];
    expect(a).toBeCloseTo(560 / 720, 1);
    expect(e).toBeCloseTo(height / 1440, 1);
  });

  it('notes an arrow instead of counting it', async () => {
    const drawn = await drawOverlay(unmarked(photo), 'arrow', seededRandom('arrow'));
    const findings = await findingsOf(await pictureOfRaster(drawn));
    expect(findings.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['listing-resent', 'clue'],
      ['listing-overlay', 'note'],
    ]);
    expect(findings[1]?.params).toMatchObject({ drawings: 1, mosaics: 0 });
    expect(findings[1]?.regions).toHaveLength(1);
  });

  it('takes the version of the listing picture that the copy was made of', async () => {
    const promoted = forgeDamage(photo, 'burn', 0.015, seededRandom('promotion'));
    const versions = [
      await pictureOfRaster(photo, 'plain.jpg', 92),
      await pictureOfRaster(promoted, 'promoted.jpg', 92),
    ];
    const copy = await pictureOfRaster(promoted, 'buyer.jpg', 70);
    for (const order of [versions, versions.toReversed()]) {
      const outcome = await run(copy, order);
      if (outcome.status !== 'done') throw new Error(outcome.reason);
      expect(outcome.findings.map(({ kind }) => kind)).toEqual(['listing-resent']);
      expect(outcome.findings[0]?.params.listing).toBe('promoted.jpg');
    }
  });

  it('holds a comparison of the listing with the received item against nobody', async () => {
    const received = takePhoto(makeScene(31));
    const bytes = await sharp({
      create: { width: photo.width * 2, height: photo.height, channels: 3, background: '#fff' },
    })
      .composite([
        { input: await colours(photo).png().toBuffer(), left: 0, top: 0 },
        { input: await colours(received).png().toBuffer(), left: photo.width, top: 0 },
      ])
      .jpeg({ quality: 80 })
      .toBuffer();
    const findings = await findingsOf(await pictureOfFile('collage.jpg', bytes));
    expect(findings.map(({ kind, grade }) => [kind, grade])).toEqual([['listing-included', 'note']]);
  });

  it('accuses no other photograph of the same things', async () => {
    for (const [index, step] of [0.02, 0.06, 0.15].entries()) {
      const other = takePhoto(makeScene(21), { x: step, y: -step / 4, roll: 0.02 }, 560, 420, 9 + index);
      const findings = await findingsOf(await pictureOfRaster(other));
      expect(findings.every(({ grade }) => grade === 'note')).toBe(true);
    }
  });

  it('tells a picture that was drawn anew from the listing picture, among several', async () => {
    const [finding] = await findingsOf(await pictureOfRaster(await drawAnew(photo, 4), 'buyer.jpg', 80));
    expect(finding).toMatchObject({ kind: 'listing-redrawn', grade: 'strong', params: { listing: 'main.jpg' } });
    const cropped = await colours(await drawAnew(photo, 3))
      .extract({ left: 60, top: 50, width: 400, height: 310 })
      .jpeg()
      .toBuffer();
    const [part] = await findingsOf(await pictureOfFile('buyer.jpg', cropped));
    expect(part).toMatchObject({ kind: 'listing-redrawn', grade: 'clue', params: { listing: 'main.jpg' } });
  });

  it('finds no more than a note in a second photograph from nearly the same place, held nearly straight', async () => {
    for (const [index, step] of [0.004, 0.012, 0.02].entries()) {
      const other = takePhoto(makeScene(21), { x: step, y: step / 3, roll: 0.001 }, 560, 420, 30 + index);
      const findings = await findingsOf(await pictureOfRaster(other));
      expect(findings.every(({ grade }) => grade === 'note')).toBe(true);
    }
  });

  it('finds less in a copy of printed artwork, which a scan can match as well', async () => {
    const words = Array.from(
      { length: 12 },
      (_, row) => `<text x="20" y="${60 + row * 34}" font-size="30">Ab ${row}kX</text>`,
    );
    const artwork = `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="480">
      <rect width="560" height="480" fill="#e8c860"/><circle cx="400" cy="240" r="90" fill="#b33"/>
      <g fill="#224" font-family="sans-serif">${words.join('')}</g></svg>`;
    const source = await pictureOfFile('print.jpg', await sharp(Buffer.from(artwork)).jpeg({ quality: 90 }).toBuffer());
    const spoiled = artwork.replace('</svg>', '<circle cx="420" cy="400" r="28" fill="#5a4a30"/></svg>');
    const copy = await pictureOfFile('copy.jpg', await sharp(Buffer.from(spoiled)).jpeg({ quality: 80 }).toBuffer());
    const outcome = await run(copy, [source]);
    if (outcome.status !== 'done') throw new Error(outcome.reason);
    expect(outcome.findings).not.toEqual([]);
    expect(outcome.findings.every(({ grade }) => grade === 'clue' || grade === 'note')).toBe(true);
  });

  it('says why it cannot compare', async () => {
    const textured = listing[0] as Picture;
    const plain = await pictureOfRaster(makePlainPhoto());
    const small = await pictureOfFile('small.jpg', await colours(photo).resize(100).jpeg().toBuffer());
    expect(await run(small)).toMatchObject({ status: 'skipped', reason: 'picture-too-small' });
    expect(await run(textured, [plain])).toMatchObject({ status: 'skipped', reason: 'listing-too-plain' });
    expect(await run(plain, [textured])).toMatchObject({ status: 'skipped', reason: 'picture-too-plain' });
    expect(await run(textured, [{ ...plain, pixels: null }])).toMatchObject({ reason: 'listing-unreadable' });
  });

  it('has every text in both languages', () => {
    const kinds = [
      'listing-altered',
      'listing-redrawn',
      'listing-filtered',
      'listing-resent',
      'listing-overlay',
      'listing-included',
      'listing-tilted',
      'listing-photographed',
      'same-object-other-photo',
    ];
    const parts = ['title', 'says', 'means', 'meansNot', 'rebuttal'];
    const skips = ['listing-too-plain', 'picture-too-plain', 'picture-too-small', 'listing-unreadable'];
    for (const language of LANGUAGES) {
      const text = textIn(language);
      for (const kind of kinds) for (const part of parts) expect(text.has(`finding.${kind}.${part}`)).toBe(true);
      for (const reason of skips) expect(text.has(`skip.${reason}`)).toBe(true);
      expect(text.has('check.listing-match.name')).toBe(true);
    }
  });
});
