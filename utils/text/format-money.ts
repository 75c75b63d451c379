import type { Language } from './text.ts';

/**
 * An amount with its currency sign.
 * @param value decimal in the currency's main unit, as text
 * @param currency ISO 4217; an amount or a currency that is not well formed is shown as it came
 */
export function formatMoney(value: string, currency: string, language: Language): string {
  const amount = Number(value);
  if (value.trim() === '' || !Number.isFinite(amount) || !/^[A-Z]{3}$/.test(currency)) {
    return `${value} ${currency}`.trim();
  }
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    amount,
  );
}
