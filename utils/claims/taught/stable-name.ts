/** Attributes that developers write for themselves, by which an element is known across claims, best first. */
const NAMING_ATTRIBUTES = [
  ...['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa', 'data-field', 'data-name', 'data-prop'],
  ...['data-role', 'data-spm-name', 'itemprop', 'name', 'id', 'aria-label', 'data-label', 'data-title'],
];
const MIN_NAME_LENGTH = 4;
/** Names of layout that every list has: they say nothing about what stands there. */
const LAYOUT =
  /^(?:(?:el|ant|arco|van|t|n|ivu|layui|semi|next)-|(?:flex|grid|row|col|item|items|list|box|wrap|wrapper|content|container|inner|outer|main|card|cell|text|label|value|title|active|show|left|right|center|clearfix|img|image|pic|picture|span|div|page|view|body|root|app)s?$)/i;

/**
 * Selectors by which an element may be known on another claim's page: attributes that developers name things by, and
 * class names with the hash that build tools add to them cut off. A name with digits in a row may be part of a claim.
 */
export function stableSelectorsOf(element: Element): string[] {
  const byAttribute = NAMING_ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && isStableValue(value) ? [`[${name}="${value}"]`] : [];
  });
  const byClass = [...element.classList].flatMap((name) => {
    const readable = readablePart(name);
    if (readable === null) return [];
    return readable === name ? [`.${name}`] : [`[class*="${readable}"]`];
  });
  return [...byAttribute, ...byClass];
}

function isStableValue(value: string): boolean {
  if (/["\\\r\n]/.test(value)) return false;
  return value.length >= MIN_NAME_LENGTH - 1 && value.length <= 60 && !/\d{3}/.test(value) && !isHashed(value);
}

/** A class name without its hash, for example `orderNo_` of `orderNo_x8Kd2`; null where nothing readable is left. */
function readablePart(name: string): string | null {
  if (LAYOUT.test(name) || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return null;
  const [, head = '', tail = ''] = /^(.*[_-])([A-Za-z0-9]+)$/.exec(name) ?? [];
  const readable = tail.length >= 4 && isHashed(tail) ? head : name;
  const words = readable.replace(/[_-]+$/, '');
  return words.length < MIN_NAME_LENGTH || LAYOUT.test(words) || /\d{3}/.test(words) || isHashed(words)
    ? null
    : readable;
}

/** Letters and digits mixed as no person writes them: digits within, capitals in odd places, or no vowels. */
function isHashed(part: string): boolean {
  const plain = part.replace(/[^A-Za-z0-9]/g, '');
  if (/[A-Za-z]\d+[A-Za-z]/.test(plain) || /^\d+[a-z]/i.test(plain)) return true;
  if (/^[A-Za-z0-9]*\d[A-Za-z0-9]*$/.test(plain) && plain.length <= 8 && /[a-z]/i.test(plain)) return true;
  if (/[a-z][A-Z][A-Z]?[a-z]?[A-Z]/.test(plain)) return true;
  return plain.length >= 5 && /^[A-Za-z]+$/.test(plain) && !/[aeiouy]/i.test(plain);
}
