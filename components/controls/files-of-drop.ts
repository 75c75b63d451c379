import type { RefusedFile } from '../../utils/cases/handed-file.ts';

/** Files that one drop may bring; a folder of a whole shop's pictures is not walked to its end. */
const MAX_DROPPED_FILES = 500;

/** What a drop brought: its files, and what of it could not be read or was too much. */
export interface DroppedFiles {
  readonly files: readonly File[];
  readonly refused: readonly RefusedFile[];
}

/**
 * The files of a drop, those inside dropped folders included. Each folder is gone through by name, numbers by their value: a disk
 * keeps its files in no order that a person would know, and where not all are taken it should be plain which ones were.
 * @param data only valid inside the event's handler: everything that is read from it is read before the first await
 */
export async function filesOfDrop(data: DataTransfer): Promise<DroppedFiles> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  const found = { files: [] as File[], refused: [] as RefusedFile[] };
  if (entries.some((entry) => entry?.isDirectory)) {
    for (const entry of entries) if (entry) await collect(entry, found);
  } else {
    found.files.push(...plain);
  }
  const cut = found.files.length - MAX_DROPPED_FILES;
  if (cut > 0) {
    const problem = { reason: 'too-many-dropped', params: { limit: MAX_DROPPED_FILES } };
    found.refused.push({ name: (entries[0] ?? plain[0])?.name ?? '', problem });
  }
  return { files: found.files.slice(0, MAX_DROPPED_FILES), refused: found.refused };
}

/** One file beyond the limit is taken, by which it is known that there are more. */
async function collect(entry: FileSystemEntry, found: { files: File[]; refused: RefusedFile[] }): Promise<void> {
  if (found.files.length > MAX_DROPPED_FILES) return;
  try {
    if (entry.isFile) {
      found.files.push(await new Promise<File>((take, fail) => (entry as FileSystemFileEntry).file(take, fail)));
      return;
    }
    for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) await collect(inside, found);
  } catch (error) {
    // Moved, deleted or locked since it was dropped; the others are still there.
    if (!(error instanceof DOMException)) throw error;
    found.refused.push({ name: entry.name, problem: { reason: 'unreadable-file' } });
  }
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader hands out a folder in parts, and an empty part says that there are no more.
  for (let part = await readPart(reader); part.length > 0; part = await readPart(reader)) entries.push(...part);
  return entries.sort((a, b) => inOrderOfNames(a.name, b.name));
}

function readPart(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

/** `图2` comes before `图10`. */
export function inOrderOfNames(a: string, b: string): number {
  return a.localeCompare(b, 'zh', { numeric: true });
}
