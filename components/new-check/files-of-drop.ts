/** Files that one drop may bring; a folder of a whole shop's pictures is not walked to its end. */
const MAX_DROPPED_FILES = 500;

/**
 * The files of a drop, those inside dropped folders included, in the order of the folders.
 * @param data only valid inside the event's handler: everything that is read from it is read before the first await
 */
export async function filesOfDrop(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain.slice(0, MAX_DROPPED_FILES);
  const files: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MAX_DROPPED_FILES) return;
  if (entry.isFile) {
    files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands out a folder in parts, and an empty part says that there are no more.
  for (let part = await readPart(reader); part.length > 0; part = await readPart(reader))
    for (const inside of part) await collect(inside, files);
}

function readPart(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
