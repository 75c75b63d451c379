import { expect, test } from 'vitest';
import { isKnownLabel } from '../../../scripts/save-page/known-label.mjs';
import { PersonalData } from '../../../scripts/save-page/personal-data.mjs';

const TEXTS = [
  '售后编号：182930471002',
  '买家昵称',
  '小花爱喝茶',
  '收货地址：广东省深圳市南山区科技园南路15号3栋',
  '13812345678',
  '退款金额：¥12.90',
  '申请时间：2026-11-20 09:12:33',
  '小花爱喝茶 说：你好',
];

function learnt(salt = 'a') {
  const data = new PersonalData(salt, isKnownLabel);
  data.learnFromTexts(TEXTS);
  return data;
}

test('replaces names, addresses, phones and ids wherever they stand, the same by the same', () => {
  const data = learnt();
  const replaced = TEXTS.map((text) => data.replaceText(text));
  const all = replaced.join('\n');
  for (const personal of ['182930471002', '小花', '深圳', '13812345678', '科技园']) expect(all).not.toContain(personal);
  expect(replaced[7]).toBe(`${replaced[2]} 说：你好`);
  expect(replaced[0]).toMatch(/^售后编号：\d{12}$/);
  expect(replaced[4]).toMatch(/^\d{11}$/);
});

test('keeps what a fixture is for: labels, amounts, times', () => {
  const data = learnt();
  expect(TEXTS.slice(5, 7).map((text) => data.replaceText(text))).toEqual(TEXTS.slice(5, 7));
  expect(data.replaceText('退款金额 1280.50元，2026/11/20 08:30')).toBe('退款金额 1280.50元，2026/11/20 08:30');
});

test('ids in addresses go with those in texts, and how a picture is delivered stays', () => {
  const data = learnt();
  const id = data.replaceText('182930471002');
  const order = data.replaceText('261118-123456789012345');
  expect(
    data.replaceAddress(
      'https://mms.pinduoduo.com/aftersales-ssr/detail?id=182930471002&orderSn=261118-123456789012345',
    ),
  ).toBe(`https://mms.pinduoduo.com/aftersales-ssr/detail?id=${id}&orderSn=${order}`);
  expect(
    data.replaceAddress('https://img.pddpic.com/gaudit-image/2026-11-20/ab12cd34.jpeg?imageMogr2/thumbnail/240x'),
  ).toMatch(
    /^https:\/\/img\.pddpic\.com\/gaudit-image\/2026-11-20\/[a-z]{2}\d\d[a-z]{2}\d\d\.jpeg\?imageMogr2\/thumbnail\/240x$/,
  );
  expect(data.replaceAddress('https://p3.byteimg.com/obj/ab12cd34~tplv-51d71q3p2z-q75-jpeg.jpeg')).toMatch(
    /~tplv-51d71q3p2z-q75-jpeg\.jpeg$/,
  );
  expect(data.replaceAddress('https://x.cn/a.jpg?x-signature=Abc%2Fd')).not.toContain('Abc%2Fd');
});

test('cleans JSON by key and by value, and keeps its form', () => {
  const data = learnt();
  data.learnFromJson({ buyerNick: '爱吃糖的老王', inner: [{ remark: '杯子坏了快退钱' }] });
  const cleaned = data.replaceJson({
    id: 182930471002,
    refundAmount: 129000,
    createdAt: 1795000000,
    csrfToken: 'abcDEF123',
    log: ['爱吃糖的老王：杯子坏了快退钱'],
  }) as Record<string, unknown>;
  expect(String(cleaned.id)).toBe(data.replaceText('182930471002'));
  expect(cleaned).toMatchObject({ refundAmount: 129000, createdAt: 1795000000 });
  expect(JSON.stringify(cleaned)).not.toMatch(/abcDEF123|老王|退钱/);
});

test('two pages get different stand-ins', () => {
  expect(learnt('a').replaceText('小花爱喝茶')).not.toBe(learnt('b').replaceText('小花爱喝茶'));
});

test('a label without a value makes no name of the label after it', () => {
  const data = new PersonalData('a', isKnownLabel);
  data.learnFromTexts(['收件人', '商品名称', '玻璃花瓶', '联系人', '收货地址', '买家凭证']);
  expect(data.replaceText('商品名称 收货地址 买家凭证')).toBe('商品名称 收货地址 买家凭证');
});

test('finds names in addresses, however they are written there', () => {
  const data = learnt();
  const nick = encodeURIComponent('小花爱喝茶');
  const picture = data.replaceAddress(`https://img.pddpic.com/a/ab12cd34.jpeg?owner=${nick}`);
  expect(picture).not.toContain(nick);
  expect(decodeURIComponent(picture)).toContain(data.replaceText('小花爱喝茶'));
  const link = data.replaceAddress(
    '/user?nick=%E5%BC%A0%E4%B8%89&phone=%2B84912345678&email=zhang.san%40mail.test&tab=2',
  );
  expect(link).not.toMatch(/%E5%BC%A0|912345678|zhang/);
  expect(() => decodeURIComponent(link)).not.toThrow();
  expect(link).toMatch(/^\/user\?nick=.+&phone=.+&email=.+&tab=2$/);
});

test('finds names in attributes by the name of the attribute, and in JSON that stands in one', () => {
  const data = new PersonalData('a', isKnownLabel);
  const json = JSON.stringify({ receiverName: '欧阳晓峰', openid: 'oAbC_dEf-xyz', price: 12 });
  data.learnFromAttributes([
    ['data-buyer-nick', '跑步小号'],
    ['data-order', json],
    ['class', 'row'],
  ]);
  expect(data.replaceText('跑步小号和欧阳晓峰的 row')).toMatch(/^(?!.*(?:跑步小号|欧阳)).+ row$/);
  const cleaned = data.replaceAttribute(json);
  expect(cleaned).not.toMatch(/欧阳|oAbC/);
  expect(JSON.parse(cleaned)).toMatchObject({ price: 12 });
});

test.each(['139 1234 5678', '+84 912 345 678', '(0571) 8765-4321', '6222 0212 3456 7890 123', '京A12345'])(
  'replaces %s',
  (personal) => {
    const replaced = learnt().replaceText(`电话 ${personal} 止`);
    for (const part of personal.match(/\d{3,}/g) ?? []) expect(replaced).not.toContain(part);
    expect(replaced).toMatch(/^电话 .+ 止$/);
  },
);

test('replaces an address in Beijing, which lies in no province', () => {
  expect(learnt().replaceText('寄到 北京市朝阳区望京街10号院')).not.toMatch(/望京|朝阳/);
});

test('a picture that is written into the page becomes a grey one, and a placeholder stays', () => {
  const data = learnt();
  const face = `data:image/jpeg;base64,${'/9j/4AAQSkZJRgABAQAAAQABAAD'.repeat(20)}`;
  const written = 'data:image/svg+xml;charset=utf-8,%3Csvg%3E%3Ctext%3E%E6%AC%A7%E9%98%B3%3C/text%3E%3C/svg%3E';
  const placeholder = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  for (const address of [face, written])
    expect(data.replaceAttribute(address)).toMatch(/^data:image\/svg\+xml,%3Csvg xmlns/);
  expect(data.replaceText(`background:url("${face}") red`)).toMatch(
    /^background:url\("data:image\/svg\+xml,.+"\) red$/,
  );
  expect(data.replaceAttribute(face)).not.toBe(data.replaceAttribute(`${face}A`));
  expect(data.replaceAttribute(placeholder)).toBe(placeholder);
});
