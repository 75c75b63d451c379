// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readClaim } from '../../../utils/claims/read-claim.ts';
import pinduoduo from '../../../utils/platforms/pinduoduo.ts';

const DETAIL = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345';
const FIELDS =
  '<p>售后编号：182930471002</p><p>订单编号：261118-123456789012345</p><p>退款金额：¥12.90</p><p>申请原因：商品破损</p>';
const photo = (name: string) => `https://img.pddpic.com/gaudit-image/2026-11-20/${name}.jpeg`;
const goods = (name: string) => `https://img.pddpic.com/shop/2026-11-20/${name}.jpeg`;
const img = (url: string, more = '') => `<img src="${url}" ${more}>`;
const EVIDENCE = `<div><h5>买家凭证</h5><div>${img(photo('a'))}${img(photo('b'))}</div></div>`;

function read(body: string) {
  document.documentElement.innerHTML = `<body><main>${FIELDS}</main>${body}</body>`;
  const reading = readClaim(document, new URL(DETAIL), pinduoduo, new Date('2026-11-20T10:00:00+08:00'));
  if (!reading.ready) throw new Error(reading.reason);
  const { product, evidence } = reading.claim;
  return { listing: product.listingImages, title: product.title, evidence: evidence.map(({ url }) => url) };
}

const SHOWN: Readonly<Record<string, string>> = {
  'a picture and its name in a part of their own': `<div>${img(goods('mug'))}青花马克杯</div>`,
  'a picture and its name among other parts': `<section>${EVIDENCE}<ul><li>其他</li><li>运费险</li></ul>${img(goods('mug'))} 青花马克杯</section>`,
  'cells of a row': `<table><tr><td>${img(goods('mug'))}</td><td>青花马克杯</td><td>¥12.90</td><td>×1</td></tr></table>`,
  'a picture and an element with its name among other parts': `<section>${EVIDENCE}<ul><li>其他</li><li>运费险</li></ul>${img(goods('mug'))}<b>青花马克杯</b></section>`,
  'a card behind a mark of rank': `<div>${img(goods('rank'), 'width="30" height="14"')}${img(goods('mug'))}<span>青花马克杯</span></div>`,
  'a card beside the parcel': `<div>${img(goods('mug'))}<p>青花马克杯</p></div><div>${img(goods('zto'), 'width="60" height="60"')}中通快递</div>`,
  'a card before goods on offer': `<div>${img(goods('mug'))}<p>青花马克杯</p></div><div><h4>猜你喜欢</h4><div>${img(goods('c'))}<p>骨瓷碗</p></div></div>`,
};

test.each(Object.entries(SHOWN))('finds the product shown as %s', (_, product) => {
  const body = product.includes(EVIDENCE) ? product : EVIDENCE + product;
  expect(read(body)).toEqual({
    listing: [goods('mug')],
    title: '青花马克杯',
    evidence: [photo('a'), photo('b')],
  });
});

test('prefers what has a price or a number to a name alone', () => {
  const shop = `<div>${img(goods('shop'))}<span>晨光陶瓷</span></div>`;
  const row = `<div>${img(goods('mug'))}<span>青花马克杯</span><span>¥12.90</span><span>x1</span></div>`;
  expect(read(shop + EVIDENCE + row)).toMatchObject({ listing: [goods('mug')], title: '青花马克杯' });
});

const NEVER: Readonly<Record<string, string>> = {
  'the same photograph in another size': `<div>${img(`${photo('a')}?imageMogr2/thumbnail/240x`)}<p>杯口裂了</p></div>`,
  "a buyer's message": `<ul><li class="m buyer"><b>买家</b><div><div>${img(goods('d'))}</div><p>杯口裂了一道</p></div></li><li class="m mall"><b>商家</b><p>亲</p></li></ul>`,
  'a gallery below words that nobody listed': `<div><div>杯子现在的样子</div><div>${img(goods('d'))}${img(goods('e'))}</div></div>`,
  'a picture with words below a heading that nobody listed': `<section><h4>杯子现在的样子</h4>${img(goods('d'))}<p>杯口裂了一道</p></section>`,
  'two names with nothing that tells which is the product': `<div>${img(goods('d'))}<p>晨光陶瓷</p></div><div>${img(goods('e'))}<p>青花马克杯</p></div>`,
  'goods on offer': `<section><h4>相似好货</h4><div>${img(goods('d'))}<p>青花马克杯</p></div></section>`,
  'a masked name': `<div>${img(goods('d'))}小**鱼</div>`,
};

test.each(Object.entries(NEVER))('takes no listing picture from %s', (_, part) => {
  expect(read(EVIDENCE + part).listing).toEqual([]);
});

test('a product below the evidence ends it', () => {
  const items = ['a', 'b'].map((name) => `<div class="at">${img(photo(name))}</div>`).join('');
  expect(read(`<section><h4>凭证</h4>${items}<div>${img(goods('mug'))}青花马克杯</div></section>`)).toEqual({
    listing: [goods('mug')],
    title: '青花马克杯',
    evidence: [photo('a'), photo('b')],
  });
});

test('takes the words of a control over a picture for no product, with its icon too', () => {
  const own = `<div><div>内部留底</div><div>${img(goods('own'))}<span>🔍 查看</span></div></div>`;
  expect(read(EVIDENCE + own)).toMatchObject({ listing: [], title: null });
  expect(read(`${EVIDENCE}<div>${img(goods('own'))}<span>⊕ 预览大图</span></div>`)).toMatchObject({
    listing: [],
    title: null,
  });
});
