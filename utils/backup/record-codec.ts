import type { JsonValue } from '../checks/json.ts';

/** A stored record as JSON, with its Blobs beside it in the order in which the JSON names them. */
export interface EncodedRecord {
  readonly json: JsonValue;
  readonly blobs: readonly Blob[];
}

/** Marks what JSON has no form for: `{ "$": name, … }`. An object with such a key of its own is written as entries. */
const TAG = '$';

const TYPED_ARRAYS = {
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
type TypedArrayName = keyof typeof TYPED_ARRAYS;

/**
 * A record of the database as JSON and Blobs, so that decoding gives back the same value field by field.
 * @throws TypeError for a value of a kind that the history does not store
 */
export function encodeRecord(value: unknown): EncodedRecord {
  const blobs: Blob[] = [];
  return { json: encode(value, blobs), blobs };
}

/** The record that `encodeRecord` took apart. */
export function decodeRecord({ json, blobs }: EncodedRecord): unknown {
  return decode(json, blobs);
}

function encode(value: unknown, blobs: Blob[]): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { [TAG]: 'number', text: numberText(value) };
  if (value === undefined) return { [TAG]: 'undefined' };
  if (Array.isArray(value)) return value.map((item) => encode(item, blobs));
  if (value instanceof Blob) return { [TAG]: 'blob', index: blobs.push(value) - 1, type: value.type };
  if (value instanceof Date) return { [TAG]: 'date', ms: value.getTime() };
  if (value instanceof ArrayBuffer) return { [TAG]: 'buffer', base64: base64Of(new Uint8Array(value)) };
  const name = (Object.keys(TYPED_ARRAYS) as TypedArrayName[]).find((kind) => value instanceof TYPED_ARRAYS[kind]);
  if (name) {
    const { buffer, byteOffset, byteLength } = value as Uint8Array;
    return { [TAG]: name, base64: base64Of(new Uint8Array(buffer, byteOffset, byteLength)) };
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`A backup cannot hold ${Object.prototype.toString.call(value)}`);
  const entries = Object.entries(value).map(([key, item]) => [key, encode(item, blobs)] as const);
  return TAG in value ? { [TAG]: 'object', entries: entries.map((entry) => [...entry]) } : Object.fromEntries(entries);
}

function decode(json: JsonValue, blobs: readonly Blob[]): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map((item) => decode(item, blobs));
  const object = json as { readonly [key: string]: JsonValue };
  switch (object[TAG]) {
    case undefined:
      return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, decode(item, blobs)]));
    case 'undefined':
      return undefined;
    case 'number':
      return Number(object.text);
    case 'date':
      return new Date(object.ms as number);
    case 'blob':
      return (blobs[object.index as number] as Blob).slice(0, undefined, object.type as string);
    case 'buffer':
      return bytesOf(object.base64 as string).buffer;
    case 'object':
      return Object.fromEntries(
        (object.entries as readonly (readonly [string, JsonValue])[]).map(([key, item]) => [key, decode(item, blobs)]),
      );
  }
  const TypedArray = TYPED_ARRAYS[object[TAG] as TypedArrayName];
  if (!TypedArray) throw new TypeError(`A backup of this version has no ${JSON.stringify(object[TAG])}`);
  return new TypedArray(bytesOf(object.base64 as string).buffer);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
