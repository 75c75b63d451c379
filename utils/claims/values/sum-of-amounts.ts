const FRACTION_DIGITS = 3;

/**
 * The sum of decimal amounts, exact: in thousandths as whole numbers, since binary fractions lose cents.
 * @param amounts decimals as text; what is none counts as nothing
 */
export function sumOfAmounts(amounts: readonly string[]): string {
  const thousandths = amounts.reduce((sum, amount) => sum + thousandthsOf(amount), 0n);
  const digits = `${thousandths < 0n ? -thousandths : thousandths}`.padStart(FRACTION_DIGITS + 1, '0');
  const fraction = digits.slice(-FRACTION_DIGITS).replace(/0$/, '');
  return `${thousandths < 0n ? '-' : ''}${digits.slice(0, -FRACTION_DIGITS)}.${fraction}`;
}

function thousandthsOf(amount: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim()) ?? [];
  return BigInt(`${sign}${whole}${fraction.slice(0, FRACTION_DIGITS).padEnd(FRACTION_DIGITS, '0')}`);
}
