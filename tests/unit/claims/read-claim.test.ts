// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { browserPageView } from '../../../utils/claims/page/page-view.ts';
import { type ReadClaimOptions, readClaim } from '../../../utils/claims/read-claim.ts';
import pinduoduo from '../../../utils/platforms/pinduoduo.ts';

const DETAIL = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345';
const LIST = 'https://mms.pinduoduo.com/aftersales/aftersale_list';
const IDS = '<p>售后编号：182930471002</p><p>订单编号：261118-123456789012345</p>';
const FIELDS = `${IDS}<p>退款金额：¥12.90</p><p>申请原因：商品破损</p>`;
const photo = (name: string) => `https://img.pddpic.com/gaudit-image/2026-11-20/${name}.jpeg`;

function read(body: string, address = DETAIL, options: ReadClaimOptions = {}) {
  document.documentElement.innerHTML = `<body>${body}</body>`;
  return readClaim(document, new URL(address), pinduoduo, new Date('2026-11-20T10:00:00+08:00'), options);
}

function claimIn(body: string, address = DETAIL, options: ReadClaimOptions = {}) {
  const reading = read(body, address, options);
  if (!reading.ready) throw new Error(reading.reason);
  return reading.claim;
}

const urlsIn = (body: string) => claimIn(body).evidence.map(({ url }) => url);

test('an address that is no refund page is not read', () => {
  expect(read(FIELDS, 'https://mms.pinduoduo.com/home')).toMatchObject({ ready: false, reason: 'not-a-claim-page' });
});

test('a page that still shows another claim is not ready', () => {
  expect(read(FIELDS.replace('182930471002', '182930479999'))).toEqual({
    ready: false,
    reason: 'page-not-ready',
    params: { expected: '182930471002', found: '182930479999' },
  });
});

test('ids without anything else are a page that is loading', () => {
  expect(read(IDS)).toMatchObject({ ready: false, reason: 'page-not-ready' });
});

test('a list of claims is several claims', () => {
  const card = (id: number) =>
    `<div><p>订单编号：261118-12345678901234${id}</p><p>退款金额：¥${id}.00</p><p>申请原因：少件</p></div>`;
  expect(read(card(1) + card(2), LIST)).toMatchObject({ ready: false, reason: 'several-claims', params: { count: 2 } });
});

test('what is hidden is not read', () => {
  const stale = '<div style="display:none"><p>退款金额：¥99.00</p><p>申请原因：不想要了</p></div>';
  expect(claimIn(stale + FIELDS)).toMatchObject({ amount: { value: '12.90' }, reason: '商品破损' });
});

test('the ids, the amount and the reason of a drawer about another claim are not taken', () => {
  const drawer = '<div><p>订单编号：260101-999999999999999</p><p>退款金额：¥1.00</p><p>申请原因：少件</p></div>';
  expect(claimIn(`${drawer}<main>${FIELDS}</main>`)).toMatchObject({
    orderId: '261118-123456789012345',
    amount: { value: '12.90' },
    reason: '商品破损',
  });
});

test('fields that the page lacks are listed', () => {
  const claim = claimIn(FIELDS);
  expect(claim.missing).toEqual(expect.arrayContaining(['evidence', 'product', 'description', 'buyer']));
  expect(claim.fieldSources.amount).toEqual({ via: 'label', hint: '退款金额' });
  expect(claim.missing).not.toContain('amount');
});

test.each([
  ['a unit in the label', '<p><label>退款金额（元）</label><b>12.90</b></p>'],
  ['a label at the end of a sentence', '<p>买家申请仅退款，退款金额 <em>¥12.90</em>，请尽快处理</p>'],
  ['an amount in pieces', '<p><span>退款金额</span><span><small>¥</small>12<small>.90</small></span></p>'],
  ['an amount above its label', '<div><b>¥12.90</b><span>退款金额</span></div>'],
])('reads %s', (_, amount) => {
  expect(claimIn(`<section>${IDS}<p>申请原因：商品破损</p></section>${amount}`).amount?.value).toBe('12.90');
});

test('an empty value stays empty', () => {
  const rows =
    '<div class="r"><span>申请说明</span><span></span></div><div class="r"><span>买家留言板</span><span>有</span></div>';
  expect(claimIn(FIELDS + rows).description).toBeNull();
});

