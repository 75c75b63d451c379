import { describe, expect, it } from 'vitest';
import { file } from '../../../../utils/checks/file.ts';
import { metadata } from '../../../../utils/checks/metadata.ts';
import { join, latin1, uint32, utf8 } from '../../../fixtures/files/bytes.ts';
import { chunk, makeAvi } from '../../../fixtures/files/make-avi.ts';
import { box, makeMp4 } from '../../../fixtures/files/make-bmff.ts';
import { makeMatroska, simpleTag } from '../../../fixtures/files/make-matroska.ts';
import { makeLabelXmp } from '../../../fixtures/files/make-xmp.ts';
import { pictureOfBytes, runCheck } from '../../../fixtures/files/run-check.ts';

const LABEL = '{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"x"}';
const FTYP = box('ftyp', 'isom', '\0\0\0\0', 'isom', 'mp42');
const data = (text: string): Uint8Array => box('data', uint32(1), uint32(0), utf8(text));
const handler = box('hdlr', new Uint8Array(24));
const keys = (name: string): Uint8Array => box('keys', '\0\0\0\0', uint32(1), uint32(8 + name.length), 'mdta', name);
const movie = (...content: readonly Uint8Array[]): Uint8Array =>
  join(FTYP, box('mdat', 'frames'), box('moov', ...content));

const findingsOf = async (bytes: Uint8Array) =>
  (await runCheck(metadata, pictureOfBytes(bytes, 'v.mp4'))).findings.map(
    ({ kind, grade, params }) => `${kind} ${grade} ${params.place ?? ''}`,
  );

describe('the label in a video', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['keys and ilst of moov.udta.meta', makeMp4('AIGC', utf8(LABEL)), 'MP4 AIGC'],
    [
      'meta directly under moov, as the Doubao app for iOS exports',
      movie(box('meta', handler, keys('AIGC'), box('ilst', box('\0\0\0\x01', data(LABEL))))),
      'MP4 AIGC',
    ],
    ['ilst without keys', movie(box('meta', handler, box('ilst', box('\0\0\0\x01', data(LABEL))))), 'MP4 ilst'],
    [
      'ilst entry named by its four letters',
      movie(box('udta', box('meta', '\0\0\0\0', handler, box('ilst', box('AIGC', data(LABEL)))))),
      'MP4 AIGC',
    ],
    [
      'freeform entry with a name of its own',
      movie(
        box(
          'udta',
          box(
            'meta',
            '\0\0\0\0',
            handler,
            box('ilst', box('----', box('mean', '\0\0\0\0com.apple.iTunes'), box('name', '\0\0\0\0AIGC'), data(LABEL))),
          ),
        ),
      ),
      'MP4 AIGC',
    ],
    [
      'metadata of a track',
      movie(box('trak', box('meta', handler, keys('AIGC'), box('ilst', box('\0\0\0\x01', data(LABEL)))))),
      'MP4 AIGC',
    ],
    ['user data of its own', movie(box('udta', box('AIGC', '\0\x20\x15\xc7', LABEL))), 'MP4 udta AIGC'],
    [
      'XMP in a uuid box',
      join(FTYP, box('uuid', '\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac', makeLabelXmp(LABEL))),
      'ISO media XMP TC260:AIGC',
    ],
    ['XMP in QuickTime user data', movie(box('udta', box('XMP_', makeLabelXmp(LABEL)))), 'QuickTime XMP TC260:AIGC'],
    ['Matroska SimpleTag', makeMatroska([simpleTag('AIGC', LABEL)]), 'Matroska SimpleTag AIGC'],
    [
      'SimpleTag within another, recorded live',
      makeMatroska([simpleTag('COMMENT', 'x', simpleTag('AIGC', LABEL))], { isLive: true }),
      'Matroska SimpleTag AIGC',
    ],
    ['AVI INFO', makeAvi([['AIGC', utf8(LABEL)]]), 'AVI INFO AIGC'],
    ['AVI XMP', makeAvi([], [chunk('_PMX', makeLabelXmp(LABEL))]), 'AVI XMP TC260:AIGC'],
  ])('is read from %s', async (_name, bytes, place) => {
    expect(await findingsOf(bytes)).toEqual([`tc260-label strong ${place}`]);
  });

  it.each<readonly [string, Uint8Array]>([
    ['in the frames of an MP4', join(FTYP, box('mdat', `x TC260:AIGC ${LABEL}`), box('moov'))],
    ['after the end of a WebM', join(makeMatroska([]), `\0TC260:AIGC ${LABEL}`)],
    ['after the end of an AVI', join(makeAvi([]), `TC260:AIGC ${LABEL}`)],
    ['in an unknown chunk of an AVI', makeAvi([], [chunk('JUNK', `TC260:AIGC ${LABEL}`)])],
    ['under another tag of a WebM', makeMatroska([simpleTag('COMMENT', `{"AIGC":${LABEL}}`)])],
  ])('%s is a note', async (_name, bytes) => {
    const found = await findingsOf(bytes);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((finding) => finding.startsWith('planted-mark note'))).toBe(true);
  });

  it('is not seen where an ordinary video has none', async () => {
    expect(await findingsOf(makeMp4('com.apple.quicktime.make', latin1('Apple')))).toEqual([]);
    expect(await findingsOf(makeMatroska([simpleTag('ENCODER', 'Lavf61.7.100')]))).toEqual([]);
    expect(await findingsOf(makeAvi([['ISFT', latin1('Lavf58.29.100')]]))).toEqual([]);
  });
});

describe('the file check on a video', () => {
  it.each([
    ['mp4', makeMp4('a', latin1('b')), 'clip.mov'],
    ['webm', makeMatroska([]), 'clip.webm'],
    ['avi', makeAvi([]), 'clip.avi'],
  ])('names %s and finds it whole', async (type, bytes, name) => {
    const { measured, findings } = await runCheck(file, pictureOfBytes(bytes, name));
    expect(measured).toMatchObject({ file: { type, extensionMatches: true } });
    expect(findings).toEqual([]);
  });

  it('notes a cut one, one with data behind it, and one that is called a picture', async () => {
    const whole = makeMatroska([]);
    const kinds = async (bytes: Uint8Array, name = 'a.webm'): Promise<string[]> =>
      (await runCheck(file, pictureOfBytes(bytes, name))).findings.map(({ kind }) => kind);
    expect(await kinds(whole.subarray(0, whole.length - 3))).toEqual(['file-truncated']);
    expect(await kinds(join(whole, '\0more'))).toEqual(['data-after-end']);
    expect(await kinds(whole, 'a.jpg')).toEqual(['extension-mismatch']);
  });
});
