import { describe, expect, it } from 'vitest';
import { walkTiff } from '../../../../utils/image/containers/tiff.ts';
import { join, uint16, uint32 } from '../../../fixtures/files/bytes.ts';
import { makeTiff } from '../../../fixtures/files/make-tiff.ts';

describe('walkTiff', () => {
  it.each([true, false])('names tags by directory (little-endian: %s)', (littleEndian) => {
    const tiff = makeTiff([[271, 'Canon']], [[36867, '2026:11:01 10:00:00']], littleEndian);
    expect(walkTiff(tiff).parts.map(({ name }) => name)).toEqual(['IFD0 271', 'IFD0 34665', 'Exif IFD 36867']);
    expect(walkTiff(tiff).problems).toEqual([]);
  });

  it('reads a directory that points to itself once', () => {
    const cyclic = join('II*\0', uint32(8, true), uint16(0, true), uint32(8, true));
    expect(walkTiff(cyclic).problems).toEqual(['cyclic-offsets']);
  });

  it('reports a directory outside the file', () => {
    expect(walkTiff(join('II*\0', uint32(9999, true))).problems).toEqual(['offset-outside-file']);
  });

  it('bounds a directory that claims more tags than the file has', () => {
    const liar = join('II*\0', uint32(8, true), uint16(65_535, true), new Uint8Array(24));
    const { parts, problems } = walkTiff(liar);
    expect(parts).toHaveLength(2);
    expect(problems).toContain('part-exceeds-file');
  });

  it('reads BigTIFF', () => {
    const value = join(uint16(271, true), uint16(2, true), uint32(4, true), uint32(0), 'Abc\0', uint32(0));
    const big = join(
      'II+\0',
      uint16(8, true),
      '\0\0',
      uint32(16, true),
      uint32(0),
      uint32(1, true),
      uint32(0),
      value,
      uint32(0),
      uint32(0),
    );
    expect(walkTiff(big).parts).toMatchObject([{ name: 'IFD0 271', sizeBytes: 4 }]);
  });
});
