import { describe, expect, it } from 'vitest';
import { walkJpeg } from '../../../../utils/image/containers/jpeg.ts';
import { trailerKind } from '../../../../utils/image/containers/trailer-kind.ts';
import { join } from '../../../fixtures/files/bytes.ts';
import { makeJpeg } from '../../../fixtures/files/make-jpeg.ts';

const MPF = [0xe2, 'MPF\0II*\0'] as const;
const MOTION = [0xe1, 'http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto="1"/>'] as const;

describe('trailerKind', () => {
  it.each([
    ['nothing', makeJpeg(), null],
    ['filler', makeJpeg({ trailer: '\0\0\0\xff\n' }), 'padding'],
    [
      'a second picture that the file announces',
      makeJpeg({ segments: [MPF], trailer: join('\0\0', makeJpeg()) }),
      'multi-picture',
    ],
    [
      'a video that the file announces',
      makeJpeg({ segments: [MOTION], trailer: '\0\0\0\x18ftypmp42' }),
      'motion-photo',
    ],
    ["Samsung's trailer", makeJpeg({ trailer: 'dataSEFT' }), 'samsung'],
    ['a second picture that nothing announces', makeJpeg({ trailer: makeJpeg() }), 'unknown'],
    ['text', makeJpeg({ trailer: 'TC260:AIGC' }), 'unknown'],
  ])('names %s', (_name, bytes, kind) => {
    expect(trailerKind(bytes, walkJpeg(bytes))).toBe(kind);
  });
});
