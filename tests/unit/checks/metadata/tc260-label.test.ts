import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../utils/checks/metadata.ts';
import { join, utf8 } from '../../../fixtures/files/bytes.ts';
import { makeHeif, makeMp4 } from '../../../fixtures/files/make-bmff.ts';
import { gifXmp, makeGif } from '../../../fixtures/files/make-gif.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../../../fixtures/files/make-jpeg.ts';
import { iTxt, makePng, tExt, zTxt } from '../../../fixtures/files/make-png.ts';
import { makeTiff } from '../../../fixtures/files/make-tiff.ts';
import { makeWebp } from '../../../fixtures/files/make-webp.ts';
import { makeLabelXmp, makeXmp, TC260_NAMESPACE } from '../../../fixtures/files/make-xmp.ts';
import { pictureOfBytes, runCheck } from '../../../fixtures/files/run-check.ts';

const DOUBAO = '001191110102MACQD9K64010000';
const JSON_LABEL = `{"Label":"1","ContentProducer":"${DOUBAO}","ProduceID":"cc75f5","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}`;
const XMP = makeLabelXmp(JSON_LABEL);

const findingsOf = async (bytes: Uint8Array) => (await runCheck(metadata, pictureOfBytes(bytes))).findings;
const kindsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await findingsOf(bytes)).map(({ kind, grade }) => `${kind} ${grade}`);
const inPng = (json: string): Uint8Array => makePng({ chunks: [tExt('AIGC', json)] });

