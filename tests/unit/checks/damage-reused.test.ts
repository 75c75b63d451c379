import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckInput, CheckOutcome } from '../../../utils/checks/check.ts';
import { damageReused } from '../../../utils/checks/damage-reused.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import { cutDamagePatches } from '../../../utils/image/damage-patch/cut-damage-patches.ts';
import type { DamagePatch } from '../../../utils/image/damage-patch/damage-patch.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { drawOverlay, OVERLAY_KINDS } from '../../bench/draw-overlay.ts';
import { forgeDamage } from '../../bench/forge-damage.ts';
import { pasteDamage } from '../../bench/paste-damage.ts';
import { type Raster, unmarked } from '../../bench/raster.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { CLAIM, checkInput } from '../../fixtures/check-input.ts';
import { earlierHistory, type HistoryEntry } from '../../fixtures/earlier-history.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfRaster } from '../../fixtures/picture-of-raster.ts';

const mug = takePhoto(makeScene(61), undefined, 720, 540);
const shoe = takePhoto(makeScene(62), undefined, 720, 540);
const burntMug = forgeDamage(mug, 'burn', 0.025, seededRandom('burn'));
let opencv: OpenCv;
let ofMug: Picture;
let ofShoe: Picture;
/** The mug's listing picture with a burn, in an earlier claim. */
let earlier: HistoryEntry & { readonly damages: readonly DamagePatch[] };

beforeAll(async () => {
  ({ opencv } = await loadOpenCv());
  ofMug = await pictureOfRaster(mug, 'mug.jpg', 90);
  ofShoe = await pictureOfRaster(shoe, 'shoe.jpg', 90);
  const picture = await pictureOfRaster(burntMug, 'earlier.jpg', 80);
  earlier = { picture, damages: cutDamagePatches(opencv, ofMug, picture) };
});

async function run(
  raster: Raster,
  listing: Picture,
  entry: Partial<HistoryEntry> = {},
  rest: Partial<CheckInput> = {},
): Promise<CheckOutcome> {
  const history = earlierHistory(opencv, [{ ...earlier, ...entry }]);
  const picture = await pictureOfRaster(raster, 'later.jpg', 75);
  return damageReused.run(checkInput({ picture, listing: [listing], earlier: history, opencv, ...rest }));
}

const gradesOf = (outcome: CheckOutcome): string[] =>
  outcome.status === 'done' ? outcome.findings.map(({ kind, grade }) => `${kind} ${grade}`) : [outcome.reason];

