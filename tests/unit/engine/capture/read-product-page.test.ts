import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { picturesOfProductPage } from '../../../../utils/claims/page/pictures-of-product-page.ts';
import { withProductPage } from '../../../../utils/engine/capture/read-product-page.ts';
import pinduoduo from '../../../../utils/platforms/pinduoduo.ts';
import { DEFAULT_SETTINGS, writeSettings } from '../../../../utils/settings/settings.ts';
import { makeClaim } from '../../../fixtures/case-view.ts';

const photo = (name: string) => `https://img.pddpic.com/mms-material-img/2026-05-29/${name}.jpeg`;
const LINK = 'https://mobile.yangkeduo.com/goods.html?goods_id=1';
const PAGE = `<html><head><meta property="og:image" content="${photo('main')}?imageMogr2/thumbnail/400x">
  <meta property="og:title" content="${photo('title')}"><script>alert(1)</script>
  <script type="application/ld+json">{"@type":"Product","image":["${photo('main')}","${photo('second')}"],"logo":"${photo('logo')}","review":[{"image":["${photo('buyers')}"]}]}</script>
  <script>window.rawData={"goods":{"topGallery":[{"url":"${photo('third')}"}],"commentList":[{"images":["${photo('buyers2')}"]}],"recommendGoods":[{"images":["${photo('other')}"]}],"detail":[{"src":"${photo('text')}"}],"images":["https://elsewhere.example/x.jpg"]}};</script></head></html>`;

const claim = { ...makeClaim(), platform: 'pinduoduo' };
const withLink = { ...claim, product: { ...claim.product, link: LINK, listingImages: [photo('shown')] } };

beforeEach(async () => {
  fakeBrowser.reset();
  await writeSettings({ ...DEFAULT_SETTINGS, readsProductPages: true });
  Object.assign(fakeBrowser.permissions, { contains: vi.fn(async () => true) });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8' } })),
  );
});

test('takes the gallery and nothing else of a product page, each picture once', () => {
  expect(picturesOfProductPage(PAGE, new URL(LINK), pinduoduo)).toEqual([
    `${photo('main')}?imageMogr2/thumbnail/400x`,
    photo('second'),
    photo('third'),
  ]);
});

test('adds them to what the claim’s page shows', async () => {
  const { product } = await withProductPage(withLink);
  expect(product.listingImages).toHaveLength(4);
  expect(product.listingImages[0]).toBe(photo('shown'));
});

test('opens no page that the seller has not allowed', async () => {
  await writeSettings({ readsProductPages: false });
  expect(await withProductPage(withLink)).toBe(withLink);
  await writeSettings({ readsProductPages: true });
  Object.assign(fakeBrowser.permissions, { contains: vi.fn(async () => false) });
  expect(await withProductPage(withLink)).toBe(withLink);
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  ['refuses', async () => new Response('', { status: 403 })],
  ['never ends', async () => new Response('x'.repeat(5_000_000), { headers: { 'content-type': 'text/html' } })],
  ['cannot be reached', async () => Promise.reject(new TypeError('Failed to fetch'))],
])('a page that %s leaves the claim as it was', async (_, answer) => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.mocked(fetch).mockImplementation(answer as typeof fetch);
  expect(await withProductPage(withLink)).toBe(withLink);
});
