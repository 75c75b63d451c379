import { describe, expect, it } from 'vitest';
import { findBox } from '../../../../utils/image/containers/bmff.ts';
import { walkMatroska } from '../../../../utils/image/containers/matroska.ts';
import { join } from '../../../fixtures/files/bytes.ts';
import { element, makeMatroska, simpleTag } from '../../../fixtures/files/make-matroska.ts';

describe('walkMatroska', () => {
  const tags = [simpleTag('AIGC', '{"Label":"1"}')];

  it.each([
    ['sizes known', false],
    ['recorded live, sizes unknown', true],
  ])('finds the tags behind the frames, %s', (_name, isLive) => {
    const bytes = makeMatroska(tags, { isLive });
    const { parts, problems, endOffset, isTruncated } = walkMatroska(bytes);
    expect(findBox(parts, 'Segment', 'Tags', 'Tag', 'SimpleTag', 'TagName')?.sizeBytes).toBe(4);
    expect({ problems, endOffset, isTruncated }).toEqual({ problems: [], endOffset: bytes.length, isTruncated: false });
  });

  it('ends before bytes that were appended', () => {
    const bytes = makeMatroska(tags);
    expect(walkMatroska(join(bytes, 'PLANTED TC260:AIGC')).endOffset).toBe(bytes.length);
  });

  it('says that a cut file is cut', () => {
    const bytes = makeMatroska(tags);
    expect(walkMatroska(bytes.subarray(0, bytes.length - 5))).toMatchObject({ isTruncated: true, endOffset: null });
  });

  it('goes no deeper than its bound', () => {
    let nested = simpleTag('a', 'b');
    for (let depth = 0; depth < 40; depth++) nested = element('\x67\xc8', nested);
    expect(walkMatroska(makeMatroska([nested])).problems).toEqual(['too-deep']);
  });
});
