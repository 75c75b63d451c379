import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Inflate } from 'fflate';
import { type FoundFile, isNeededWhole } from './check-pack.ts';
import { readZipDirectory } from './zip-directory.ts';

/** A manifest or a timestamp that is larger is not one. */
const MAX_NEEDED_BYTES = 16 * 1024 * 1024;
const MAX_FILES = 10_000;

/**
 * Hashes every file of a ZIP, a chunk at a time; only manifests and timestamps are kept.
 * @throws Error when the bytes are no ZIP that a pack can be, a file's compressed content is damaged, or two have one name
 */
export async function readZip(zip: Blob): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>();
  for (const { name, isDeflated, content } of await readZipDirectory(zip, MAX_FILES)) {
    const hasher = new FileHasher(name);
    const inflate = new Inflate((chunk) => hasher.add(chunk));
    await eachChunk(content, (chunk) => (isDeflated ? inflate.push(chunk) : hasher.add(chunk)));
    // Of two files of one name each program unpacks the one it likes.
    if (found.has(name)) throw new Error(`${name}: twice`);
    found.set(name, hasher.end());
  }
  return found;
}

/** Hashes the files of an unpacked pack; the folder that was chosen is left out of their names. */
export async function readFolder(files: Iterable<File>): Promise<Map<string, FoundFile>> {
  const found = new Map<string, FoundFile>();
  for (const file of files) {
    const name = file.webkitRelativePath.split('/').slice(1).join('/') || file.name;
    const hasher = new FileHasher(name);
    await eachChunk(file, (chunk) => hasher.add(chunk));
    found.set(name, hasher.end());
  }
  return found;
}

async function eachChunk(content: Blob, take: (chunk: Uint8Array) => void): Promise<void> {
  const reader = content.stream().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) take(step.value);
}

class FileHasher {
  readonly #hash = sha256.create();
  readonly #kept: Uint8Array[] | null;
  #sizeBytes = 0;

  constructor(name: string) {
    this.#kept = isNeededWhole(name) ? [] : null;
  }

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#sizeBytes += chunk.byteLength;
    if (this.#kept && this.#sizeBytes <= MAX_NEEDED_BYTES) this.#kept.push(chunk.slice());
  }

  end(): FoundFile {
    return { sha256: bytesToHex(this.#hash.digest()), bytes: this.#kept && joined(this.#kept) };
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
