import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecord, encodeRecord } from '../../../utils/backup/record-codec.ts';

const roundTrip = (value: unknown): unknown => {
  const { json, blobs } = encodeRecord(value);
  return decodeRecord({ json: JSON.parse(JSON.stringify(json)), blobs });
};

describe('a record', () => {
  it('comes back as it was, whatever its fields are called and hold', () => {
    const anything = fc.anything({ withBigInt: false, withNullPrototype: false, withObjectString: true, maxDepth: 4 });
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constant('$')), anything), (record) => {
        const plain = Object.assign({}, record);
        expect(roundTrip(plain)).toStrictEqual(plain);
      }),
    );
  });

  it.each([
    ['numbers that JSON has not', { a: Number.NaN, b: -0, c: Number.NEGATIVE_INFINITY }],
    ['a missing value', { a: undefined, b: null }],
    ['typed arrays and buffers', { a: Uint32Array.of(1, 2), b: Float32Array.of(0.5), c: Uint8Array.of(9).buffer }],
    ['a part of a buffer', { a: Uint32Array.of(1, 2, 3).subarray(1, 2) }],
    ['dates', { a: new Date(5) }],
    ['a field that looks like a mark', { $: 'blob', index: 7, in: { $: 'undefined' } }],
  ])('keeps %s', (_what, record) => {
    expect(roundTrip(record)).toStrictEqual(record);
  });

  it('keeps the bytes and the type of each Blob', async () => {
    const { a, b } = roundTrip({ a: new Blob(['one'], { type: 'image/png' }), b: [new Blob(['two'])] }) as {
      a: Blob;
      b: [Blob];
    };
    expect([a.type, await a.text(), b[0].type, await b[0].text()]).toEqual(['image/png', 'one', '', 'two']);
  });

  it('of a kind that is not known is refused, not written without it', () => {
    expect(() => encodeRecord({ a: new Map() })).toThrow(TypeError);
    expect(() => encodeRecord({ a: () => undefined })).toThrow(TypeError);
  });
});
