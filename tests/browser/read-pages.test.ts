import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { PageReader } from '../../scripts/read-claim/page-reader.mjs';
import { ensureBrowser, ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { ClaimRow } from '../../utils/claims/claim-list.ts';
import type { ClaimReading } from '../../utils/claims/read-claim.ts';
import { FIELD_LAYOUTS } from '../fixtures/layouts/field-layouts.ts';
import { CENTERS, layoutClaim } from '../fixtures/layouts/layout-claim.ts';
import { PICTURE_LAYOUTS } from '../fixtures/layouts/picture-layouts.ts';
import { SURROUNDING_LAYOUTS } from '../fixtures/layouts/surrounding-layouts.ts';
import { FirefoxPageReader } from './firefox-page-reader.mjs';

interface ReadPage {
  readonly reading: ClaimReading;
  readonly rows: readonly ClaimRow[];
}

interface Reader {
  read(page: { url: URL; html: string; assets: string | null }): Promise<ReadPage | null>;
  close(): Promise<void>;
}

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
/** What a page that renders late does in the end. */
const RENDER_LATE = `<script>setTimeout(() => {
  const late = document.querySelector('template#late');
  if (late) document.querySelector('#app').innerHTML = late.innerHTML;
}, 500)</script>`;

const firefox = ensureFirefox();
if (!firefox) console.warn('Firefox is not installed and cannot be: its half of these tests is left out.');

const browsers: readonly (readonly [string, () => Promise<Reader>])[] = [
  [
    'Chromium',
    () => PageReader.launch({ executablePath: ensureBrowser(), extensionDir: ensureGrantedBuild('chrome') }) as never,
  ],
  ...(firefox
    ? [
        [
          'Firefox',
          () =>
            FirefoxPageReader.launch({
              executablePath: firefox,
              extensionDir: ensureGrantedBuild('firefox'),
            }) as never,
        ] as const,
      ]
    : []),
];

/** Layouts that need computed styles, frames, canvas or closed shadow roots. */
const browserLayouts = Object.entries({ ...FIELD_LAYOUTS, ...PICTURE_LAYOUTS, ...SURROUNDING_LAYOUTS }).flatMap(
  ([name, layout], seed) => (layout.needsBrowser ? [[name, layout, seed] as const] : []),
);

const htmlIn = (folder: string) =>
  readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const expectedOf = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(FIXTURES, folder, name.replace(/\.html$/, '.json')), 'utf8'));

describe.each(browsers)('%s', (_, launch) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader?.close());

  const readFixture = async (folder: string, name: string): Promise<ReadPage> => {
    const html = readFileSync(join(FIXTURES, folder, name), 'utf8').replace('</body>', `${RENDER_LATE}</body>`);
    const page = await reader.read({ url: new URL(expectedOf(folder, name).url), html, assets: null });
    if (!page) throw new Error('The extension did not answer');
    return page;
  };

  it.each(htmlIn('pages'))('reads %s', async (name) => {
    const expected = expectedOf('pages', name);
    const { reading } = await readFixture('pages', name);
    if (!reading.ready) throw new Error(JSON.stringify(reading));
    // A countdown runs from the time of the reading, which is today here.
    const { deadline, ...claim } = expected.claim as Partial<ClaimOnPage>;
    expect(reading.claim).toMatchObject(claim);
    expect(reading.claim.product).toMatchObject(expected.product ?? {});
    expect(reading.claim.evidence.map(({ role, url }) => `${role} ${url}`)).toEqual(expected.evidence);
  });

  it.each(htmlIn('lists'))('reads the rows of %s', async (name) => {
    const expected = expectedOf('lists', name);
    const { rows } = await readFixture('lists', name);
    const shown = (expected.rows as ClaimRow[]).filter(({ isShown }) => isShown);
    const ids = ({ claimId, orderId, reason, link }: ClaimRow) => ({ claimId, orderId, reason, link });
    expect(rows.map(ids)).toEqual(shown.map(ids));
  });

  it.each(browserLayouts)('reads "%s"', async (name, layout, seed) => {
    const centers = Object.keys(CENTERS);
    const claim = layoutClaim(centers[seed % centers.length] as string, seed);
    const html = `<!doctype html><meta charset="utf-8"><body>${layout.html(claim)}</body>`;
    const page = await reader.read({ url: new URL(claim.url), html, assets: null });
    if (!page?.reading.ready) throw new Error(`${name}: ${JSON.stringify(page)}`);
    const { claimId, orderId, reason, evidence } = page.reading.claim;
    expect({ claimId, orderId, reason, evidence: evidence.map(({ url }) => url) }).toEqual({
      claimId: claim.claimId,
      orderId: claim.orderId,
      reason: claim.reason,
      evidence: claim.evidence,
    });
  });

  it('puts what the page received beside what it shows', async () => {
    const assets = mkdtempSync(join(tmpdir(), 'refund-lens-answers-'));
    const answer = (path: string, data: unknown) => {
      mkdirSync(dirname(join(assets, path)), { recursive: true });
      writeFileSync(join(assets, path), JSON.stringify(data));
    };
    const photo = (name: string) => `https://img.pddpic.com/gaudit-image/2026-11-20/${name}.jpeg`;
    const ids = { id: 182930471002, orderSn: '261118-123456789012345' };
    answer('mercury/detail.json', { result: { ...ids, afterSalesReasonDesc: '商品破损', images: [photo('e1')] } });
    answer('mercury/other.json', { result: { id: 182930479999, orderSn: '261118-9', images: [photo('x1')] } });
    answer('mercury/log.json', { result: { ...ids, afterSalesTypeName: '仅退款' } });
    const html = `<!doctype html><meta charset="utf-8"><body><div id="app"></div><script>
      const print = Function.prototype.toString;
      const native = [Response.prototype.json, XMLHttpRequest.prototype.send, print, fetch]
        .every((own) => /\\[native code\\]/.test(print.call(own)) && own.name);
      fetch('/mercury/other').then((response) => response.json());
      fetch('/mercury/detail').then((response) => response.json()).then(({ result }) => {
        const request = new XMLHttpRequest();
        request.open('POST', '/mercury/log');
        request.responseType = 'json';
        request.onload = () => {
          document.querySelector('#app').innerHTML = '<p>售后编号：182930471002</p><p>订单编号：' + result.orderSn +
            '</p><p>退款金额：¥12.90</p><p>买家昵称：' + (native ? '原样' : '被改') + '</p>';
        };
        request.send('{}');
      });
    </script></body>`;
    const url = new URL(
      'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345',
    );
    try {
      const page = await reader.read({ url, html, assets });
      if (!page?.reading.ready) throw new Error(JSON.stringify(page));
      const { claim } = page.reading;
      expect(claim).toMatchObject({ reason: '商品破损', claimType: 'refund_only', buyerName: '原样' });
      expect(claim.fieldSources).toMatchObject({
        amount: { via: 'label' },
        reason: { via: 'page-json', hint: 'afterSalesReasonDesc' },
        evidence: { via: 'page-json' },
      });
      expect(claim.evidence.map((item) => item.url)).toEqual([photo('e1')]);
    } finally {
      rmSync(assets, { recursive: true });
    }
  });

  it('says that a page is none of a seller center’s', async () => {
    const url = new URL('https://mms.pinduoduo.com/home');
    const page = await reader.read({ url, html: '<body>售后编号：182930471002</body>', assets: null });
    expect(page?.reading).toMatchObject({ ready: false, reason: 'not-a-claim-page' });
  });
});