test.each([
  ['a heading without pictures takes none from the next section', '<h3>凭证</h3><p>暂无</p><h3>商品信息</h3>', []],
  ['the seller’s own', `<h3>商家凭证</h3><img src="${photo('s')}">`, []],
  [
    'an icon beside the heading',
    `<div><h3>凭证 <img width="16" height="16" src="${photo('i')}"></h3><div><img src="${photo('e')}"></div></div>`,
    [photo('e')],
  ],
  [
    'a picture that the seller is about to upload',
    `<div><h3>上传凭证</h3><div class="el-upload"><input type="file"><img src="${photo('u')}"></div></div>`,
    [],
  ],
  [
    'a closed tab',
    `<div><div role="tab" aria-selected="true">买家凭证</div><div role="tab" aria-selected="false">商家凭证</div></div><div><img src="${photo('e')}"></div>`,
    [photo('e')],
  ],
  [
    'pictures beside the description',
    `<div>申请说明：杯子裂了<div><img src="${photo('d')}"></div></div>`,
    [photo('d')],
  ],
  [
    'a table column',
    `<table><thead><tr><th>申请时间</th><th>凭证</th><th>操作</th></tr></thead><tbody><tr><td>2026-11-20</td><td><img src="${photo('c')}"></td><td><img src="${photo('x')}"></td></tr></tbody></table>`,
    [photo('c')],
  ],
  [
    'an empty placeholder',
    `<div><h3>凭证</h3><div class="beast-empty"><img src="${photo('none')}"><p>暂无数据</p></div></div>`,
    [],
  ],
  [
    'srcset alone',
    `<div><h3>凭证</h3><img srcset="${photo('small')} 100w, ${photo('large')} 800w"></div>`,
    [photo('large')],
  ],
])('%s', (_, body, expected) => {
  expect(urlsIn(`<main><section>${FIELDS}</section>${body}</main>`)).toEqual(expected);
});

test('a signed address is kept byte for byte', () => {
  const signed = 'https://p6-aftersale-sign.ecombdimg.com/a%2Fb~tplv-x-q75.jpeg?x-expires=1&x-signature=R%2Fbr%3D';
  expect(urlsIn(`${FIELDS}<div><h3>凭证</h3><img src="${signed.replaceAll('&', '&amp;')}"></div>`)).toEqual([signed]);
});

test('reads through a shadow root that only the extension can open', () => {
  document.documentElement.innerHTML = '<body><x-panel></x-panel></body>';
  const host = document.querySelector('x-panel') as Element;
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = `${FIELDS}<div><h3>凭证</h3><img src="${photo('shadow')}"></div>`;
  const view = browserPageView((element) => (element === host ? root : element.shadowRoot));
  const reading = readClaim(document, new URL(DETAIL), pinduoduo, new Date(), { view });
  expect(reading.ready && reading.claim.evidence.map(({ url }) => url)).toEqual([photo('shadow')]);
});

test('JSON in the page is preferred where its ids agree, fen are hundredths', () => {
  const data = {
    store: {
      list: [
        { id: 1, orderSn: '260101-000000000000001', refundAmount: 100, images: [photo('other')] },
        {
          id: 182930471002,
          orderSn: '261118-123456789012345',
          refundAmount: 1290,
          afterSalesType: 1,
          createdAt: 1795136400,
          images: [photo('json')],
        },
      ],
    },
  };
  const claim = claimIn(`${FIELDS}<script>window.rawData=${JSON.stringify(data)};</script>`);
  expect(claim).toMatchObject({ amount: { value: '12.90', raw: '1290' }, claimType: 'refund_only' });
  expect(claim.fieldSources.amount).toEqual({ via: 'inline-json', hint: 'refundAmount' });
  expect(claim.evidence).toEqual([
    { url: photo('json'), kind: 'image', role: 'buyer', source: { via: 'inline-json', hint: 'images' } },
  ]);
});

test('JSON about another claim is not used', () => {
  const data = {
    id: 7,
    orderSn: '260101-000000000000001',
    refundAmount: 100,
    images: [photo('other')],
    pad: 'x'.repeat(40),
  };
  const claim = claimIn(`${FIELDS}<script>window.rawData=${JSON.stringify(data)};</script>`);
  expect(claim.amount?.value).toBe('12.90');
  expect(claim.evidence).toEqual([]);
});

test('an amount on the screen outweighs a payload that says another', () => {
  const received = [{ id: 182930471002, refundAmount: 99_900 }];
  expect(claimIn(FIELDS, DETAIL, { received }).amount?.value).toBe('12.90');
});

