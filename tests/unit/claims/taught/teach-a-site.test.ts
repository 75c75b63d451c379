// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ClaimOnPage } from '../../../../utils/claims/claim.ts';
import { readClaim } from '../../../../utils/claims/read-claim.ts';
import type { SiteRule } from '../../../../utils/claims/taught/site-rule.ts';
import { siteOf } from '../../../../utils/claims/taught/taught-platform.ts';
import { ERP_ORIGIN, pointAt, showPage, teach } from '../../../fixtures/taught-page.ts';

const ERP = {
  evidence: '.css-grid img',
  orderId: '.css-row1:nth-of-type(1) span',
  claimId: '.css-row1:nth-of-type(2) .css-val9',
  buyer: '.css-row1:nth-of-type(3) b',
  amount: '.css-row1:nth-of-type(4) .css-val9',
  reason: '.css-row1:nth-of-type(5) .css-val9',
  listing: '.css-prod img',
} as const;

function teachErp(): SiteRule {
  showPage('erp-claim-a.html');
  return teach(ERP);
}

function reading(html: string, rule: SiteRule, path = '/aftersale/88002') {
  const url = new URL(ERP_ORIGIN + path);
  const site = siteOf(url, [rule]);
  if (!site) throw new Error('The site is not known');
  return readClaim(showPage(html), url, site.platform, new Date('2026-11-21T10:00:00Z'), { rule: site.rule });
}

function claimOn(html: string, rule: SiteRule): ClaimOnPage {
  const read = reading(html, rule);
  if (!read.ready) throw new Error(read.reason);
  return read.claim;
}

const fieldsOf = (claim: ClaimOnPage) => ({
  orderId: claim.orderId,
  claimId: claim.claimId,
  buyer: claim.buyerName,
  amount: claim.amount?.value,
  reason: claim.reason,
  evidence: claim.evidence.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)),
  listing: claim.product.listingImages.map((url) => url.slice(url.lastIndexOf('/') + 1)),
});

describe('a site that no release knows, taught on one claim', () => {
  it('reads that claim', () => {
    expect(fieldsOf(claimOn('erp-claim-a.html', teachErp()))).toEqual({
      orderId: 'TB4411902837465512',
      claimId: 'SH20261118-000417',
      buyer: '小鹿**',
      amount: '128.50',
      reason: '收到杯子有裂纹',
      evidence: ['a1.jpg', 'a2.jpg', 'a3.jpg'],
      listing: ['8812.jpg'],
    });
  });

  it('reads another claim, with other class names, another row and one picture in place of three', () => {
    const claim = claimOn('erp-claim-b.html', teachErp());
    expect(fieldsOf(claim)).toEqual({
      orderId: 'DY6930018273645519',
      claimId: 'SH20261120-001203',
      buyer: 'momo_77',
      amount: '9.90',
      reason: '杯口缺了一块，不能用',
      evidence: ['b1.jpg'],
      listing: ['9920.jpg'],
    });
    expect(claim.platform).toBe('taught-erp.wdy-erp.test');
    expect(claim.fieldSources.orderId).toEqual({ via: 'taught', hint: '线上单' });
    expect(claim.fieldSources.evidence).toEqual({ via: 'taught', hint: '客户上传' });
    expect(claim.evidence[0]?.role).toBe('buyer');
  });

  it('reads the page after it was built anew', () => {
    expect(fieldsOf(claimOn('erp-redesigned.html', teachErp()))).toEqual({
      orderId: 'JD1188220033445566',
      claimId: 'SH20261121-000009',
      buyer: '阿**',
      amount: '66.00',
      reason: '少发一件',
      evidence: ['c1.jpg', 'c2.jpg'],
      listing: [],
    });
  });

  it('takes no other picture and no other text where a claim has none', () => {
    const claim = claimOn('erp-claim-without-pictures.html', teachErp());
    expect(fieldsOf(claim)).toEqual({
      orderId: 'DY6930018273645777',
      claimId: 'DY6930018273645777',
      buyer: '王**',
      amount: '15.00',
      reason: null,
      evidence: [],
      listing: ['9920.jpg'],
    });
    expect(claim.missing).toContain('evidence');
    expect(claim.missing).toContain('reason');
  });

  it('keeps nothing of the claim that it was taught on', () => {
    const text = JSON.stringify(teachErp());
    for (const value of ['TB44119', 'SH2026', '小鹿', '128', '裂纹', 'a1.jpg', 'up/2026'])
      expect(text).not.toContain(value);
  });

  it('is not asked about the other pages of the site', () => {
    expect(siteOf(new URL(`${ERP_ORIGIN}/stock/88002`), [teachErp()])).toBeNull();
    expect(siteOf(new URL('https://other.test/aftersale/88002'), [teachErp()])).toBeNull();
  });
});

it('tells lists apart that stand flat below each other, with headings between them', () => {
  const list = (heading: string, ...names: string[]) =>
    `<p>${heading}</p>${names.map((name) => `<div><a><img src="https://oss.wdy-erp.test/up/${name}.jpg" width="80"></a></div>`).join('')}`;
  const page = (own: string[], buyer: string[]) =>
    `<main><p>线上单：TB4411902837465512</p>${list('仓库拍照', ...own)}${list('客户上传', ...buyer)}${list('聊天', 'x')}</main>`;
  showPage(page(['w1'], ['a1', 'a2', 'a3']));
  const rule = teach({ evidence: 'img[src$="a2.jpg"]', orderId: 'p' });
  expect(fieldsOf(claimOn(page(['w1', 'w2'], ['b1', 'b2']), rule)).evidence).toEqual(['b1.jpg', 'b2.jpg']);
  expect(reading(page(['w1', 'w2'], []), rule)).toMatchObject({ ready: false });
});

describe('a seller center of a release', () => {
  const DETAIL = new URL(
    'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345',
  );
  const page = (buyer: string) => `<p>售后编号：182930471002</p><p>订单编号：261118-123456789012345</p>
    <p>退款金额：¥12.90</p><div><em>下单人</em><em>${buyer}</em></div>`;

  it('takes a taught field before its own reading, and its own for the others', () => {
    showPage(page('小明'));
    const buyer = pointAt('buyer', 'em:last-of-type');
    const rule = {
      ...teach({ buyer: 'em:last-of-type' }, '/aftersales-ssr/detail'),
      origin: DETAIL.origin,
      fields: { buyer: buyer as NonNullable<typeof buyer> },
    };
    const site = siteOf(DETAIL, [rule]);
    const read = readClaim(showPage(page('小红')), DETAIL, site?.platform as never, new Date(0), {
      rule: site?.rule ?? null,
    });
    expect(read.ready && read.claim).toMatchObject({
      platform: 'pinduoduo',
      buyerName: '小红',
      amount: { value: '12.90' },
      fieldSources: { buyer: { via: 'taught' }, amount: { via: 'label' } },
    });
  });

  it('reads a page at an address that the release does not know', () => {
    showPage(page('小明'));
    const rule = { ...teach({ buyer: 'em:last-of-type' }, '/new-center/refund'), origin: DETAIL.origin };
    const url = new URL('https://mms.pinduoduo.com/new-center/refund?id=1');
    expect(siteOf(url, [])?.platform.page(url)).toBeNull();
    expect(siteOf(url, [rule])?.platform.page(url)?.kind).toBe('claim');
  });
});