describe('the label of GB 45438', () => {
  it.each([
    ['JPEG APP1 XMP', makeJpeg({ segments: [xmpSegment(XMP)] })],
    ['PNG iTXt XMP', makePng({ chunks: [iTxt('XML:com.adobe.xmp', XMP)] })],
    ['PNG compressed iTXt XMP after the pixels', makePng({ lateChunks: [iTxt('XML:com.adobe.xmp', XMP, true)] })],
    ['PNG tEXt AIGC', makePng({ chunks: [tExt('AIGC', JSON_LABEL)] })],
    ['PNG tEXt AIGC, wrapped', makePng({ chunks: [tExt('AIGC', `{"AIGC":${JSON_LABEL}}`)] })],
    ['PNG zTXt AIGC', makePng({ lateChunks: [zTxt('AIGC', JSON_LABEL)] })],
    ['PNG iTXt AIGC', makePng({ chunks: [iTxt('AIGC', JSON_LABEL)] })],
    ['WebP XMP after the picture', makeWebp([['XMP ', XMP]])],
    ['GIF application extension', makeGif([gifXmp(XMP)])],
    ['TIFF tag 700', makeTiff([[700, XMP]])],
    ['HEIC item', makeHeif('heic', [['mime', 'application/rdf+xml', XMP]])],
    ['AVIF item', makeHeif('avif', [['mime', 'application/rdf+xml', XMP]])],
    ['MP4 key', makeMp4('AIGC', utf8(JSON_LABEL))],
    [
      'EXIF UserComment',
      makeJpeg({ segments: [exifSegment(makeTiff([], [[0x9286, join('ASCII\0\0\0', `{"AIGC":${JSON_LABEL}}`)]]))] }),
    ],
    ['EXIF ImageDescription', makeJpeg({ segments: [exifSegment(makeTiff([[270, `{"AIGC":${JSON_LABEL}}`]]))] })],
    ['JPEG APP9', makeJpeg({ segments: [[0xe9, `AIGC${JSON_LABEL}`]] })],
    ['JPEG APP11', makeJpeg({ segments: [[0xeb, `AIGC${JSON_LABEL}`]] })],
    [
      'WebP EXIF with the header of JPEG',
      makeWebp([['EXIF', join('Exif\0\0', makeTiff([[270, `{"AIGC":${JSON_LABEL}}`]]))]]),
    ],
  ])('is found in %s', async (_name, bytes) => {
    const [finding, ...rest] = await findingsOf(bytes);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      kind: 'tc260-label',
      grade: 'strong',
      params: { label: '1', code: DOUBAO, provider: '字节跳动 豆包 ByteDance Doubao', contentId: 'cc75f5' },
    });
  });

  it.each([
    ['an attribute', makeXmp(`xmlns:TC260="${TC260_NAMESPACE}" TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;}"`)],
    ['another prefix', makeXmp(`xmlns:q="${TC260_NAMESPACE}"`, '<q:AIGC>{"Label":"1"}</q:AIGC>')],
    ['a prefix that was never declared', makeXmp('', '<TC260:AIGC>{"Label":"1"}</TC260:AIGC>')],
    [
      'a structure',
      makeXmp(
        `xmlns:TC260="${TC260_NAMESPACE}"`,
        '<TC260:AIGC rdf:parseType="Resource"><TC260:Label>1</TC260:Label></TC260:AIGC>',
      ),
    ],
    [
      'a later version of the namespace',
      makeXmp('xmlns:q="https://www.tc260.org.cn/ns/AIGC/1.1/"', '<q:AIGC>{"Label":"1"}</q:AIGC>'),
    ],
    ['quotes that break the XML', makeXmp(`xmlns:TC260="${TC260_NAMESPACE}" TC260:AIGC="{"Label":"1"}"`)],
    [
      'quotes escaped twice',
      makeXmp(
        `xmlns:TC260="${TC260_NAMESPACE}"`,
        '<TC260:AIGC>{&amp;quot;Label&amp;quot;:&amp;quot;1&amp;quot;}</TC260:AIGC>',
      ),
    ],
  ])('is read from XMP as %s', async (_name, packet) => {
    expect(await kindsOf(makeJpeg({ segments: [xmpSegment(packet)] }))).toEqual(['tc260-label strong']);
  });

  it.each([
    ['a number', '{"Label":1,"ProduceID":"x"}', 'tc260-label strong'],
    ['nulls', '{"Label":"1","ReservedCode1":null,"ContentPropagator":null}', 'tc260-label strong'],
    ['JSON in a JSON string', JSON.stringify('{"Label":"1"}'), 'tc260-label strong'],
    ['a wrapped JSON string', JSON.stringify({ AIGC: '{"Label":"1"}' }), 'tc260-label strong'],
    ['misspelt fields', '{"Label":"1","Propagator":"x","PropatorID":"y","ReserveCode1":"z"}', 'tc260-label strong'],
    ['single quotes', "{'Label': '1', 'ContentProducer': 'doubao'}", 'tc260-label strong'],
    ['a cut end', '{"Label":"1","ContentProducer":"doubao","Prod', 'tc260-label strong'],
    [
      'nested JSON in ReservedCode1',
      '{"Label":"1","ReservedCode1":"{\\"Type\\":\\" TC260PG\\"}"}',
      'tc260-label strong',
    ],
    ['may be', '{"Label":"2","ContentProducer":"x"}', 'tc260-label-possible clue'],
    ['suspected', '{"Label":"3","ContentProducer":"x"}', 'tc260-label-possible clue'],
    ['a word', '{"Label":"AIGC","ContentProducer":"MiniMax"}', 'tc260-label-other clue'],
    ['a name that every object has', '{"Label":"constructor","ContentProducer":"__proto__"}', 'tc260-label-other clue'],
    ['no Label at all', '{"ContentProducer":"MiniMax"}', 'tc260-label-other clue'],
  ])('is read liberally: %s', async (_name, json, kind) => {
    expect(await kindsOf(inPng(json))).toEqual([kind]);
  });

  it.each([
    ['a denial', '{"Label":"0","ContentProducer":"x"}'],
    ['another schema', '{"mode":"portrait","scale":1}'],
    ['text', 'AIGC is a word'],
  ])('is not read from %s', async (_name, json) => {
    expect(await kindsOf(inPng(json))).toEqual([]);
  });

  it('is not read from the JSON of camera apps', async () => {
    for (const json of [
      '{"Label":"1"}',
      '{"serviceProvider":"中国移动"}',
      '{"produceId":"17"}',
      '{"label":"夜景","id":3}',
      '{"label":"fragile","produceid":"123"}',
      '{"ServiceProvider":"顺丰","ServiceUser":"u1","ContentId":"SF123"}',
    ]) {
      const tiff = makeTiff([], [[0x9286, utf8(`\0\0\0\0\0\0\0\0${json}`)]]);
      expect(await kindsOf(makeJpeg({ segments: [exifSegment(tiff)] }))).toEqual([]);
    }
  });

  it('reads the schema of Tencent Cloud, which draws no conclusion, as an unusual label', async () => {
    const json = '{"ServiceProvider":"腾讯云","ServiceUser":"1","Time":"2026","ContentId":"c"}';
    const tiff = makeTiff([[270, String.fromCharCode(...utf8(json))]]);
    expect(await kindsOf(makeJpeg({ segments: [exifSegment(tiff)] }))).toEqual(['tc260-label-other clue']);
  });

  it('at two places is one finding', async () => {
    const bytes = makePng({ chunks: [tExt('AIGC', JSON_LABEL), iTxt('XML:com.adobe.xmp', XMP)] });
    expect(await kindsOf(bytes)).toEqual(['tc260-label strong']);
  });

  it('shows the credit code of a provider that is not listed, and how it stands in the code', async () => {
    const findings = await findingsOf(inPng('{"Label":"1","ContentProducer":"001191110102MAD55U9H0F10000"}'));
    expect(findings).toMatchObject([
      { kind: 'tc260-label', params: { provider: '', signer: '001191110102MAD55U9H0F10000' } },
      { kind: 'tc260-provider-unknown', grade: 'note', params: { uscc: '91110102MAD55U9H0F' } },
    ]);
  });

  it("estimates the time in Kling's id as a note", async () => {
    const json =
      '{"Label":"1","ContentProducer":"kling","ProduceID":"CN_WEB_kling_316000000000000","ReservedCode1":null}';
    expect(await findingsOf(inPng(json))).toMatchObject([
      { kind: 'tc260-label', grade: 'strong' },
      { kind: 'kling-time', grade: 'note', params: { producedAt: '2026-07-14T11:28:39Z' } },
    ]);
    const other = '{"Label":"1","ContentProducer":"doubao","ProduceID":"CN_WEB_kling_316000000000000"}';
    expect(await kindsOf(inPng(other))).toEqual(['tc260-label strong']);
  });

  it('survives a label nested in itself a hundred thousand times', async () => {
    const deep = `${'{"AIGC":'.repeat(100_000)}{"Label":"1"}${'}'.repeat(100_000)}`;
    expect((await kindsOf(inPng(deep))).length).toBeLessThanOrEqual(1);
  });
});
