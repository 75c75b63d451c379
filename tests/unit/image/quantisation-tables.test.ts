import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import { walkJpeg } from '../../../utils/image/containers/jpeg.ts';
import { readQuantisationTables } from '../../../utils/image/quantisation-tables.ts';
import { join, uint16 } from '../../fixtures/files/bytes.ts';

const saved = (options: JpegOptions): Promise<Buffer> =>
  sharp({ create: { width: 16, height: 16, channels: 3, background: '#456' } })
    .jpeg(options)
    .toBuffer();
const tablesOf = (bytes: Uint8Array) => readQuantisationTables(bytes, walkJpeg(bytes));
const segment = (marker: string, content: Uint8Array | string): Uint8Array => {
  const body = join(content);
  return join(marker, uint16(body.length + 2), body);
};

describe('readQuantisationTables', () => {
  it.each([50, 75, 92])("names libjpeg's tables and their quality %i", async (quality) => {
    expect(tablesOf(await saved({ quality }))).toEqual({ family: 'ijg', quality });
  });

  it("tells other tables, and Adobe's by its marker", () => {
    const table = segment('\xff\xdb', Uint8Array.from([0, ...new Array(64).fill(3)]));
    expect(tablesOf(join('\xff\xd8', table, '\xff\xd9'))).toEqual({ family: 'own', quality: null });
    const marker = segment('\xff\xee', 'Adobe\0\x64\0\0\0\0\0');
    expect(tablesOf(join('\xff\xd8', marker, table, '\xff\xd9'))).toEqual({ family: 'adobe', quality: null });
  });

  it('answers null without a table, and for one that is cut', () => {
    expect(tablesOf(join('\xff\xd8\xff\xd9'))).toBeNull();
    expect(tablesOf(join('\xff\xd8', segment('\xff\xdb', '\0\x03\x03'), '\xff\xd9'))).toBeNull();
  });
});
