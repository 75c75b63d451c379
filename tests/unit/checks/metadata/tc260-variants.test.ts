import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../utils/checks/metadata.ts';
import { join, latin1, uint32, utf8 } from '../../../fixtures/files/bytes.ts';
import { gifComment, gifXmp, makeGif } from '../../../fixtures/files/make-gif.ts';
import { exifSegment, makeJpeg, xmpSegment } from '../../../fixtures/files/make-jpeg.ts';
import { chunk, iTxt, makePng, tExt, zTxt } from '../../../fixtures/files/make-png.ts';
import { makeTiff } from '../../../fixtures/files/make-tiff.ts';
import { makeWebp } from '../../../fixtures/files/make-webp.ts';
import { makeLabelXmp, makeXmp, TC260_NAMESPACE } from '../../../fixtures/files/make-xmp.ts';
import { pictureOfBytes, runCheck } from '../../../fixtures/files/run-check.ts';

const LABEL = '{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"x"}';
const XMP = makeLabelXmp(LABEL);
const XMP_KEYWORD = 'XML:com.adobe.xmp';
const USER_COMMENT = 0x9286;

const findingsOf = async (bytes: Uint8Array) => (await runCheck(metadata, pictureOfBytes(bytes))).findings;
const kindsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await findingsOf(bytes)).map(({ kind, grade }) => `${kind} ${grade}`);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let index = 0; index < text.length; index++)
    new DataView(bytes.buffer).setUint16(2 * index, text.charCodeAt(index), littleEndian);
  return bytes;
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const characters = Array.from(text);
  const bytes = new Uint8Array(4 * characters.length);
  for (const [index, character] of characters.entries())
    new DataView(bytes.buffer).setUint32(4 * index, character.codePointAt(0) ?? 0, littleEndian);
  return bytes;
}

/** The packet in pieces behind a short main packet, as it is written when it does not fit into one segment. */
function extendedXmp(packet: Uint8Array, pieceBytes: number): Uint8Array {
  const guid = '0123456789ABCDEF0123456789ABCDEF';
  const pieces: [number, Uint8Array][] = [];
  for (let at = 0; at < packet.length; at += pieceBytes) {
    const head = join('http://ns.adobe.com/xmp/extension/\0', guid, uint32(packet.length), uint32(at));
    pieces.push([0xe1, join(head, packet.subarray(at, at + pieceBytes))]);
  }
  const main = makeXmp(`xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="${guid}"`);
  return makeJpeg({ segments: [xmpSegment(main), ...pieces.reverse()] });
}

const comment = (content: Uint8Array, isLittleEndian = true): Uint8Array =>
  makeJpeg({ segments: [exifSegment(makeTiff([], [[USER_COMMENT, content]], isLittleEndian))] });
const rawProfile = (bytes: Uint8Array): string =>
  `\nxmp\n${String(bytes.length).padStart(8)}\n${Buffer.from(bytes)
    .toString('hex')
    .replace(/(.{72})/g, '$1\n')}\n`;

