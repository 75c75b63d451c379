import { expect, test } from 'vitest';
import { moneyFromPayload, parseMoney } from '../../../../utils/claims/values/parse-money.ts';

test.each([
  ['¥12.90', 'CNY', '12.90', 'CNY'],
  ['￥1,280.50', 'CNY', '1280.50', 'CNY'],
  ['1,234元', 'CNY', '1234', 'CNY'],
  ['¥ 12 .90', 'CNY', '12.90', 'CNY'],
  ['共2件，退款 ¥12.90（含运费¥0.00）', 'CNY', '12.90', 'CNY'],
  ['-¥5.00', 'CNY', '5.00', 'CNY'],
  ['US $17.35', 'USD', '17.35', 'USD'],
  ['$52.00 USD', 'USD', '52.00', 'USD'],
  ['S$10.50', 'SGD', '10.50', 'SGD'],
  ['CA$62.00', 'USD', '62.00', 'CAD'],
  ['C$62.00', 'USD', '62.00', 'CAD'],
  ['A$35.00', 'USD', '35.00', 'AUD'],
  ['AU$35.00', 'USD', '35.00', 'AUD'],
  ['NZ$18.20', 'USD', '18.20', 'NZD'],
  ['$10.50', 'SGD', '10.50', 'SGD'],
  ['RM 45.90', 'MYR', '45.90', 'MYR'],
  ['Rp129.000', 'IDR', '129000', 'IDR'],
  ['₫125.000', 'VND', '125000', 'VND'],
  ['125.000đ', 'VND', '125000', 'VND'],
  ['฿1,250.00', 'THB', '1250.00', 'THB'],
  ['R$ 1.089,90', 'BRL', '1089.90', 'BRL'],
  ['1.089,90 €', 'EUR', '1089.90', 'EUR'],
  ['€12,5', 'EUR', '12.5', 'EUR'],
  ['NT$1,200', 'TWD', '1200', 'TWD'],
  ['£8.00', 'GBP', '8.00', 'GBP'],
  ['¥1,200', 'JPY', '1200', 'JPY'],
  ['12345.67', 'CNY', '12345.67', 'CNY'],
  ['12,50zł', 'PLN', '12.50', 'PLN'],
  ['EUR12.50', 'EUR', '12.50', 'EUR'],
])('%s in %s is %s %s', (text, currency, value, expected) => {
  expect(parseMoney(text, currency)).toEqual({ value, currency: expected, raw: text });
});

test.each(['', '-', '待定', '¥', 'jd_6b2****f1', 'tb38271', 'momo***77'])('%j holds no amount', (text) => {
  expect(parseMoney(text, 'CNY')).toBeNull();
});

test.each([
  [1290, true, '12.90'],
  ['5', true, '0.05'],
  ['12.90', true, '12.90'],
  [12.9, false, '12.9'],
  ['88.00', false, '88.00'],
])('a payload with %j (minor unit: %s) means %s', (raw, isMinorUnit, value) => {
  expect(moneyFromPayload(raw, 'CNY', isMinorUnit)?.value).toBe(value);
});
