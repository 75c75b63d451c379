import type { JsonObject, JsonValue } from '../json.ts';
import { isObject, parseJsonObject } from './liberal-json.ts';

/** The fields of an implicit label, as written; empty where missing. */
export interface Tc260Label {
  readonly label: string;
  readonly contentProducer: string;
  readonly produceId: string;
  readonly contentPropagator: string;
  readonly propagateId: string;
}

/** Names of GB 45438-2025, Appendix E, and the misspellings and older schema seen in real files, in lower case. */
const FIELDS: Readonly<Record<keyof Tc260Label, readonly string[]>> = {
  label: ['label'],
  contentProducer: ['contentproducer', 'producer', 'serviceprovider'],
  produceId: ['produceid', 'producerid', 'contentid'],
  contentPropagator: ['contentpropagator', 'propagator', 'serviceuser'],
  propagateId: ['propagateid', 'propatorid', 'propagatorid'],
};
/** Names that no other schema uses: one of them makes a JSON object a label wherever it stands. */
const DISTINCTIVE = ['contentproducer', 'contentpropagator'];
/** Names that other programs may use too: two of them are needed, and a number of the standard where one is the label. */
const SUPPORTING = ['label', 'produceid', 'propagateid', 'propatorid', 'reservedcode1', 'reservecode1'];
/** The schema of Tencent Cloud, which names neither a label nor a producer; the names alone fit a courier's app as well. */
const TENCENT = ['serviceprovider', 'serviceuser', 'contentid'];
const TENCENT_NAME = /腾讯|tencent/i;
const MAX_NESTING = 3;

/**
 * Reads an implicit label: a JSON object with the fields of GB 45438-2025, Appendix E, bare or under `AIGC`. Read
 * liberally, since real files misspell names, nest strings and leave values null; nothing here says that the label
 * follows the standard.
 * @param isNamed the place itself is named AIGC, so that a lone `Label` is enough
 * @returns null where the text holds no label
 */
export function parseTc260Label(text: string, isNamed: boolean): Tc260Label | null {
  const json = parseJsonObject(text);
  if (json) return labelOf(json, isNamed);
  return isNamed || /\bAIGC\b/.test(text) ? labelOf(scanFields(text), isNamed) : null;
}

/** The label in an object: its own fields, or those under `AIGC`. */
export function labelOf(json: JsonObject, isNamed: boolean, nesting = 0): Tc260Label | null {
  const inner = nesting < MAX_NESTING ? (json.AIGC ?? json.aigc) : undefined;
  const wrapped = typeof inner === 'string' ? parseJsonObject(inner) : isObject(inner) ? inner : null;
  if (wrapped) return labelOf(wrapped, true, nesting + 1);
  const values = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), textOf(value)]));
  const isLabel = isNamed ? hasAnyField(values) : isUnmistakable(values);
  if (!isLabel) return null;
  const read = (field: keyof Tc260Label): string =>
    FIELDS[field].map((name) => values.get(name)).find((value) => value) ?? '';
  return {
    label: read('label'),
    contentProducer: read('contentProducer'),
    produceId: read('produceId'),
    contentPropagator: read('contentPropagator'),
    propagateId: read('propagateId'),
  };
}

/** Where the place is named AIGC, any of the fields will do. */
function hasAnyField(values: ReadonlyMap<string, string>): boolean {
  return Object.values(FIELDS).some((names) => names.some((name) => values.has(name)));
}

function isUnmistakable(values: ReadonlyMap<string, string>): boolean {
  const count = (names: readonly string[]): number => names.filter((name) => values.has(name)).length;
  const isOfTencent = count(TENCENT) >= 2 && TENCENT_NAME.test(values.get('serviceprovider') ?? '');
  const hasOtherLabel = values.has('label') && !/^0?[123]$/.test(values.get('label') ?? '');
  return count(DISTINCTIVE) > 0 || (count(SUPPORTING) >= 2 && !hasOtherLabel) || isOfTencent;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Field by field from JSON that does not parse: single quotes, a cut end, a stray comma. */
function scanFields(text: string): JsonObject {
  const found: Record<string, JsonValue> = {};
  const names = [...Object.values(FIELDS).flat(), 'reservecode1', 'reservedcode1'].join('|');
  const pattern = new RegExp(`["']?\\b(${names})["']?\\s*[:=]\\s*["']?([^"',}\\s]{0,256})`, 'gi');
  for (const match of text.replace(/&(quot|#34);/g, '"').matchAll(pattern))
    found[match[1] as string] ??= match[2] ?? '';
  return found;
}
