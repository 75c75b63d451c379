import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckInput, CheckOutcome, Finding } from '../../../utils/checks/check.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import { seenBefore } from '../../../utils/checks/seen-before.ts';
import type { Picture } from '../../../utils/image/picture.ts';
import { colours, type Raster } from '../../bench/raster.ts';
import { REUSE_CHAINS } from '../../bench/reuse-chains.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { appScreen } from '../../fixtures/app-screens.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { earlierHistory, type HistoryEntry } from '../../fixtures/earlier-history.ts';
import { loadOpenCv } from '../../fixtures/load-open-cv.ts';
import { type Camera, makeScene, takePhoto } from '../../fixtures/make-photo.ts';
import { pictureOfFile } from '../../fixtures/picture-of-file.ts';
import { pictureOfRaster } from '../../fixtures/picture-of-raster.ts';
import { scenePhoto } from '../../fixtures/scene-photo.ts';

let opencv: OpenCv;
/** The photograph that an earlier claim has, and others that it has nothing to do with. */
let photo: Uint8Array;
let others: HistoryEntry[];

const decoded = (bytes: Uint8Array): Promise<Picture> => pictureOfFile('photo.jpg', bytes);

beforeAll(async () => {
  opencv = (await loadOpenCv()).opencv;
  photo = await scenePhoto(1);
  others = await Promise.all([2, 3, 4].map(async (seed) => ({ picture: await decoded(await scenePhoto(seed)) })));
});

/** The raster with its left and right sides moved to the right by so many pixels, and its middle not. */
function bulged({ width, height, rgb }: Raster, pixels: number): Raster {
  const out = Buffer.from(rgb);
  for (let y = 0; y < height; y++)
    for (let x = 1; x < width; x++) {
      const from = x - pixels * ((2 * x) / width - 1) ** 2;
      const left = Math.max(0, Math.floor(from));
      for (let channel = 0; channel < 3; channel++) {
        const level = (column: number): number => rgb[(y * width + column) * 3 + channel] as number;
        out[(y * width + x) * 3 + channel] = Math.round(level(left) + (from - left) * (level(left + 1) - level(left)));
      }
    }
  return { width, height, rgb: out };
}

/** The raster with what another one shows within a rectangle, in shares of the frame. */
function withThing(
  { width, height, rgb }: Raster,
  thing: Raster,
  [left, top, right, bottom]: readonly number[],
): Raster {
  const out = Buffer.from(rgb);
  for (let y = Math.round((top as number) * height); y < (bottom as number) * height; y++) {
    const from = (y * width + Math.round((left as number) * width)) * 3;
    const to = (y * width + Math.round((right as number) * width)) * 3;
    thing.rgb.copy(out, from, from, to);
  }
  return { width, height, rgb: out };
}

async function run(
  sent: Uint8Array,
  earlier: readonly HistoryEntry[],
  rest: Partial<CheckInput> = {},
): Promise<CheckOutcome> {
  const history = earlierHistory(opencv, [...others, ...earlier]);
  return seenBefore.run(checkInput({ picture: await decoded(sent), earlier: history, opencv, ...rest }));
}

function findingsOf(outcome: CheckOutcome): readonly Finding[] {
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  return outcome.findings;
}

const resaved = (bytes: Uint8Array): Promise<Uint8Array> => sharp(bytes).jpeg({ quality: 70 }).toBuffer();

describe('seen-before finds a photograph of another order', () => {
  it.each(['resave', 'smaller', 'crop-20', 'crop-40', 'mirror', 'border', 'screenshot', 'mirrored-crop'])(
    'sent again as %s',
    async (name) => {
      const chain = REUSE_CHAINS[name] as NonNullable<(typeof REUSE_CHAINS)[string]>;
      const sent = await chain(photo, seededRandom(name));
      const [finding] = findingsOf(await run(sent, [{ picture: await decoded(photo) }]));
      expect(finding).toMatchObject({
        check: 'seen-before',
        kind: 'reused',
        grade: 'proof',
        params: {
          earlierCase: 'pinduoduo:AS-13',
          earlierOrder: 'ORDER-13',
          earlierOn: '2026-11-01',
          mirrored: name.startsWith('mirror'),
          identicalFile: false,
        },
      });
    },
  );

  it('when the earlier picture was the crop', async () => {
    const { width, height } = await sharp(photo).metadata();
    const part = { left: 60, top: 40, width: Math.round(width * 0.7), height: Math.round(height * 0.75) };
    const crop = await sharp(photo).extract(part).jpeg().toBuffer();
    const [finding] = findingsOf(await run(await resaved(photo), [{ picture: await decoded(crop) }]));
    expect(finding).toMatchObject({ kind: 'reused', grade: 'proof' });
    expect(finding?.params.sameFraction).toBeGreaterThan(0.4);
    expect(finding?.params.sameFraction).toBeLessThan(0.56);
    expect(finding?.regions?.[0]?.x).toBeCloseTo(60 / width, 1);
    expect(finding?.regions?.[0]?.width).toBeCloseTo(0.7, 1);
  });

  it('says that the file is the same byte by byte', async () => {
    const [finding] = findingsOf(await run(photo, [{ picture: await decoded(photo) }]));
    expect(finding).toMatchObject({
      grade: 'proof',
      params: { identicalFile: true, distanceBits: 0, sameFraction: 1 },
    });
  });

  it('gives the hash alone no more than a clue when the earlier bytes are gone', async () => {
    const findings = findingsOf(await run(await resaved(photo), [{ picture: await decoded(photo), isGone: true }]));
    expect(findings).toMatchObject([{ kind: 'reused-hash-only', grade: 'clue' }]);
  });
});

