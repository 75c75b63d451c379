import type { Sink } from '../../utils/backup/sealed-stream.ts';
import { saveFile } from './save-file.ts';

interface FileTarget {
  readonly write: Sink;
  /** Makes the file whole. */
  readonly close: () => Promise<void>;
  /** Leaves no file behind. */
  readonly abort: () => Promise<void>;
}

/** The File System Access API, where the browser has it. */
type PickFile = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * A file of the seller's choice to write to piece by piece; where the browser cannot do that, the pieces are gathered as
 * Blobs, which it keeps on disk, and offered as a download. Null when the seller chose none.
 */
export async function openSink(suggestedName: string): Promise<FileTarget | null> {
  const pick = (window as { readonly showSaveFilePicker?: PickFile }).showSaveFilePicker;
  if (!pick) return downloadSink(suggestedName);
  try {
    const stream = await (await pick.call(window, { suggestedName })).createWritable();
    return { write: (bytes) => stream.write(bytes), close: () => stream.close(), abort: () => stream.abort() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

function downloadSink(name: string): FileTarget {
  const parts: Blob[] = [];
  return {
    write: async (bytes) => void parts.push(new Blob([bytes])),
    close: async () => saveFile(new Blob(parts), name),
    abort: async () => void parts.splice(0),
  };
}
