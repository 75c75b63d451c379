import { expect, test } from 'vitest';
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
  const data = new PersonalData(salt);
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
