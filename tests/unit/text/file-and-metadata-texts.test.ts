import { describe, expect, it } from 'vitest';
import { file } from '../../../utils/checks/file.ts';
import { metadata } from '../../../utils/checks/metadata.ts';
import { findingText } from '../../../utils/text/finding-text.ts';
import { LOCALES } from '../../../utils/text/locales/index.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../../fixtures/files/make-jpeg.ts';
import { makePng, tExt } from '../../fixtures/files/make-png.ts';
import { makeTiff, type TiffTag } from '../../fixtures/files/make-tiff.ts';
import { makeXmp, PHOTOSHOP_NAMESPACE } from '../../fixtures/files/make-xmp.ts';
import { pictureOfBytes, runCheck } from '../../fixtures/files/run-check.ts';

const PARTS = ['title', 'says', 'means', 'meansNot', 'rebuttal'] as const;
const label = (value: string, producer: string, id = 'x'): Uint8Array =>
  makePng({ chunks: [tExt('AIGC', `{"Label":"${value}","ContentProducer":"${producer}","ProduceID":"${id}"}`)] });
const credited = (credit: string): Uint8Array =>
  makeJpeg({ segments: [xmpSegment(makeXmp(`xmlns:p="${PHOTOSHOP_NAMESPACE}" p:Credit="${credit}"`))] });
const taken = (time: string): Uint8Array => {
  const camera: TiffTag[] = [
    [271, 'a'],
    [272, 'b'],
    [305, 'GIMP'],
  ];
  return makeJpeg({ segments: [exifSegment(makeTiff(camera, [[36867, time]]))] });
};
/** PixelXDimension and PixelYDimension. */
const PIXEL_SIZE: TiffTag[] = [
  [40962, 4000],
  [40963, 3000],
];
const DISPATCHED = { dispatchTime: '2026-11-10T18:00:00+08:00', deliveryTime: '2026-11-20T18:00:00+08:00' };

/** Files that make every kind of finding of the two checks, but for the previews' shape. */
const FILES: readonly (readonly [Uint8Array, object?])[] = [
  [label('1', '001191110102MAD55U9H0F10000')],
  [label('2', 'doubao')],
  [label('AIGC', 'kling', 'CN_WEB_kling_316000000000000')],
  [makePng({ chunks: [tExt('parameters', 'a\nSteps: 1, Sampler: x, CFG scale: 7')], trailer: 'TC260:AIGC' })],
  [credited('Made with Google AI')],
  [credited('Edited with Google AI')],
  [taken('2026:11:01 10:00:00'), DISPATCHED],
  [taken('2026:11:01 10:00:00'), { orderTime: DISPATCHED.dispatchTime }],
  [taken('2026:11:15 10:00:00'), DISPATCHED],
  [taken('2001:01:01 00:00:00'), DISPATCHED],
  [makeJpeg({ segments: [[0xeb, 'JP\0\x01\0\0\0\x01\0\0\0\x20jumb\0\0\0\x10jumdc2pa']] })],
  [makeJpeg().subarray(0, 30)],
  [makeJpeg({ width: 40, height: 30, segments: [exifSegment(makeTiff([], PIXEL_SIZE))] })],
];

describe('texts of file and metadata', () => {
  it('exist for every kind in both languages, with every parameter filled in', async () => {
    const kinds = new Set<string>();
    for (const [bytes, claim] of FILES) {
      const picture = pictureOfBytes(bytes, 'a.gif');
      const found = [
        ...(await runCheck(file, picture)).findings,
        ...(await runCheck(metadata, picture, claim)).findings,
      ];
      for (const { kind, params } of found) {
        kinds.add(kind);
        for (const language of LANGUAGES) {
          for (const part of PARTS) {
            const sentence = findingText(textIn(language), { kind, params }, part, 'Asia/Shanghai');
            expect([kind, language, part, sentence]).toEqual([kind, language, part, expect.not.stringMatching(/[{}]/)]);
          }
        }
      }
    }
    const worded = Object.keys(LOCALES['zh-CN'])
      .map((key) => /^finding\.(.+)\.title$/.exec(key)?.[1])
      .filter((kind) => kind !== undefined && isOurs(kind));
    expect([...kinds].sort()).toEqual(worded.filter((kind) => !kind?.startsWith('thumbnail-')).sort());
  });

  it('accuse nobody', () => {
    for (const language of LANGUAGES) {
      const texts = Object.entries(LOCALES[language]).filter(([key]) => isOurs(key.split('.')[1] ?? ''));
      for (const [key, text] of texts)
        expect([key, text]).toEqual([key, expect.not.stringMatching(/骗|造谣|敲诈|fraud|scam|liar|cheat/i)]);
    }
  });
});

function isOurs(kind: string): boolean {
  return /^(file-|data-after|extension-|tc260-|kling-|planted-|generator-|declared-|editor-|c2pa-present|captured-|capture-|thumbnail-|stated-)/.test(
    kind,
  );
}