describe('seen-before accuses nobody of', () => {
  it('a photograph that no earlier claim has', async () => {
    expect(findingsOf(await run(await scenePhoto(9), []))).toEqual([]);
  });

  it('the same picture in the same order', async () => {
    const earlier = { picture: await decoded(photo), orderId: CLAIM.orderId };
    expect(findingsOf(await run(await resaved(photo), [earlier]))).toEqual([]);
  });

  it('a picture that the seller has checked by hand before, without an order number or with that of this order', async () => {
    for (const orderId of ['', CLAIM.orderId]) {
      const earlier = { picture: await decoded(photo), platform: 'manual', caseId: 'manual:1', orderId };
      expect(findingsOf(await run(await resaved(photo), [earlier]))).toEqual([]);
    }
  });

  it('a picture that is checked by hand without an order number, and finds it in another order when one was given', async () => {
    const byHand = { ...CLAIM, platform: 'manual', claimId: 'by-hand' };
    const earlier = [{ picture: await decoded(photo) }];
    const without = await run(photo, earlier, { claim: { ...byHand, orderId: '' } });
    expect(without).toEqual({ status: 'skipped', reason: 'order-not-given' });
    const same = await run(photo, earlier, { claim: { ...byHand, orderId: 'ORDER-13' } });
    expect(findingsOf(same)).toEqual([]);
    const [found] = findingsOf(await run(photo, earlier, { claim: { ...byHand, orderId: 'ORDER-99' } }));
    expect(found).toMatchObject({ kind: 'reused', grade: 'proof' });
  });

  it('the same picture in the same claim', async () => {
    const earlier = { picture: await decoded(photo), caseId: `${CLAIM.platform}:${CLAIM.claimId}` };
    expect(findingsOf(await run(await resaved(photo), [earlier]))).toEqual([]);
  });

  it('one photograph of goods from two orders of one buyer', async () => {
    const earlier = { picture: await decoded(photo), buyerKey: CLAIM.buyerKey };
    const findings = findingsOf(await run(await resaved(photo), [earlier]));
    expect(findings).toMatchObject([{ kind: 'reused-same-buyer', grade: 'note' }]);
  });

  it('a shot from a camera that moved by a hair and was turned by another', async () => {
    const scene = makeScene(21);
    const shot = (camera: Camera | undefined, noise: number): Promise<Uint8Array> =>
      colours(takePhoto(scene, camera, 560, 420, noise))
        .jpeg({ quality: 90 })
        .toBuffer();
    const picture = await decoded(await shot(undefined, 1));
    const second = await shot({ x: 0.0015, y: 0.0006, roll: 0.004 }, 2);
    expect(findingsOf(await run(second, [{ picture }]))).toEqual([]);
  });

  it('more than may be a second shot, where it is bent as no copy is: a clue of its own, whoever sent it', async () => {
    const scene = takePhoto(makeScene(21));
    const picture = await pictureOfRaster(scene);
    const second = await colours(bulged(scene, 0.8)).jpeg({ quality: 90 }).toBuffer();
    expect(findingsOf(await run(second, [{ picture }]))).toMatchObject([{ kind: 'reused-moment', grade: 'clue' }]);
    expect(findingsOf(await run(second, [{ picture, buyerKey: CLAIM.buyerKey }]))).toMatchObject([{ grade: 'note' }]);
  });

  it.each([
    ['much of the frame', [0.3, 0.3, 0.7, 0.65], 'note'],
    ['little of it', [0.4, 0.4, 0.58, 0.55], 'clue'],
  ] as const)(
    'what two buyers had photographed by one camera on a stand, where the thing takes %s',
    async (_, box, grade) => {
      const table = (noise: number): Raster => takePhoto(makeScene(21), undefined, 560, 420, noise);
      const shot = (noise: number, thing: number): Promise<Uint8Array> =>
        colours(withThing(table(noise), takePhoto(makeScene(thing)), box))
          .jpeg({ quality: 70 })
          .toBuffer();
      const picture = await decoded(await shot(1, 30));
      const [finding] = findingsOf(await run(await shot(2, 31), [{ picture }]));
      expect(finding).toMatchObject({ kind: 'reused-view', grade });
      const share = 100 * (box[2] - box[0]) * (box[3] - box[1]);
      expect(Math.abs((finding?.params.differingPercent as number) - share)).toBeLessThan(share / 3);
    },
  );

  it('another order where a page does not say which order it is', async () => {
    const earlier = { picture: await decoded(photo), orderId: '' };
    expect(findingsOf(await run(await resaved(photo), [earlier]))).toMatchObject([{ kind: 'reused', grade: 'clue' }]);
  });

  it("sending the seller's own picture", async () => {
    const outcome = await run(await resaved(photo), [{ picture: await decoded(photo) }], {
      listing: [await decoded(await scenePhoto(5)), await pictureOfFile('listing.jpg', photo)],
    });
    expect(outcome).toEqual({ status: 'skipped', reason: 'own-listing-picture', params: { listing: 'listing.jpg' } });
  });

  it.each(['chat', 'logistics', 'form', 'notice'] as const)('a screenshot of the same %s page', async (kind) => {
    const earlier = { picture: await decoded(await appScreen(kind, 1)) };
    expect(await run(await appScreen(kind, 2), [earlier])).toMatchObject({
      status: 'skipped',
      reason: 'screen-without-photograph',
    });
    expect((await run(await appScreen(kind, 1), [earlier])).status).toBe('skipped');
  });

  it('a screenshot of a product page that another buyer sent too', async () => {
    const earlier = { picture: await decoded(await appScreen('product', 1, photo)) };
    const outcome = await run(await appScreen('product', 2, photo), [earlier]);
    expect(outcome.status === 'skipped' || outcome.findings.length === 0).toBe(true);
  });

  it('a hash near to that of deleted bytes, on a screen or of the same buyer', async () => {
    const screen = await appScreen('product', 1, photo);
    expect(findingsOf(await run(await resaved(screen), [{ picture: await decoded(screen), isGone: true }]))).toEqual(
      [],
    );
    const own = { picture: await decoded(photo), isGone: true, buyerKey: CLAIM.buyerKey };
    expect(findingsOf(await run(await resaved(photo), [own]))).toEqual([]);
  });

  it('sending a card or a placeholder that many people have', async () => {
    const words = Array.from(
      { length: 9 },
      (_, row) => `<text x="60" y="${90 + row * 38}">好评返现 ${row} 感谢支持</text>`,
    );
    const card = await sharp(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480"
        fill="#e8c860"/><circle cx="520" cy="120" r="70" fill="#b33"/><g fill="#224" font-size="26"
        font-family="sans-serif">${words.join('')}</g></svg>`),
    )
      .jpeg({ quality: 90 })
      .toBuffer();
    expect(await run(await resaved(card), [{ picture: await decoded(card) }])).toMatchObject({ status: 'skipped' });
    expect(await run(card, [{ picture: await decoded(card) }])).toMatchObject({ status: 'skipped' });
  });

  it('goods cut out on white, and plain pictures', async () => {
    const photograph = await decoded(photo);
    const cutOut = pictureFrom(600, 600, (x, y) => {
      const isInside = Math.hypot(x - 300, y - 300) < 220;
      const at = 4 * ((y % 480) * 640 + x);
      const rgba = photograph.pixels?.rgba as Uint8ClampedArray;
      return isInside ? [rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number] : [255, 255, 255];
    });
    const plain = pictureFrom(600, 600, (x) => [90 + (x % 3), 90, 90]);
    for (const [pixels, reason] of [
      [cutOut, 'goods-on-white'],
      [plain, 'photograph-too-plain'],
    ] as const) {
      const picture = pictureOf({ pixels });
      const earlier = earlierHistory(opencv, [{ picture }]);
      expect(await seenBefore.run(checkInput({ picture, earlier, opencv }))).toEqual({ status: 'skipped', reason });
    }
  });
});

describe('a fingerprint that another shop shared', () => {
  const match = { shop: '北山陶器店', on: '2026-11-02', kind: 'tc260-label', distanceBits: 12 };
  const withShared = async (picture: Picture, earlier: readonly HistoryEntry[], rest: Partial<CheckInput> = {}) => {
    const history = { ...earlierHistory(opencv, earlier), shared: () => [match] };
    return seenBefore.run(checkInput({ picture, earlier: history, opencv, ...rest }));
  };

  it('is a clue and never more, with its source', async () => {
    expect(findingsOf(await withShared(await decoded(photo), []))).toEqual([
      {
        check: 'seen-before',
        kind: 'shared-hash',
        grade: 'clue',
        params: { shop: '北山陶器店', sharedOn: '2026-11-02', sharedKind: 'tc260-label', distanceBits: 12 },
      },
    ]);
  });

  it('gives way to what this history can show', async () => {
    const own = [{ picture: await decoded(photo) }];
    expect(findingsOf(await withShared(await decoded(await resaved(photo)), own))).toMatchObject([{ kind: 'reused' }]);
  });

  it('says nothing about the shop’s own listing picture', async () => {
    const listing = [await decoded(photo)];
    const outcome = await withShared(await decoded(await resaved(photo)), [], { listing });
    expect(outcome).toMatchObject({ status: 'skipped', reason: 'own-listing-picture' });
  });
});
