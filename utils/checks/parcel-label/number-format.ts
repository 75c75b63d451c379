/** The form of a parcel or order number, taken from one number that is known. */
export interface NumberFormat {
  /** Finds numbers of this form in text without spaces; nothing longer. */
  readonly pattern: RegExp;
  readonly length: number;
}

/** Characters at the beginning that tell a carrier's numbers apart from others of the same length. */
const OWN_HEAD = 2;
/** Shorter numbers are too many: phone extensions, prices, postcodes, batch numbers. */
const MIN_LENGTH = 10;
const MIN_DIGITS = 8;

/** A number as it is compared: without spaces and dashes, capitals. */
export function comparableNumber(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase();
}

/**
 * The form of a known number: its first two characters, then letters where it has letters and digits where it has
 * digits. No table of carriers is needed, and what has another form says nothing.
 * @returns null for a number that is too short, or has other characters
 */
export function numberFormat(known: string): NumberFormat | null {
  const number = comparableNumber(known);
  const isUsable = /^[0-9A-Z]+$/.test(number) && number.length >= MIN_LENGTH;
  if (!isUsable || number.replace(/[^0-9]/g, '').length < MIN_DIGITS) return null;
  const rest = [...number.slice(OWN_HEAD)].map((letter) => (/[0-9]/.test(letter) ? '[0-9]' : '[A-Z]')).join('');
  return {
    pattern: new RegExp(`(?<![0-9A-Z])${number.slice(0, OWN_HEAD)}${rest}(?![0-9A-Z])`, 'g'),
    length: number.length,
  };
}

/**
 * Whether a number is of a kind that is on many labels and packages whatever the parcel: a Chinese mobile number, or an
 * article number (EAN-13) with its check digit right.
 */
export function isEverydayNumber(number: string): boolean {
  return /^1[3-9][0-9]{9}$/.test(number) || (/^[0-9]{13}$/.test(number) && hasEanCheckDigit(number));
}

/** GS1 General Specifications 7.9: weights 1 and 3 in turn, the sum is a multiple of ten. */
function hasEanCheckDigit(number: string): boolean {
  return [...number].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}