describe('damage-reused', () => {
  it('finds the same damage on the same product in another order, and where', async () => {
    const outcome = await run(burntMug, ofMug);
    expect(gradesOf(outcome)).toEqual(['damage-reused clue']);
    const [finding] = outcome.status === 'done' ? outcome.findings : [];
    expect(finding?.params).toMatchObject({ earlierOrder: 'ORDER-10', earlierOn: '2026-11-01', mirrored: false });
    const [place] = earlier.damages;
    expect(finding?.regions?.[0]?.x).toBeCloseTo(place?.region.x ?? Number.NaN, 1);
    expect(finding?.regions?.[0]?.y).toBeCloseTo(place?.region.y ?? Number.NaN, 1);
  });

  it('finds it on another product', async () => {
    expect(gradesOf(await run(pasteDamage(burntMug, shoe, 0.9), ofShoe))).toEqual(['damage-reused clue']);
  });

  it('is strong once the seller has confirmed the earlier place', async () => {
    expect(gradesOf(await run(burntMug, ofMug, { isConfirmed: true }))).toEqual(['damage-reused strong']);
    expect(gradesOf(await run(burntMug, ofMug, { isConfirmed: true, orderId: '' }))).toEqual(['damage-reused clue']);
  });

  it('counts what may be drawn twice only where the seller has confirmed the first, and as a clue', async () => {
    const cracked = forgeDamage(mug, 'crack', 0.02, seededRandom('crack'));
    const damages = cutDamagePatches(opencv, ofMug, await pictureOfRaster(cracked, 'earlier.jpg', 80));
    expect(damages.map(({ mayBeDrawn }) => mayBeDrawn)).toEqual([true]);
    expect(gradesOf(await run(cracked, ofMug, { damages }))).toEqual([]);
    expect(gradesOf(await run(cracked, ofMug, { damages, isConfirmed: true }))).toEqual(['damage-reused clue']);
  });

  it('counts on another product what may be drawn, where either of the two is certainly no drawing', async () => {
    const damages = earlier.damages.map((patch) => ({ ...patch, mayBeDrawn: true }));
    const pasted = pasteDamage(burntMug, shoe, 0.9);
    const own = cutDamagePatches(opencv, ofShoe, await pictureOfRaster(pasted, 'later.jpg', 75));
    expect(own.map(({ mayBeDrawn }) => mayBeDrawn)).toEqual([false]);
    expect(gradesOf(await run(pasted, ofShoe, { damages }))).toEqual(['damage-reused clue']);
    expect(gradesOf(await run(pasted, ofShoe, { damages, isConfirmed: true }))).toEqual(['damage-reused clue']);
  });

  it('reads damages that were stored before it was said whether they may be drawn', async () => {
    const damages = earlier.damages.map(({ mayBeDrawn, ...patch }) => patch);
    expect(gradesOf(await run(burntMug, ofMug, { damages, isConfirmed: true }))).toEqual(['damage-reused strong']);
  });

  it.each([
    ['the same order', { orderId: CLAIM.orderId }],
    ['the same claim', { caseId: `${CLAIM.platform}:${CLAIM.claimId}` }],
    ['the same buyer', { buyerKey: CLAIM.buyerKey }],
  ])('says nothing about %s', async (_name, entry) => {
    expect(gradesOf(await run(burntMug, ofMug, entry))).toEqual([]);
  });

  it('is silent on the listing picture sent again, on other goods, and on another damage', async () => {
    expect(gradesOf(await run(mug, ofMug))).toEqual([]);
    expect(gradesOf(await run(shoe, ofShoe))).toEqual([]);
    const other = forgeDamage(mug, 'burn', 0.025, seededRandom('another burn'));
    expect(gradesOf(await run(other, ofMug))).toEqual([]);
    const otherOnShoe = forgeDamage(shoe, 'burn', 0.025, seededRandom('third burn'));
    expect(gradesOf(await run(otherOnShoe, ofShoe))).toEqual([]);
  });

  it("is silent where the seller's own picture shows it", async () => {
    const badge = await pictureOfRaster(burntMug, 'new-version.jpg', 90);
    expect(gradesOf(await run(burntMug, badge))).toEqual(['damage-on-own-listing']);
  });
});

describe('what is stored', () => {
  it.each(OVERLAY_KINDS)('a %s that a buyer drew is not', async (kind) => {
    const drawn = await drawOverlay(unmarked(mug), kind, seededRandom(`store ${kind}`));
    expect(cutDamagePatches(opencv, ofMug, await pictureOfRaster(drawn, 'drawn.jpg', 80))).toEqual([]);
  });

  it('an unchanged copy, another photograph and a plain white patch are not', async () => {
    expect(cutDamagePatches(opencv, ofMug, await pictureOfRaster(mug, 'copy.jpg', 60))).toEqual([]);
    expect(cutDamagePatches(opencv, ofMug, ofShoe)).toEqual([]);
    const rgb = Buffer.from(mug.rgb);
    for (let y = 200; y < 280; y++) rgb.fill(250, (y * mug.width + 300) * 3, (y * mug.width + 400) * 3);
    expect(cutDamagePatches(opencv, ofMug, await pictureOfRaster({ ...mug, rgb }, 'white.jpg', 85))).toEqual([]);
  });
});
