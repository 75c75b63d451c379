import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PictureShelf } from '../../../../utils/engine/worker/picture-shelf.ts';
import { makePicture } from '../../../../utils/image/picture.ts';
import { MAX_EARLIER_IN_MEMORY } from '../../../../utils/limits.ts';

vi.mock('../../../../utils/engine/worker/decode-picture.ts', () => ({
  decodePicture: async () => ({
    type: 'jpeg',
    pixels: { width: 1, height: 1, rgba: new Uint8ClampedArray(4), sourceWidth: 1, sourceHeight: 1 },
    preview: null,
    problem: null,
  }),
}));

/** What Node 20 lacks and browsers have. */
const native = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transfer');
beforeEach(() => {
  if (native) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transfer', {
    configurable: true,
    value(this: ArrayBuffer) {
      return structuredClone(this, { transfer: [this] });
    },
  });
});

afterEach(() => {
  if (!native) Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
});

const source = (pictureId: string) => ({ pictureId, name: 'a.jpg', sha256: pictureId, blob: new Blob(['abc']) });

it('frees pixels and file of what it has opened when it is cleared, and decodes anew afterwards', async () => {
  const shelf = new PictureShelf();
  const { picture } = await shelf.open(source('1'));
  expect([picture.pixels?.rgba.length, picture.bytes.length]).toEqual([4, 3]);
  shelf.clear();
  await vi.waitFor(() => expect([picture.pixels?.rgba.length, picture.bytes.length]).toEqual([0, 0]));
  const again = await shelf.open(source('1'));
  expect([again.picture.pixels?.rgba.length, again.picture.bytes.length]).toEqual([4, 3]);
});

it('keeps a few pictures of earlier claims, frees the one that was looked at longest ago, and none of the claim’s own', async () => {
  const shelf = new PictureShelf();
  const { picture: own } = await shelf.open(source('own'));
  const { picture: first } = await shelf.openEarlier(source('0'));
  for (let index = 1; index < MAX_EARLIER_IN_MEMORY; index++) await shelf.openEarlier(source(String(index)));
  expect((await shelf.openEarlier(source('0'))).picture).toBe(first);
  await shelf.openEarlier(source('one more'));
  expect(first.bytes.length).toBe(3);
  for (let index = 1; index < MAX_EARLIER_IN_MEMORY; index++) await shelf.openEarlier(source(`other ${index}`));
  await vi.waitFor(() => expect([first.pixels?.rgba.length, first.bytes.length]).toEqual([0, 0]));
  expect(own.bytes.length).toBe(3);
  shelf.clear();
  await vi.waitFor(() => expect(own.bytes.length).toBe(0));
});

it('leaves an empty array alone, which many pictures may share', async () => {
  const { releasePicture } = await import('../../../../utils/engine/worker/release-picture.ts');
  const bytes = new Uint8Array(0);
  releasePicture(makePicture({ id: '1', name: '', sha256: '', type: null, pixels: null, bytes }));
  expect(structuredClone(bytes).length).toBe(0);
});