describe('every place and form of the label', () => {
  it.each<readonly [string, Uint8Array]>([
    ['extended XMP in one segment', extendedXmp(XMP, 60_000)],
    ['extended XMP in pieces out of order', extendedXmp(XMP, 100)],
    ['XMP in UTF-16 with its mark', makeJpeg({ segments: [xmpSegment(join('\xfe\xff', utf16(text(XMP), false)))] })],
    [
      'XMP in UTF-16 little-endian without it',
      makeJpeg({ segments: [xmpSegment(utf16(text(XMP).replace('\uFEFF', ''), true))] }),
    ],
    ['XMP in UTF-32', makeJpeg({ segments: [xmpSegment(utf32(`\uFEFF${text(XMP)}`, false))] })],
    [
      'XMP in UTF-32 little-endian without its mark',
      makeJpeg({
        segments: [
          xmpSegment(
            utf32(
              text(XMP)
                .replace('\uFEFF', '')
                .replace(/^[^<]*/, ''),
              true,
            ),
          ),
        ],
      }),
    ],
    ['XMP in a tEXt, as Midjourney writes', makePng({ chunks: [tExt(XMP_KEYWORD, String.fromCharCode(...XMP))] })],
    ['XMP in a zTXt', makePng({ chunks: [zTxt(XMP_KEYWORD, XMP)] })],
    ['XMP in a compressed iTXt', makePng({ chunks: [iTxt(XMP_KEYWORD, XMP, true)] })],
    [
      'XMP in a raw profile, as ImageMagick writes',
      makePng({ chunks: [zTxt('Raw profile type xmp', rawProfile(XMP))] }),
    ],
    ['XMP in eXIf of a PNG', makePng({ chunks: [chunk('eXIf', makeTiff([], [[USER_COMMENT, latin1(LABEL)]]))] })],
    ['XMP after VP8 in a chunk with a zero in its name', makeWebp([['XMP\0', XMP]])],
    [
      'XMP with CDATA',
      makeJpeg({
        segments: [
          xmpSegment(makeXmp(`xmlns:TC260="${TC260_NAMESPACE}"`, `<TC260:AIGC><![CDATA[${LABEL}]]></TC260:AIGC>`)),
        ],
      }),
    ],
    [
      'numeric character references',
      makeJpeg({
        segments: [
          xmpSegment(
            makeXmp(`xmlns:TC260="${TC260_NAMESPACE}"`, `<TC260:AIGC>${LABEL.replace(/"/g, '&#x22;')}</TC260:AIGC>`),
          ),
        ],
      }),
    ],
    [
      'quotes escaped twice',
      makeJpeg({
        segments: [
          xmpSegment(
            makeXmp(
              `xmlns:TC260="${TC260_NAMESPACE}"`,
              `<TC260:AIGC>${LABEL.replace(/"/g, '&amp;quot;')}</TC260:AIGC>`,
            ),
          ),
        ],
      }),
    ],
    [
      'fields as a structure',
      makeJpeg({
        segments: [
          xmpSegment(
            makeXmp(
              `xmlns:TC260="${TC260_NAMESPACE}"`,
              '<TC260:AIGC rdf:parseType="Resource"><TC260:Label>1</TC260:Label><TC260:ContentProducer>001191110102MACQD9K64010000</TC260:ContentProducer></TC260:AIGC>',
            ),
          ),
        ],
      }),
    ],
    [
      'a value in a list',
      makeJpeg({
        segments: [
          xmpSegment(
            makeXmp(
              `xmlns:TC260="${TC260_NAMESPACE}"`,
              `<TC260:AIGC><rdf:Alt><rdf:li xml:lang="x-default">${LABEL}</rdf:li></rdf:Alt></TC260:AIGC>`,
            ),
          ),
        ],
      }),
    ],
    ['TIFF big-endian', makeTiff([[700, XMP]], [], false)],
    ['GIF application extension behind a comment', makeGif([gifComment('hello'), gifXmp(XMP)])],
    ['UserComment ASCII', comment(join('ASCII\0\0\0', `{"AIGC":${LABEL}}`))],
    ['UserComment UNICODE big-endian', comment(join('UNICODE\0', utf16(`{"AIGC":${LABEL}}`, false)), false)],
    ['UserComment UNICODE little-endian in a big-endian file', comment(join('UNICODE\0', utf16(LABEL, true)), false)],
    ['UserComment that is called UNICODE and has one byte a letter', comment(join('UNICODE\0', `{"AIGC":${LABEL}}`))],
    ['UserComment JIS', comment(join('JIS\0\0\0\0\0', LABEL))],
    ['UserComment of no character set', comment(join('\0\0\0\0\0\0\0\0', `{"AIGC":${LABEL}}`))],
    [
      'UserComment UTF-8 with Chinese',
      comment(join('\0\0\0\0\0\0\0\0', utf8(`{"AIGC":${LABEL.replace('"x"', '"豆包"')}}`))),
    ],
    ['GBK text', comment(join('ASCII\0\0\0', '{"AIGC":', LABEL.slice(0, -2), '\xb6\xb9\xb0\xfc', '"}}'))],
    [
      'lower-case names',
      makePng({ chunks: [tExt('AIGC', LABEL.toLowerCase().replace(/00119\w+/, '001191110102MACQD9K64010000'))] }),
    ],
    ['a number for a Label', makePng({ chunks: [tExt('AIGC', LABEL.replace('"1"', '1'))] })],
    ['a full-width number', makePng({ chunks: [iTxt('AIGC', LABEL.replace('"1"', '"１"'))] })],
    ['nested under AIGC twice', makePng({ chunks: [tExt('AIGC', `{"AIGC":{"AIGC":${LABEL}}}`)] })],
    ['JSON in a JSON string under AIGC', makePng({ chunks: [tExt('AIGC', JSON.stringify({ AIGC: LABEL }))] })],
    ['AIGC in front of the JSON', makePng({ chunks: [tExt('AIGC', `AIGC=${LABEL}`)] })],
    ['a byte order mark in front', makePng({ chunks: [iTxt('AIGC', `\uFEFF${LABEL}`)] })],
  ])('is read from %s', async (_name, bytes) => {
    const findings = await findingsOf(bytes);
    expect(findings.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual(['tc260-label strong']);
    expect(findings[0]?.params.provider).toContain('豆包');
  });

  it.each(['2', '3'])('of value %s is a clue at whatever place', async (value) => {
    const label = LABEL.replace('"1"', `"${value}"`);
    for (const bytes of [
      makeJpeg({ segments: [xmpSegment(makeLabelXmp(label))] }),
      makePng({ lateChunks: [zTxt('AIGC', label)] }),
      makeTiff([[700, makeLabelXmp(label)]], [], false),
    ])
      expect(await kindsOf(bytes)).toEqual(['tc260-label-possible clue']);
  });

  it.each<readonly [string, Uint8Array]>([
    ['a whole PNG chunk after the end', makePng({ trailer: tExt('AIGC', LABEL) })],
    ['a whole XMP segment after the end of a JPEG', makeJpeg({ trailer: join('\xff\xe1\x01\x00', XMP) })],
    ['an XMP chunk after the end of a WebP', makeWebp([], join('XMP ', uint32(XMP.length, true), XMP))],
    ['an XMP extension after the end of a GIF', makeGif([], gifXmp(XMP))],
    ['the pixel data of a PNG', makePng({ idat: join('\x78\x01', XMP) })],
  ])('in %s is a note', async (_name, bytes) => {
    expect(new Set(await kindsOf(bytes))).toEqual(new Set(['planted-mark note']));
  });

  it('compressed into pixel data is nothing', async () => {
    expect(await kindsOf(makePng({ idat: deflateSync(XMP) }))).toEqual([]);
  });
});

function text(packet: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(packet);
}
