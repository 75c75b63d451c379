import { describe, expect, it } from 'vitest';
import { walkJpeg } from '../../../../utils/image/containers/jpeg.ts';
import { join } from '../../../fixtures/files/bytes.ts';
import { makeJpeg } from '../../../fixtures/files/make-jpeg.ts';

describe('walkJpeg', () => {
  it('lists segments in order and ends after EOI', () => {
    const bytes = makeJpeg({
      segments: [
        [0xe0, 'JFIF\0'],
        [0xfe, 'hello'],
      ],
      trailer: 'after',
    });
    const { parts, endOffset, isTruncated } = walkJpeg(bytes);
    expect(parts.map(({ name }) => name)).toEqual(['SOI', 'APP0', 'COM', 'SOF0', 'SOS', 'EOI']);
    expect(endOffset).toBe(bytes.length - 5);
    expect(isTruncated).toBe(false);
  });

  it('takes stuffed zeros and restart markers for data, and a marker within the data for a marker', () => {
    const bytes = makeJpeg({ scan: join('\x01\xff\0\xff\xd0\x02\xff\xc4\0\x03\x07\xff\xda\0\x02\x05') });
    expect(walkJpeg(bytes).parts.map(({ name }) => name)).toEqual(['SOI', 'SOF0', 'SOS', 'DHT', 'SOS', 'EOI']);
  });

  it('does not end at an EOI inside a segment', () => {
    const bytes = makeJpeg({ segments: [[0xe1, 'thumb\xff\xd8\xff\xd9']] });
    expect(walkJpeg(bytes).endOffset).toBe(bytes.length);
  });

  it('accepts fill bytes and reports other bytes between segments', () => {
    const whole = makeJpeg();
    const withFill = join(whole.subarray(0, 2), '\xff\xff', whole.subarray(2));
    const withJunk = join(whole.subarray(0, 2), 'junk', whole.subarray(2));
    expect(walkJpeg(withFill).problems).toEqual([]);
    expect(walkJpeg(withJunk).problems).toEqual(['bytes-between-parts']);
  });

  it('says that a file without its end is truncated', () => {
    const bytes = makeJpeg();
    expect(walkJpeg(bytes.subarray(0, bytes.length - 2))).toMatchObject({ endOffset: null, isTruncated: true });
    expect(walkJpeg(bytes.subarray(0, 12)).problems).toEqual(['part-exceeds-file']);
  });

  it('stops counting at its bound', () => {
    const markers = new Uint8Array(100_000).map((_, index) => (index % 2 === 0 ? 0xff : 0xd0));
    expect(walkJpeg(markers).problems).toContain('too-many-parts');
  });
});
