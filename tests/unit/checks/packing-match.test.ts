import { beforeAll, describe, expect, it } from 'vitest';
import type { ClaimFacts } from '../../../utils/checks/check.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import { PACKING_KINDS, packingMatch } from '../../../utils/checks/packing-match.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { findingText } from '../../../utils/text/finding-text.ts';
import listingTexts from '../../../utils/text/locales/en/check-listing-match.json' with { type: 'json' };
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { forgeDamage } from '../../bench/forge-damage.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { makePlainPhoto, makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfRaster } from '../../fixtures/picture-of-raster.ts';

const photo = takePhoto(makeScene(31));
const ARRIVED = '2026-11-10T02:00:00.000Z';
const EARLIER = '2026-11-09T02:00:00.000Z';
const LATER = '2026-11-18T02:00:00.000Z';
/** The whole input is handed on to the comparison, tools that neither touches included. */
const UNUSED = { ocr: null as never, c2pa: null as never };
let opencv: OpenCv;
let packing: Picture[];
let altered: Picture;
let resent: Picture;

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  packing = [
    await pictureOfRaster(takePhoto(makeScene(32)), 'box.jpg'),
    await pictureOfRaster(photo, 'packed.jpg', 92),
  ];
  altered = await pictureOfRaster(forgeDamage(photo, 'burn', 0.012, seededRandom('burn')), 'buyer.jpg', 75);
  resent = await pictureOfRaster(photo, 'buyer.jpg', 60);
});

async function findingsOf(picture: Picture, times: Partial<ClaimFacts>) {
  const kept = packing.map((one) => ({ picture: one, arrivedAt: ARRIVED }));
  const outcome = await packingMatch.run(
    checkInput({ ...UNUSED, picture, packing: kept, opencv, claim: { ...CLAIM, ...times } }),
  );
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  expect(JSON.stringify(outcome)).not.toMatch(/listing/);
  return outcome.findings;
}

describe('packing-match', () => {
  it('names the packing photo, its time and the place of an altered copy', async () => {
    const [finding, ...others] = await findingsOf(altered, { dispatchTime: LATER, applyTime: LATER });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      check: 'packing-match',
      kind: 'packing-altered',
      grade: 'proof',
      confirmed: false,
    });
    expect(finding?.params).toMatchObject({
      packing: 'packed.jpg',
      packingId: packing[1]?.id,
      packedAt: ARRIVED,
      packingTime: 'before-dispatch',
    });
    expect(finding?.params.packingToPicture).toHaveLength(9);
    expect(finding?.regions).toHaveLength(1);
  });

  it('says of a record that was added after the claim that it was, and makes it a clue at most', async () => {
    const [finding] = await findingsOf(altered, { applyTime: EARLIER });
    expect(finding).toMatchObject({ kind: 'packing-altered', grade: 'clue', confirmed: false });
    if (!finding) return;
    expect(findingText(textIn('en'), finding, 'says', 'Asia/Shanghai')).toMatch(/added after the claim/);
    expect(findingText(textIn('en'), finding, 'rebuttal', 'Asia/Shanghai')).toMatch(/added after the claim/);
    expect(findingText(textIn('zh-CN'), finding, 'rebuttal', 'Asia/Shanghai')).toMatch(/售后申请之后才存档/);
  });

  it('makes a change against a file that came after the delivery a clue at most', async () => {
    const [finding] = await findingsOf(altered, { deliveryTime: EARLIER, applyTime: LATER });
    expect(finding).toMatchObject({ kind: 'packing-altered', grade: 'clue' });
    expect(finding?.params.packingTime).toBe('after-delivery');
  });

  it('holds the same photograph against a buyer only where it was here before delivery', async () => {
    const grade = async (times: Partial<ClaimFacts>) => (await findingsOf(resent, times)).map((one) => one.grade);
    expect((await findingsOf(resent, {}))[0]?.kind).toBe('packing-resent');
    expect(await grade({ deliveryTime: LATER, applyTime: LATER })).toEqual(['clue']);
    expect(await grade({ deliveryTime: EARLIER, applyTime: LATER })).toEqual(['note']);
    expect(await grade({ applyTime: EARLIER })).toEqual(['note']);
    expect(await grade({})).toEqual(['note']);
  });

  it('says why packing photos cannot be compared, in its own words', async () => {
    const plain = await pictureOfRaster(makePlainPhoto(), 'plain.jpg');
    const outcome = (one: Picture) =>
      packingMatch.run(
        checkInput({ ...UNUSED, picture: altered, packing: [{ picture: one, arrivedAt: ARRIVED }], opencv }),
      );
    expect(await outcome(plain)).toMatchObject({ status: 'skipped', reason: 'packing-too-plain' });
    expect(await outcome(pictureOf({ pixels: null }))).toMatchObject({ reason: 'packing-unreadable' });
  });

  it('has a kind and texts for everything that the comparison finds, and none speaks of a listing', () => {
    const found = Object.keys(listingTexts).flatMap((key) => /^finding\.(.+)\.title$/.exec(key)?.[1] ?? []);
    expect(Object.keys(PACKING_KINDS).toSorted()).toEqual(found.toSorted());
    for (const language of LANGUAGES)
      for (const kind of Object.values(PACKING_KINDS))
        for (const part of ['title', 'says', 'means', 'meansNot', 'rebuttal']) {
          const written = textIn(language).t(`finding.${kind}.${part}`);
          expect(written).not.toMatch(/listing|商品图|商品圖/);
        }
  });
});
