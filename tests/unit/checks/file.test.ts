import { describe, expect, it } from 'vitest';
import { file } from '../../../utils/checks/file.ts';
import { join, latin1 } from '../../fixtures/files/bytes.ts';
import { makeJpeg } from '../../fixtures/files/make-jpeg.ts';
import { makePng } from '../../fixtures/files/make-png.ts';
import { makeWebp } from '../../fixtures/files/make-webp.ts';
import { pictureOfBytes, runCheck } from '../../fixtures/files/run-check.ts';

describe('file', () => {
  it('measures type, size, checksum and declared size', async () => {
    const bytes = makeJpeg({ width: 800, height: 600 });
    const { measured, findings } = await runCheck(file, pictureOfBytes(bytes, 'a.jpg'));
    expect(findings).toEqual([]);
    expect(measured).toEqual({
      file: {
        type: 'jpeg',
        sizeBytes: bytes.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        width: 800,
        height: 600,
        extensionMatches: true,
      },
    });
  });

  it.each([
    ['photo.png', false],
    ['photo.JPEG', true],
    ['photo', null],
    ['photo.jpg_960x960', null],
  ])('compares the name %s with the content', async (name, extensionMatches) => {
    const { measured, findings } = await runCheck(file, pictureOfBytes(makeJpeg(), name));
    expect(measured).toMatchObject({ file: { extensionMatches } });
    expect(findings.map(({ kind, grade }) => [kind, grade])).toEqual(
      extensionMatches === false ? [['extension-mismatch', 'note']] : [],
    );
  });

  it('notes a file that stops before its end', async () => {
    const { findings } = await runCheck(file, pictureOfBytes(makePng().subarray(0, 60)));
    expect(findings).toMatchObject([{ kind: 'file-truncated', grade: 'note', params: { type: 'png', sizeBytes: 60 } }]);
  });

  it.each([
    ['jpeg', makeJpeg({ trailer: 'something else' })],
    ['png', makePng({ trailer: 'something else' })],
    ['webp', makeWebp([], 'something else')],
  ])('notes bytes after the end of a %s, with where and how many', async (type, bytes) => {
    const { findings } = await runCheck(file, pictureOfBytes(bytes));
    expect(findings).toMatchObject([
      { kind: 'data-after-end', grade: 'note', params: { type, offset: bytes.length - 14, sizeBytes: 14 } },
    ]);
  });

  it('says nothing about what phones append', async () => {
    const phone = makeJpeg({ segments: [[0xe2, 'MPF\0']], trailer: makeJpeg() });
    expect((await runCheck(file, pictureOfBytes(phone))).findings).toEqual([]);
    expect((await runCheck(file, pictureOfBytes(makeJpeg({ trailer: 'xSEFT' })))).findings).toEqual([]);
  });

  it.each([
    ['', 'empty'],
    ['<!doctype html>', 'html'],
    ['no picture', null],
  ])('answers for %j, which is no picture', async (text, type) => {
    const { measured, findings } = await runCheck(file, pictureOfBytes(latin1(text), 'a.jpg'));
    expect(findings).toEqual([]);
    expect(measured).toMatchObject({ file: { type, width: null, height: null, extensionMatches: null } });
  });

  it('trusts the bytes and not the name', async () => {
    const { measured } = await runCheck(file, pictureOfBytes(join(makePng()), 'a.jpg'));
    expect(measured).toMatchObject({ file: { type: 'png' } });
  });

  it('says of a picture that the extension made itself only that, whatever it is called', async () => {
    const png = pictureOfBytes(makePng(), 'video.mp4 00:03.2.jpg');
    const frame = { kind: 'video-frame', videoId: 'v', timeSeconds: 3.24 } as const;
    expect((await runCheck(file, { ...png, madeFrom: { kind: 'screen-area' } })).findings).toMatchObject([
      { kind: 'screen-area', grade: 'note' },
    ]);
    expect((await runCheck(file, { ...png, madeFrom: frame })).findings).toMatchObject([
      { kind: 'video-frame', grade: 'note', params: { time: '00:03.2' } },
    ]);
  });
});
