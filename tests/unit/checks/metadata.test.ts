import { describe, expect, it } from 'vitest';
import { metadata } from '../../../utils/checks/metadata.ts';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { findBytes } from '../../../utils/image/find-bytes.ts';
import { join, latin1, uint16, utf8 } from '../../fixtures/files/bytes.ts';
import { makeMp4 } from '../../fixtures/files/make-bmff.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../../fixtures/files/make-jpeg.ts';
import { makeMatroska, simpleTag } from '../../fixtures/files/make-matroska.ts';
import { iTxt, makePng, tExt } from '../../fixtures/files/make-png.ts';
import { makeTiff, type TiffTag } from '../../fixtures/files/make-tiff.ts';
import { IPTC_NAMESPACE, makeLabelXmp, makeXmp, PHOTOSHOP_NAMESPACE } from '../../fixtures/files/make-xmp.ts';
import { pictureOfBytes, runCheck } from '../../fixtures/files/run-check.ts';

const LABEL = '{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"x"}';
const A1111 =
  'a cracked cup\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512';
const CAMERA: readonly TiffTag[] = [
  [271, 'Apple'],
  [272, 'iPhone 15'],
];

const kindsOf = async (bytes: Uint8Array, claim = {}): Promise<string[]> =>
  (await runCheck(metadata, pictureOfBytes(bytes), claim)).findings.map(({ kind, grade }) => `${kind} ${grade}`);
const withXmp = (attributes: string, content = ''): Uint8Array =>
  makeJpeg({ segments: [xmpSegment(makeXmp(attributes, content))] });
/** Entropy-coded data, then a segment where decoders look for a further scan. */
const afterScan = ([code, content]: readonly [number, Uint8Array]): Uint8Array =>
  join('\x12', Uint8Array.of(0xff, code), uint16(content.length + 2), content);
/** The byte after a chunk's content is the first of its checksum. */
const withWrongChecksum = (png: Uint8Array, text: string): Uint8Array => {
  const changed = png.slice();
  const end = findBytes(png, text) + text.length;
  changed[end] = (changed[end] as number) ^ 1;
  return changed;
};
const withExif = (ifd0: readonly TiffTag[], exif: readonly TiffTag[] = []): Uint8Array =>
  makeJpeg({ segments: [exifSegment(makeTiff(ifd0, exif))] });

