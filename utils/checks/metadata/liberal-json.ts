import type { JsonObject, JsonValue } from '../json.ts';

/** JSON in a JSON string in a JSON string is seen; deeper is not. */
const MAX_NESTING = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  apos: "'",
  lt: '<',
  gt: '>',
  '#34': '"',
  '#39': "'",
};

/**
 * The JSON object in a text, as real writers leave it: HTML entities for quotes, a name in front (`AIGC{…}`,
 * `Prompt: {…}`), a JSON string around it, `NaN` for a number. Null where there is none.
 */
export function parseJsonObject(text: string): JsonObject | null {
  let value: JsonValue | undefined = parseOnce(text);
  for (let nesting = 0; typeof value === 'string' && nesting < MAX_NESTING; nesting++) value = parseOnce(value);
  return isObject(value) ? value : null;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseOnce(text: string): JsonValue | undefined {
  const trimmed = text.trim();
  const direct = tryParse(trimmed);
  if (direct !== undefined) return direct;
  const unescaped = /&(quot|#34);/.test(trimmed) ? unescapeEntities(trimmed) : trimmed;
  const body = unescaped.slice(unescaped.indexOf('{'), unescaped.lastIndexOf('}') + 1);
  // ComfyUI writes what Python's json module does, which has NaN and Infinity.
  return tryParse(body) ?? tryParse(body.replace(/([[,:]\s*)-?(NaN|Infinity)(?=\s*[,}\]])/g, '$1null'));
}

function tryParse(text: string): JsonValue | undefined {
  if (!/^[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Most texts of a picture are no JSON; that is what this answers.
    return undefined;
  }
}

function unescapeEntities(text: string): string {
  return text.replace(/&(quot|amp|apos|lt|gt|#34|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
