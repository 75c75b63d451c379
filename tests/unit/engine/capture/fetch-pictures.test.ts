import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoredPicture } from '../../../../utils/cases/case.ts';
import { type CaseDatabase, openDatabase } from '../../../../utils/cases/database.ts';
import { storeClaim } from '../../../../utils/cases/store-claim.ts';
import { fetchPictures, type SettledPicture } from '../../../../utils/engine/capture/fetch-pictures.ts';
import { claimWith, evidence } from '../../../fixtures/claim.ts';

const HOST = 'https://img.pddpic.com/gaudit-image';
const DELIVERED = `${HOST}/1.jpeg?imageMogr2/thumbnail/240x`;

let database: CaseDatabase;
let count = 0;

beforeEach(async () => {
  database = await openDatabase(`fetch-pictures-${count++}`);
});

afterEach(() => vi.unstubAllGlobals());

/** Has a server answer with these bytes, by address. */
function serve(answers: Record<string, number[]>): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const bytes = answers[url];
    return new Response(bytes && new Uint8Array(bytes), { status: bytes ? 200 : 404 });
  });
}

async function fetched(urls: readonly string[], onSettled: (settled: SettledPicture) => unknown = () => undefined) {
  await storeClaim(database, claimWith({ evidence: urls.map((url) => evidence(url)) }), [], 'now');
  const pictures = (await database.getAll('pictures')) as StoredPicture[];
  const settled: SettledPicture[] = [];
  await fetchPictures(
    database,
    pictures,
    { platform: 'pinduoduo', pageUrl: null },
    () => 'now',
    async (one) => {
      settled.push(one);
      await onSettled(one);
    },
  );
  return settled;
}

/** A JPEG's first bytes, by which its format is known, and some that tell one from another. */
const jpeg = (...rest: number[]) => [0xff, 0xd8, 0xff, 0xe0, ...rest];

it('tells of a picture before it is written, and what is written then comes after it', async () => {
  serve({ [`${HOST}/1.jpeg`]: jpeg(1) });
  const order: string[] = [];
  const [settled] = await fetched([`${HOST}/1.jpeg`], ({ stored: { pictureId } }) => {
    void database
      .get('pictures', pictureId)
      .then((picture) => order.push(picture?.delivered ? 'with bytes' : 'without'));
  });
  expect([...(settled?.bytes ?? [])]).toEqual(jpeg(1));
  await vi.waitFor(() => expect(order).toEqual(['with bytes']));
});

it('analyses the larger of two versions, and keeps both', async () => {
  serve({ [DELIVERED]: jpeg(1), [`${HOST}/1.jpeg`]: jpeg(1, 2, 3) });
  const [settled] = await fetched([DELIVERED]);
  expect(settled?.stored).toMatchObject({ analysed: 'larger', delivered: { sizeBytes: 5 }, larger: { sizeBytes: 7 } });
  expect([...(settled?.bytes ?? [])]).toEqual(jpeg(1, 2, 3));
});

it('keeps a file once that the larger address gives again', async () => {
  serve({ [DELIVERED]: jpeg(1), [`${HOST}/1.jpeg`]: jpeg(1) });
  const [settled] = await fetched([DELIVERED]);
  expect(settled?.stored).toMatchObject({ analysed: 'delivered', delivered: { sizeBytes: 5 }, larger: null });
});

it('gives no bytes of a picture that does not come, and says why', async () => {
  serve({});
  const [settled] = await fetched([`${HOST}/1.jpeg`]);
  expect(settled).toMatchObject({ bytes: null, stored: { problem: { reason: 'http-404' } } });
  expect(await database.getAll('pictures')).toMatchObject([{ problem: { reason: 'http-404' } }]);
});

it('fetches the first picture alone, and the others when it is here or does not come soon', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const asked: string[] = [];
    const answers = new Map<string, () => void>();
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url.slice(-6));
      return new Promise((resolve) => answers.set(url.slice(-6), () => resolve(new Response(null, { status: 404 }))));
    });
    const urls = ['1', '2', '3'].map((name) => `${HOST}/${name}.jpeg`);
    const all = fetched(urls);
    await vi.waitFor(() => expect(asked).toEqual(['1.jpeg']));
    answers.get('1.jpeg')?.();
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    answers.get('2.jpeg')?.();
    answers.get('3.jpeg')?.();
    expect(await all).toHaveLength(3);

    database = await openDatabase(`fetch-pictures-${count++}`);
    asked.length = 0;
    void fetched(urls);
    await vi.waitFor(() => expect(asked).toEqual(['1.jpeg']));
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
  } finally {
    vi.useRealTimers();
  }
});

it('asks for the others when the first was looked at', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(new Uint8Array(jpeg(asked.length)));
  });
  const addresses = [1, 2, 3, 4, 5].map((number) => `${HOST}/${number}.jpeg`);
  let askedAtFirst: string[] = [];
  await fetched(addresses, async ({ stored }) => {
    if (stored.index > 0) return;
    // Long enough for whatever would have been asked for meanwhile, the first one's own follower excepted.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
    askedAtFirst = [...asked];
  });
  expect(askedAtFirst).toEqual(addresses.slice(0, askedAtFirst.length));
  expect(askedAtFirst.length).toBeLessThan(3);
  expect(asked.toSorted()).toEqual(addresses);
});
