import { findBytes } from '../../image/find-bytes.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { DeclaredSource } from './declared-source.ts';
import { isObject, parseJsonObject } from './liberal-json.ts';
import type { PictureMetadata } from './picture-metadata.ts';

/** Apps of ByteDance that write a JSON record into EXIF; the product alone says nothing about AI. */
const PRODUCTS = ['doubao', 'xinghui', 'dreamina', 'dreamina_oversea', 'aweme', 'retouch', 'lv'];
const RECORD_TAGS = ['ImageDescription', 'UserComment'];
const MAX_NESTING = 4;
/** Samsung's gallery appends its edit record after the end of the JPEG. */
const SAMSUNG_RECORD = 'PhotoEditor_Re_Edit_Data';
const MAX_SAMSUNG_RECORD_BYTES = 65_536;

/**
 * ByteDance app records. `exportType: generation` (Dreamina), `aigc_type: 1` under `aigc_info` (Douyin) and
 * `aigc_label_type: 1 | 2` say AI; 0 is inconclusive and says nothing. These numbers are not the Label of GB 45438.
 */
export function findByteDanceRecord(metadata: PictureMetadata): DeclaredSource | null {
  for (const { source, field, place, text } of metadata.texts) {
    if (source !== 'exif' || !RECORD_TAGS.includes(field) || !text.includes('{')) continue;
    const json = parseJsonObject(text);
    const product = json ? findValue(json, 'product', 0) : undefined;
    if (!json || typeof product !== 'string' || !PRODUCTS.includes(product)) continue;
    const statement = statementOf(json);
    if (statement) return { says: 'generated', place, value: `${product} ${statement}` };
  }
  return null;
}

function statementOf(json: JsonObject): string | null {
  if (findValue(json, 'exportType', 0) === 'generation') return 'exportType=generation';
  const info = findValue(json, 'aigc_info', 0) === undefined ? undefined : findValue(json, 'aigc_type', 0);
  if (String(info) === '1') return 'aigc_type=1';
  const label = String(findValue(json, 'aigc_label_type', 0));
  return label === '1' || label === '2' ? `aigc_label_type=${label}` : null;
}

/** The first value of a name at any depth, through JSON in strings. */
function findValue(json: JsonObject, name: string, nesting: number): JsonValue | undefined {
  if (name in json) return json[name];
  if (nesting === MAX_NESTING) return undefined;
  for (const value of Object.values(json)) {
    const inner = typeof value === 'string' && value.startsWith('{') ? parseJsonObject(value) : value;
    const found = isObject(inner ?? undefined) ? findValue(inner as JsonObject, name, nesting + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Samsung's edit record after the end of a JPEG: a positive `genAIType` says that a Galaxy AI tool was used. The record
 * alone is an ordinary edit. Samsung documents neither.
 */
export function findSamsungEdit(bytes: Uint8Array, endOffset: number | null): DeclaredSource | null {
  if (endOffset === null || endOffset >= bytes.length) return null;
  const start = findBytes(bytes, SAMSUNG_RECORD, endOffset);
  if (start < 0) return null;
  const record = new TextDecoder('latin1').decode(bytes.subarray(start, start + MAX_SAMSUNG_RECORD_BYTES));
  const type = /\\?"genAIType\\?"\s*:\s*(\d{1,6})/.exec(record)?.[1];
  if (!type || Number(type) === 0) return null;
  return { says: 'edited', place: `Samsung ${SAMSUNG_RECORD}`, value: `genAIType=${Number(type)}` };
}
