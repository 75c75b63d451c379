import type { Money } from '../claim.ts';

/** Currencies without a smaller unit in use (ISO 4217 and everyday prices): separators are always thousands. */
const WITHOUT_MINOR_UNIT = new Set(['VND', 'IDR', 'JPY', 'KRW', 'CLP']);
const DOLLARS = new Set(['USD', 'SGD', 'TWD', 'AUD', 'CAD', 'MXN', 'HKD', 'NZD', 'CLP', 'COP']);

/** Marks that name a currency, longest first; a bare `$` or `¥` depends on the seller center. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$|USD/i, 'USD'],
  [/NT\s?\$|TWD/i, 'TWD'],
  [/HK\s?\$|HKD/i, 'HKD'],
  [/MX\s?\$|MXN/i, 'MXN'],
  [/R\$|BRL/i, 'BRL'],
  [/NZ\s?\$|NZD/i, 'NZD'],
  [/S\$|SGD/i, 'SGD'],
  [/CA?\s?\$|CAD/i, 'CAD'],
  [/AU?\s?\$|AUD/i, 'AUD'],
  [/\bRM\s?\d|MYR/i, 'MYR'],
  [/\bRp\.?\s?\d|IDR/i, 'IDR'],
  [/[₫đ](?!\p{L})|VND|VNĐ/iu, 'VND'],
  [/฿|THB|บาท/i, 'THB'],
  [/₱|PHP/i, 'PHP'],
  [/€|EUR/i, 'EUR'],
  [/£|GBP/i, 'GBP'],
  [/zł|PLN/i, 'PLN'],
  [/₹|INR/i, 'INR'],
  [/₩|KRW/i, 'KRW'],
  [/RMB|CNY|CN¥|元/i, 'CNY'],
  [/JPY|円/i, 'JPY'],
];

const NUMBER = /\d{1,3}(?:[,.'\u00a0 ]\d{3})+(?:\s?[.,]\s?\d{1,2})?(?!\d)|\d+(?:\s?[.,]\s?\d{1,2}(?!\d))?/;
/** A bare number is one that stands alone: the digits of `jd_6b2****f1` are no amount. */
const ALONE = new RegExp(`(?<![\\p{Script=Latin}\\d_*#])(?:${NUMBER.source})(?![\\d_*])`, 'u');
const LETTERS_OF_CURRENCY = new RegExp(MARKS.map(([mark]) => mark.source.replace('\\d', '(?=\\d)')).join('|'), 'giu');
const AFTER_MARK = new RegExp(`(?:[¥￥$€£₫฿₱₹₩]|R\\$|Rp\\.?|RM|[A-Z]{3})\\s?(${NUMBER.source})`, 'u');

/**
 * Reads an amount of money as a page shows it: `¥12.90`, `1,234.50元`, `R$ 1.234,56`, `12.900₫`.
 * @param currency of the seller center, ISO 4217: what a bare number, `¥` or `$` is taken for
 * @returns null where the text holds no number
 */
export function parseMoney(text: string, currency: string): Money | null {
  const plain = text.normalize('NFKC');
  const digits = AFTER_MARK.exec(plain)?.[1] ?? ALONE.exec(plain.replace(LETTERS_OF_CURRENCY, ' '))?.[0];
  if (!digits) return null;
  const named = MARKS.find(([mark]) => mark.test(plain))?.[1] ?? bareMark(plain, currency);
  return { value: decimalOf(digits.replace(/[\s\u00a0']/g, ''), named), currency: named, raw: text.trim() };
}

/** An amount from a payload: a whole number of the minor unit (fen, cents), or a decimal in the main unit. */
export function moneyFromPayload(raw: string | number, currency: string, isMinorUnit: boolean): Money | null {
  const text = String(raw).trim();
  if (!isMinorUnit || !/^\d+$/.test(text)) return parseMoney(text, currency);
  const padded = text.padStart(3, '0');
  return { value: `${padded.slice(0, -2)}.${padded.slice(-2)}`, currency, raw: text };
}

function bareMark(text: string, currency: string): string {
  if (text.includes('¥')) return currency === 'JPY' ? 'JPY' : 'CNY';
  if (text.includes('$')) return DOLLARS.has(currency) ? currency : 'USD';
  return currency;
}

function decimalOf(digits: string, currency: string): string {
  if (WITHOUT_MINOR_UNIT.has(currency)) return digits.replace(/[.,]\d{1,2}$/, '').replace(/[.,]/g, '');
  const last = /[.,](\d{1,2})$/.exec(digits);
  if (!last) return digits.replace(/[.,]/g, '');
  return `${digits.slice(0, -last[0].length).replace(/[.,]/g, '')}.${last[1]}`;
}
