/**
 * An amount with its currency sign.
 * @param value decimal in the currency's main unit, as text
 * @param language BCP 47
 * @param currency ISO 4217; an amount or a currency that is not well formed is shown as it came
 */
export function formatMoney(value: string, currency: string, language: string): string {
  const amount = Number(value);
  if (value.trim() === '' || !Number.isFinite(amount) || !/^[A-Z]{3}$/.test(currency)) {
    return `${value} ${currency}`.trim();
  }
  return formatterOf(language, currency).format(amount);
}

/** Making one takes longer than using it a hundred times, and a list uses it for every row. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(language: string, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  formatters.set(key, made);
  return made;
}