describe('metadata', () => {
  it('finds nothing where nothing is written', async () => {
    expect(await kindsOf(makeJpeg())).toEqual([]);
    expect(await kindsOf(makePng())).toEqual([]);
  });

  it('skips a format without metadata', async () => {
    expect(await metadata.run({ picture: pictureOfBytes(latin1('<svg>')) } as never)).toEqual({
      status: 'skipped',
      reason: 'no-metadata-format',
    });
  });

  it('measures camera, software and time, and never a place', async () => {
    const gps: TiffTag = [0x8825, 8];
    const bytes = withExif(
      [...CAMERA, [305, '18.1'], gps],
      [
        [36867, '2026:11:01 10:00:00'],
        [36881, '+08:00'],
      ],
    );
    const { measured } = await runCheck(metadata, pictureOfBytes(bytes));
    expect(measured).toMatchObject({
      metadata: {
        camera: { make: 'Apple', model: 'iPhone 15' },
        software: '18.1',
        captureTime: { local: '2026-11-01T10:00:00', offset: '+08:00' },
      },
    });
    expect(JSON.stringify(measured)).not.toMatch(/gps|latitude|longitude/i);
  });

  describe('source types', () => {
    const withSourceType = (term: string): Uint8Array =>
      withXmp(
        `xmlns:any="${IPTC_NAMESPACE}" any:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${term}"`,
      );

    it.each([
      ['trainedAlgorithmicMedia', ['declared-ai-source clue']],
      ['compositeWithTrainedAlgorithmicMedia', ['declared-ai-edit clue']],
    ])('%s is a clue', async (term, kinds) => {
      expect(await kindsOf(withSourceType(term))).toEqual(kinds);
    });

    it.each([
      'algorithmicMedia',
      'compositeSynthetic',
      'algorithmicallyEnhanced',
      'computationalCapture',
      'digitalCapture',
      'screenCapture',
      'humanEdits',
      'minorHumanEdits',
      'compositeCapture',
      'dataDrivenMedia',
      'digitalCreation',
      'virtualRecording',
      'constructor',
    ])('%s says nothing about AI', async (term) => {
      const { findings, measured } = await runCheck(metadata, pictureOfBytes(withSourceType(term)));
      expect(findings).toEqual([]);
      expect(measured).toMatchObject({ metadata: { digitalSourceTypes: [term] } });
    });

    it('may be written by its short name', async () => {
      const bytes = withXmp(`xmlns:i="${IPTC_NAMESPACE}" i:DigitalSourceType="digsrctype:trainedAlgorithmicMedia"`);
      expect(await kindsOf(bytes)).toEqual(['declared-ai-source clue']);
    });

    it('belongs to the picture only at the top', async () => {
      const nested = withXmp(
        `xmlns:i="${IPTC_NAMESPACE}" xmlns:s="urn:s"`,
        '<s:Ingredient rdf:parseType="Resource"><i:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</i:DigitalSourceType></s:Ingredient>',
      );
      expect(await kindsOf(nested)).toEqual([]);
    });
  });

  it.each([
    ['Made with Google AI', 'declared-ai-source clue'],
    ['Edited with Google AI', 'declared-ai-edit clue'],
    ['Apple Photos Clean Up', 'declared-ai-edit clue'],
  ])('reads the credit line %s', async (credit, kind) => {
    expect(await kindsOf(withXmp(`xmlns:p="${PHOTOSHOP_NAMESPACE}" p:Credit="${credit}"`))).toEqual([kind]);
  });

  it('leaves other credit lines alone', async () => {
    expect(
      await kindsOf(withXmp(`xmlns:p="${PHOTOSHOP_NAMESPACE}" p:Credit="Photo by Google AI Studio team"`)),
    ).toEqual([]);
    expect(
      await kindsOf(withXmp(`xmlns:p="${PHOTOSHOP_NAMESPACE}" p:Credit="Kids image playground photography"`)),
    ).toEqual([]);
  });

  it.each(['Image Playground', 'Created with Image Playground'])('reads the credit line %s', async (credit) => {
    expect(await kindsOf(withXmp(`xmlns:p="${PHOTOSHOP_NAMESPACE}" p:Credit="${credit}"`))).toEqual([
      'declared-ai-source clue',
    ]);
  });

  it.each(['', 'None', 'No AI', 'n/a', '无', '-'])('takes “%s” in a field about AI for none', async (value) => {
    const bytes = withXmp(`xmlns:i="${IPTC_NAMESPACE}" i:AISystemUsed="${value}" i:AIPromptInformation="${value}"`);
    expect(await kindsOf(bytes)).toEqual([]);
  });

  it('reads the parameters that Draw Things writes into XMP alone', async () => {
    const parameters = '{"c":"a cup","uc":"bad","sampler":"DPM++ 2M","scale":5,"seed":1,"steps":20}';
    const comment = `<e:UserComment><rdf:Alt><rdf:li xml:lang="x-default">${parameters}</rdf:li></rdf:Alt></e:UserComment>`;
    expect(await kindsOf(withXmp('xmlns:e="http://ns.adobe.com/exif/1.0/"', comment))).toEqual([
      'generator-parameters strong',
    ]);
  });

  it('reads the AI fields of IPTC 2025.1', async () => {
    expect(await kindsOf(withXmp(`xmlns:i="${IPTC_NAMESPACE}"`, '<i:AISystemUsed>SomeModel</i:AISystemUsed>'))).toEqual(
      ['declared-ai-source clue'],
    );
  });

  describe('marks of services', () => {
    const signature = `Signature: ${'A'.repeat(88)}`;
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

    it("reads Grok's pair and neither half of it", async () => {
      expect(
        await kindsOf(
          withExif([
            [270, signature],
            [315, uuid],
          ]),
        ),
      ).toEqual(['declared-ai-source clue']);
      expect(await kindsOf(withExif([[270, signature]]))).toEqual([]);
      expect(await kindsOf(withExif([[315, uuid]]))).toEqual([]);
    });

    it.each([
      ['Ideogram', withExif([[271, 'Ideogram AI']])],
      ['Reve', withExif([[305, 'reve.com']])],
      ['Luma', makePng({ chunks: [tExt('Source', 'Luma AI')] })],
    ])('reads %s', async (_name, bytes) => {
      expect(await kindsOf(bytes)).toEqual(['declared-ai-source clue']);
    });

    it.each([
      ['{"product":"dreamina","exportType":"generation"}', ['declared-ai-source clue']],
      ['{"product":"aweme","data":{"aigc_info":"{\\"aigc_type\\":1}"}}', ['declared-ai-source clue']],
      ['{"product":"lv","aigc_label_type":2}', ['declared-ai-source clue']],
      ['{"product":"aweme","aigc_info":{"aigc_type":0}}', []],
      ['{"product":"dreamina","exportType":"edit"}', []],
      ['{"product":"someone else","aigc_label_type":1}', []],
    ])('reads the app record %s', async (json, kinds) => {
      expect(await kindsOf(withExif([[270, json]]))).toEqual(kinds);
    });

    it.each([
      ['PhotoEditor_Re_Edit_Data{"genAIType":3}SEFT', ['declared-ai-edit clue']],
      ['PhotoEditor_Re_Edit_Data{"genAIType":0}SEFT', []],
      ['PhotoEditor_Re_Edit_Data{"originalPath":"a"}SEFT', []],
      ['{"genAIType":3}SEFT', []],
    ])('reads the Samsung trailer %s', async (trailer, kinds) => {
      expect(await kindsOf(makeJpeg({ trailer }))).toEqual(kinds);
    });
  });

  describe('marks where no format defines them', () => {
    it.each([
      ['after the end of a JPEG', makeJpeg({ trailer: `<TC260:AIGC>${LABEL}` })],
      ['after the end of a PNG', makePng({ trailer: `x TC260:AIGC ContentProducer` })],
      ['in pixel data', makeJpeg({ scan: 'abc TC260:AIGC abc' })],
      ['in an unknown segment', makeJpeg({ segments: [[0xe5, `xxx TC260:AIGC ${LABEL}`]] })],
      ['in a comment', makeJpeg({ segments: [[0xfe, `{"AIGC":${LABEL}}`]] })],
      ['under another keyword', makePng({ chunks: [tExt('Description', `{"AIGC":${LABEL}}`)] })],
      ['as parameters in the comment of a JPEG', makeJpeg({ segments: [[0xfe, A1111]] })],
      ['as XMP between two scans', makeJpeg({ scan: afterScan(xmpSegment(makeLabelXmp(LABEL))) })],
      ['as EXIF between two scans', makeJpeg({ scan: afterScan(exifSegment(makeTiff([[270, `{"AIGC":${LABEL}}`]]))) })],
      ['in a text with a wrong checksum', withWrongChecksum(makePng({ chunks: [tExt('parameters', A1111)] }), A1111)],
      [
        'under the standard’s prefix in a namespace of somebody else',
        makeJpeg({
          segments: [
            xmpSegment(
              makeXmp('xmlns:TC260="http://example.com/"', `<TC260:AIGC>${LABEL.replace(/"/g, '&quot;')}</TC260:AIGC>`),
            ),
          ],
        }),
      ],
    ])('%s are notes', async (_name, bytes) => {
      const kinds = await kindsOf(bytes);
      expect(kinds.length).toBeGreaterThan(0);
      expect(new Set(kinds)).toEqual(new Set(['planted-mark note']));
    });

    it('are not made of the marks that were read', async () => {
      expect(await kindsOf(makePng({ chunks: [iTxt('XML:com.adobe.xmp', makeLabelXmp(LABEL))] }))).toEqual([
        'tc260-label strong',
      ]);
      expect(await kindsOf(makePng({ chunks: [tExt('parameters', A1111)] }))).toEqual(['generator-parameters strong']);
    });
  });

  it('notes editors and an unverified manifest, no more', async () => {
    expect(await kindsOf(withExif([...CAMERA, [305, 'Adobe Photoshop 26.0']]))).toEqual(['editor-software note']);
    expect(
      await kindsOf(makeJpeg({ segments: [[0xeb, 'JP\0\x01\0\0\0\x01\0\0\0\x20jumb\0\0\0\x10jumdc2pa']] })),
    ).toEqual(['c2pa-present note']);
    expect(await kindsOf(makeJpeg({ scan: 'random c2pa letters' }))).toEqual([]);
  });

  it('notes a preview of another shape, but not the letterbox of cameras', async () => {
    const withPreview = (width: number, height: number): Uint8Array => {
      const preview = makeJpeg({ width, height });
      const head = makeTiff([[0x010f, 'x']]);
      const tiff = new Uint8Array(head.length + 30 + preview.length);
      tiff.set(head);
      const view = new DataView(tiff.buffer);
      view.setUint32(8 + 2 + 12, head.length, true);
      view.setUint16(head.length, 2, true);
      for (const [index, [tag, value]] of [
        [513, head.length + 30],
        [514, preview.length],
      ].entries()) {
        const at = head.length + 2 + index * 12;
        view.setUint16(at, tag as number, true);
        view.setUint16(at + 2, 4, true);
        view.setUint32(at + 4, 1, true);
        view.setUint32(at + 8, value as number, true);
      }
      tiff.set(preview, head.length + 30);
      return makeJpeg({ width: 4000, height: 3000, segments: [exifSegment(tiff)] });
    };
    expect(await kindsOf(withPreview(320, 180))).toEqual(['thumbnail-shape-differs note']);
    expect(await kindsOf(withPreview(160, 120))).toEqual([]);
    expect(await kindsOf(withPreview(120, 160))).toEqual([]);
  });

  describe('the stated size', () => {
    const sized = (width: number, height: number): Uint8Array =>
      makeJpeg({
        width: 400,
        height: 300,
        segments: [
          exifSegment(
            makeTiff(
              [],
              [
                [40962, width],
                [40963, height],
              ],
            ),
          ),
        ],
      });

    it('is noted where it is another one', async () => {
      expect(await kindsOf(sized(4000, 3000))).toEqual(['stated-size-differs note']);
    });

    it('says nothing where it is the same, turned, or missing', async () => {
      expect(await kindsOf(sized(400, 300))).toEqual([]);
      expect(await kindsOf(sized(300, 400))).toEqual([]);
      expect(await kindsOf(sized(0, 0))).toEqual([]);
    });
  });

  describe('a preview that was decoded', () => {
    const plane = (toneOf: (x: number, y: number) => number): DecodedImage => {
      const [width, height] = [80, 60];
      const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let index = 0; index < width * height; index++)
        rgba.fill(toneOf(index % width, Math.floor(index / width)), 4 * index, 4 * index + 3);
      return { width, height, rgba, sourceWidth: width, sourceHeight: height };
    };
    const slope = plane((x, y) => 2 * x + y);
    const noted = async (pixels: DecodedImage): Promise<string[]> => {
      const picture = { ...pictureOfBytes(makeJpeg(), 'p', pixels), thumbnail: slope };
      return (await runCheck(metadata, picture)).findings.map(({ kind, grade }) => `${kind} ${grade}`);
    };

    it('is noted where it shows one place differently or another view, and only then', async () => {
      expect(await noted(slope)).toEqual([]);
      expect(await noted(plane((x, y) => (x > 20 && x < 32 && y > 20 && y < 32 ? 200 : 2 * x + y)))).toEqual([
        'thumbnail-place-differs note',
      ]);
      expect(await noted(plane((x, y) => ((x * 7) % 40) + ((y * 13) % 60) * 3))).toEqual([
        'thumbnail-view-differs note',
      ]);
    });
  });

  it.each<readonly [string, Uint8Array]>([
    ['EXIF', withExif([...CAMERA, [0x8825, 60]], [[0x9286, 'none']])],
    [
      'XMP',
      withXmp('xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="31,14.22N" exif:GPSLongitude="121,29.5E"'),
    ],
    ['MP4', makeMp4('com.apple.quicktime.location.ISO6709', utf8('+31.2370+121.4916+010/'))],
    ['PNG text', makePng({ chunks: [tExt('GPSLatitude', '31.2370')] })],
    ['Matroska', makeMatroska([simpleTag('LOCATION', '+31.2370+121.4916/')])],
  ])('keeps no place from %s', async (_name, bytes) => {
    const { measured, findings } = await runCheck(metadata, pictureOfBytes(bytes));
    expect(JSON.stringify([measured, findings])).not.toMatch(/gps|latitude|location|31[.,]|121[.,]/i);
  });

  it('shortens and cleans text of the file', async () => {
    const prompt = `line\n\u202Eevil ${'长'.repeat(500)}`;
    const bytes = makePng({ chunks: [iTxt('parameters', `${prompt}\nSteps: 20, Sampler: x, CFG scale: 7`)] });
    const { findings } = await runCheck(metadata, pictureOfBytes(bytes));
    const shown = findings[0]?.params.prompt as string;
    expect(Array.from(shown)).toHaveLength(200);
    expect(shown).toMatch(/^line evil 长+…$/);
  });

  it('answers the same for the same bytes', async () => {
    const bytes = withExif([[270, LABEL]], [[0x9286, utf8(`ASCII\0\0\0${A1111}`)]]);
    expect(await runCheck(metadata, pictureOfBytes(bytes))).toEqual(await runCheck(metadata, pictureOfBytes(bytes)));
  });
});
