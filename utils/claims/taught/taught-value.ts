import type { Money } from '../claim.ts';
import { parseMoney } from '../values/parse-money.ts';
import type { TaughtTextField } from './site-rule.ts';

/** An id that the seller pointed at may be shorter than one that is guessed: four characters with three digits. */
const TAUGHT_ID = /(?<![A-Za-z0-9])(?=(?:[A-Za-z_./-]*\d){3})[A-Za-z0-9](?:[A-Za-z0-9_./-]{2,46}[A-Za-z0-9])/;
/** A number with two decimals is an amount, whatever else it may look like. */
const AMOUNT_ALONE = /^[^\p{L}\p{N}]*\d+(?:,\d{3})*\.\d{1,2}$/u;
const MAX_LINE_LENGTH = 200;
const NO_VALUE = /^[-—–/\s]*$|^(无|暂无|未填写|n\/a|none)$/i;

/** The value of a field in a text that was pointed at; null where the text holds none. */
export function taughtValue(field: TaughtTextField, text: string): string | null {
  const line = text.trim();
  if (line.length === 0 || line.length > MAX_LINE_LENGTH || NO_VALUE.test(line)) return null;
  if (field === 'orderId' || field === 'claimId')
    return AMOUNT_ALONE.test(line) ? null : (TAUGHT_ID.exec(line)?.[0] ?? null);
  if (field === 'amount') return parseMoney(line, 'CNY') === null ? null : line.replace(/\s+/g, '');
  return line;
}

/** The amount in a text that `taughtValue` gave. */
export function taughtMoney(text: string, currency: string): Money | null {
  return parseMoney(text, currency);
}
