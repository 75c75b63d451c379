import { expect, it } from 'vitest';
import { sniffVideoType } from '../../../utils/image/sniff-video-type.ts';
import { latin1 } from '../../fixtures/files/bytes.ts';
import { makeAvi } from '../../fixtures/files/make-avi.ts';
import { box, makeHeif, makeMp4 } from '../../fixtures/files/make-bmff.ts';
import { makeMatroska } from '../../fixtures/files/make-matroska.ts';
import { makeWebp } from '../../fixtures/files/make-webp.ts';

it.each([
  ['mp4', makeMp4('a', latin1('b'))],
  ['mov', box('ftyp', 'qt  ', '\0\0\0\0', 'qt  ')],
  ['mov', box('wide')],
  ['webm', makeMatroska([])],
  ['mkv', makeMatroska([], { docType: 'matroska' })],
  ['avi', makeAvi([])],
  [null, makeHeif('heic')],
  [null, makeWebp([])],
  [null, new Uint8Array()],
])('names %s', (type, bytes) => {
  expect(sniffVideoType(bytes)).toBe(type);
});