test('ids beyond 2^53 keep every digit', () => {
  const script =
    '<script type="application/json">{"id":182930471002,"orderSn":"261118-123456789012345","goodsId":9007199254740993123}</script>';
  expect(claimIn(FIELDS + script).product.id).toBe('9007199254740993123');
});

test('what a page received in several answers is put together, newest first', () => {
  const received = [
    { id: 182930471002, afterSalesReasonDesc: '质量问题', images: [photo('second')] },
    { id: 182930471002, afterSalesReasonDesc: '不想要了', afterSalesTypeName: '仅退款', images: [photo('first')] },
    { id: 182930479999, afterSalesReasonDesc: '别的单', images: [photo('other')] },
  ];
  const asked: string[][] = [];
  const claim = claimIn(FIELDS, DETAIL, {
    received: (ids) => {
      asked.push([...ids]);
      return received;
    },
  });
  expect(asked[0]).toContain('182930471002');
  expect(claim.reason).toBe('质量问题');
  expect(claim.claimType).toBe('refund_only');
  expect(claim.fieldSources.reason).toEqual({ via: 'page-json', hint: 'afterSalesReasonDesc' });
  expect(claim.evidence.map(({ url }) => url)).toEqual([photo('second'), photo('first')]);
});

test('a recommended product in the page’s data is not the claim’s', () => {
  const received = [
    {
      result: {
        afterSalesId: '182930471002',
        orderSn: '261118-123456789012345',
        thumbUrl: photo('own'),
        recommended: [{ thumbUrl: photo('other') }],
      },
    },
  ];
  expect(claimIn(FIELDS, DETAIL, { received }).product.listingImages).toEqual([photo('own')]);
});

test('the only row of a list is no claim that the page is about', () => {
  const row = `<table><tr><td>${IDS}</td><td>¥12.90</td></tr></table><p>退款金额：¥12.90</p><p>申请原因：少件</p>`;
  expect(read(row, LIST)).toMatchObject({ ready: false, reason: 'several-claims', params: { count: 1 } });
});

test('an order in a list of the same buyer’s others is not the claim’s', () => {
  const page = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002';
  const others = ['1', '2', '3'].map((n) => `<li>订单编号：261101-99999999999999${n}</li>`).join('');
  expect(claimIn(`<div>${FIELDS}<ul>${others}</ul></div>`, page).orderId).toBe('261118-123456789012345');
});

test('a parcel beside its carrier is the one that its words name', () => {
  const parcels = '<p>韵达快递：463621187750</p><p>退货物流</p><div>UPS 1Z999AA10123456784</div>';
  expect(claimIn(FIELDS + parcels)).toMatchObject({
    forwardTracking: '463621187750',
    returnTracking: '1Z999AA10123456784',
  });
});

test('a state is read before the time that is left, and not from the steps or tabs', () => {
  const tabs = '<div class="tabs"><span>待商家收货</span></div><div class="steps"><i>待平台处理</i></div>';
  expect(claimIn(`${tabs}${FIELDS}<p>待审核，剩余 47:12:09</p>`).statusText).toBe('待审核');
});

test('a record may be called a timeline', () => {
  const entry = (side: string, name: string) =>
    `<div class="ent"><b>${side}</b> 23/11/2026 12:30<p>see pictures</p><img src="${photo(name)}"></div>`;
  expect(urlsIn(`${FIELDS}<h3>Timeline</h3><div>${entry('Seller', 's')}${entry('Buyer', 'b')}</div>`)).toEqual([
    photo('b'),
  ]);
});

test('a heading within an entry of a record heads only that entry', () => {
  const entry = (side: string, more: string, name: string) =>
    `<div class="rec ${side}"><span>${more}</span><div><img src="${photo(name)}"></div></div>`;
  const record =
    entry('a', '买家 2026-11-12 09:00 上传</span><span>凭证：', 'buyer') +
    entry('b', '拼多多客服 2026-11-12 10:00', 'platform') +
    entry('c', '商家 2026-11-12 11:00', 'seller');
  expect(urlsIn(`${FIELDS}<section><h3>协商记录</h3>${record}</section>`)).toEqual([photo('buyer')]);
});

test('reads what a text area that takes no input holds, once', () => {
  const { description } = claimIn(
    `${FIELDS}<div><label>问题描述</label><textarea readonly>打开就是碎的</textarea></div>`,
  );
  expect(description).toBe('打开就是碎的');
});
