import { describe, expect, it } from 'vitest';
import { sortOutFiles } from '../../../../utils/engine/capture/sort-out-files.ts';
import { MAX_PICTURE_BYTES } from '../../../../utils/limits.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const MP4 = [0, 0, 0, 0x18, ...new TextEncoder().encode('ftypisom')];
const file = (name: string, ...bytes: number[]) => new File([Uint8Array.from(bytes)], name);
const ROOM = { known: [], limit: 40, taken: 0, takesVideos: true };
const reasons = (refused: readonly { name: string; problem: { reason: string } }[]) =>
  refused.map(({ name, problem }) => `${name} ${problem.reason}`);

describe('sortOutFiles', () => {
  it('goes by the first bytes and never by the name', async () => {
    const files = [file('a.txt', ...JPEG), file('b', ...MP4), file('c.jpg', 0x25, 0x50), file('d.jpg')];
    const { accepted, refused } = await sortOutFiles(files, ROOM);
    expect(accepted.map(({ name, media }) => `${name} ${media}`)).toEqual(['a.txt image', 'b video']);
    expect(reasons(refused)).toEqual(['c.jpg not-an-image', 'd.jpg empty-file']);
  });

  it('hands on the very bytes, and their checksum', async () => {
    const { accepted } = await sortOutFiles([file('a.jpg', ...JPEG)], ROOM);
    const [taken] = accepted;
    if (!taken) throw new Error('Nothing was taken');
    expect([...new Uint8Array(await taken.blob.arrayBuffer())]).toEqual(JPEG);
    expect(taken.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps one of the same file, also of one that was there before', async () => {
    const first = await sortOutFiles([file('a.jpg', ...JPEG), file('copy.jpg', ...JPEG)], ROOM);
    expect(reasons(first.refused)).toEqual(['copy.jpg duplicate-file']);
    const known = first.accepted.map(({ sha256 }) => sha256);
    const again = await sortOutFiles([file('again.jpg', ...JPEG)], { ...ROOM, known });
    expect(reasons(again.refused)).toEqual(['again.jpg duplicate-file']);
  });

  it('stops at the bound, and names every file that it left out', async () => {
    const files = Array.from({ length: 5 }, (_, number) => file(`${number}.jpg`, ...JPEG, number));
    const { accepted, refused } = await sortOutFiles(files, { ...ROOM, limit: 8, taken: 5 });
    expect(accepted).toHaveLength(3);
    expect(reasons(refused)).toEqual(['3.jpg too-many-files', '4.jpg too-many-files']);
    expect(refused[0]?.problem.params).toEqual({ limit: 8 });
  });

  it('takes no video for a picture of the product, and nothing over the limit', async () => {
    const large = file('large.jpg', ...JPEG);
    Object.defineProperty(large, 'size', { value: MAX_PICTURE_BYTES + 1 });
    const { refused } = await sortOutFiles([file('v.mp4', ...MP4), large], { ...ROOM, takesVideos: false });
    expect(reasons(refused)).toEqual(['v.mp4 video-as-listing', 'large.jpg too-many-bytes']);
  });

  it('says so when a file is gone by the time that it is read', async () => {
    const gone = file('gone.jpg', ...JPEG);
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as unknown as Blob;
    expect(reasons((await sortOutFiles([gone], ROOM)).refused)).toEqual(['gone.jpg unreadable-file']);
  });
});
