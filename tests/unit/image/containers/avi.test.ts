import { describe, expect, it } from 'vitest';
import { walkAvi } from '../../../../utils/image/containers/avi.ts';
import { join, utf8 } from '../../../fixtures/files/bytes.ts';
import { chunk, makeAvi } from '../../../fixtures/files/make-avi.ts';

describe('walkAvi', () => {
  const bytes = makeAvi([['AIGC', utf8('{"Label":"1"}')]], [chunk('_PMX', '<x/>')]);

  it('lists the chunks and opens the INFO list alone', () => {
    const { parts, endOffset, problems } = walkAvi(bytes);
    expect(parts.map(({ name }) => name)).toEqual(['LIST hdrl', 'LIST INFO', 'LIST movi', '_PMX']);
    expect(parts.flatMap(({ children }) => children ?? []).map(({ name }) => name)).toEqual(['AIGC']);
    expect({ endOffset, problems }).toEqual({ endOffset: bytes.length, problems: [] });
  });

  it('goes on into the further RIFF chunks of a large file', () => {
    const { parts, endOffset } = walkAvi(join(bytes, chunk('RIFF', 'AVIX', chunk('_PMX', '<y/>'))));
    expect(parts.map(({ name }) => name).filter((name) => name === '_PMX')).toHaveLength(2);
    expect(endOffset).toBeGreaterThan(bytes.length);
  });

  it('ends before bytes that were appended, and says that a cut file is cut', () => {
    expect(walkAvi(join(bytes, 'PLANTED')).endOffset).toBe(bytes.length);
    expect(walkAvi(bytes.subarray(0, bytes.length - 9))).toMatchObject({ isTruncated: true, endOffset: null });
  });
});
