/** Characters that stay at each end: enough for the seller to know which order is meant, too few to look it up by. */
const SHOWN = 4;
const MARK = '****';

/** An order number with its middle left out; of a short one only the end is shown. */
export function maskedNumber(number: string): string {
  const characters = [...number.trim()];
  const tail = characters.slice(-SHOWN).join('');
  return characters.length > 3 * SHOWN ? `${characters.slice(0, SHOWN).join('')}${MARK}${tail}` : `${MARK}${tail}`;
}
