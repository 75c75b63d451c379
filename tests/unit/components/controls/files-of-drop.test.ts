import { expect, it } from 'vitest';
import { filesOfDrop } from '../../../../components/controls/files-of-drop.ts';

const fileEntry = (name: string, isGone = false) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (take: (file: File) => void, fail: (error: unknown) => void) =>
    isGone ? fail(new DOMException('', 'NotFoundError')) : take(new File([name], name)),
});
const folder = (name: string, ...inside: object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    // As browsers do: in parts, the last of them empty.
    const parts = [inside.slice(0, 100), inside.slice(100)].filter((part) => part.length > 0);
    return { readEntries: (take: (part: object[]) => void) => take(parts.shift() ?? []) };
  },
});
const drop = (...entries: object[]) =>
  filesOfDrop({ files: [], items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) } as never);

it('goes through folders by name, and not in the order of the disk', async () => {
  const { files } = await drop(
    folder('shop', fileEntry('图10.jpg'), folder('旧', fileEntry('a.jpg')), fileEntry('图2.jpg')),
  );
  expect(files.map(({ name }) => name)).toEqual(['a.jpg', '图2.jpg', '图10.jpg']);
});

it('says which file could not be read, and takes the others', async () => {
  const { files, refused } = await drop(folder('shop', fileEntry('gone.jpg', true), fileEntry('a.jpg')));
  expect(files.map(({ name }) => name)).toEqual(['a.jpg']);
  expect(refused).toEqual([{ name: 'gone.jpg', problem: { reason: 'unreadable-file' } }]);
});

it('says that there are more files than are looked at', async () => {
  const many = (count: number) =>
    folder('shop', ...Array.from({ length: count }, (_, number) => fileEntry(`${number}.jpg`)));
  const { files, refused } = await drop(many(520));
  expect(files).toHaveLength(500);
  expect(refused).toEqual([{ name: 'shop', problem: { reason: 'too-many-dropped', params: { limit: 500 } } }]);
  expect((await drop(many(500))).refused).toEqual([]);
});
