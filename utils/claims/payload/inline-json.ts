/** Bounds on what a page can make the reader parse. */
const MAX_SCRIPT_LENGTH = 3_000_000;
const MAX_TOTAL_LENGTH = 8_000_000;
const MAX_LITERALS = 20;
const MIN_LITERAL_LENGTH = 40;

/** An assignment of an object or array, or a JSON text handed to `JSON.parse`. */
const ASSIGNMENT = /(?:=|\(|:)\s*(?=[{[]\s*["{[])/g;
const PARSED_TEXT = /JSON\.parse\(\s*("(?:[^"\\]|\\.)*")\s*\)/g;

/**
 * The JSON that a page carries in its own scripts: `type="application/json"`, `window.rawData = {…}`,
 * `JSON.parse("…")`. Nothing is run; whatever is no JSON is left out.
 */
export function inlineJson(document: Document): unknown[] {
  let total = 0;
  return [...document.querySelectorAll('script:not([src])')].flatMap((script) => {
    const text = script.textContent ?? '';
    total += text.length;
    if (text.length > MAX_SCRIPT_LENGTH || total > MAX_TOTAL_LENGTH) return [];
    if (/json/i.test(script.getAttribute('type') ?? '')) return known([parseJson(text)]);
    return known([...literalsIn(text), ...parsedTextsIn(text)]);
  });
}

/**
 * Parses JSON with whole numbers of 16 digits and more kept as text, since ids exceed 2^53.
 * @returns undefined for a text that is no JSON
 */
export function parseJson(text: string): unknown {
  const exact = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\bundefined\b/g, (token) => {
    if (token === 'undefined') return 'null';
    return /^\d{16,}$/.test(token) ? `"${token}"` : token;
  });
  try {
    return JSON.parse(exact) as unknown;
  } catch {
    // A script that is not JSON is the usual case, not an error.
    return undefined;
  }
}

function known(values: unknown[]): unknown[] {
  return values.filter((value) => typeof value === 'object' && value !== null);
}

function literalsIn(script: string): unknown[] {
  const values: unknown[] = [];
  let end = 0;
  for (const match of script.matchAll(ASSIGNMENT)) {
    const from = match.index + match[0].length;
    if (from < end || values.length >= MAX_LITERALS) continue;
    const to = endOfLiteral(script, from);
    if (to === null || to - from < MIN_LITERAL_LENGTH) continue;
    const value = parseJson(script.slice(from, to));
    if (value !== undefined) end = to;
    values.push(value);
  }
  return values;
}

function parsedTextsIn(script: string): unknown[] {
  return [...script.matchAll(PARSED_TEXT)].slice(0, MAX_LITERALS).map(([, literal = '']) => {
    const text = parseJson(literal);
    return typeof text === 'string' ? parseJson(text) : undefined;
  });
}

/** The position after the bracket that closes the one at `from`; null where none does. */
function endOfLiteral(script: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < script.length; at++) {
    const character = script[at];
    if (character === '"') at = endOfString(script, at);
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return null;
}

function endOfString(script: string, from: number): number {
  let at = from + 1;
  while (at < script.length && script[at] !== '"') at += script[at] === '\\' ? 2 : 1;
  return at;
}
