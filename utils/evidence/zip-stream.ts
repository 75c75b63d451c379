import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { HashedFile } from './manifest.ts';

/** Bytes gathered in memory before they are handed to the browser as a Blob, which keeps large ones on disk. */
const BLOB_PART_BYTES = 8 * 1024 * 1024;
const TEXT = /\.(?:html|json|txt|sha256|svg)$/;

/** What a file of a pack is made from; a text that comes in pieces is never in memory as a whole. */
export type PackContent = string | Uint8Array | Blob | AsyncIterable<string>;

/**
 * A ZIP that is written as it is read: one chunk at a time is in memory, whatever the pictures weigh. Pictures are stored,
 * texts deflated; every file is hashed on its way in.
 */
export class ZipStream {
  readonly #zip: Zip;
  readonly #date: Date;
  readonly #parts: Blob[] = [];
  readonly #files: HashedFile[] = [];
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #pendingBytes = 0;
  #error: Error | null = null;

  /** @param date that every entry states; the ZIP's clock has no zone */
  constructor(date: Date) {
    this.#date = date;
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#error = error;
      else this.#take(chunk as Uint8Array<ArrayBuffer>);
    });
  }

  /** Names and digests of what was added so far, in that order. */
  get files(): readonly HashedFile[] {
    return this.#files;
  }

  /**
   * Adds one file.
   * @returns its SHA-256
   * @throws Error when the content cannot be read, or two files would have the same name
   */
  async add(name: string, content: PackContent): Promise<string> {
    if (this.#files.some((file) => file.name === name)) throw new Error(`Two files called ${name}`);
    const entry = TEXT.test(name) ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    entry.mtime = this.#date;
    this.#zip.add(entry);
    const hash = sha256.create();
    for await (const chunk of chunksOf(content)) {
      hash.update(chunk);
      entry.push(chunk);
    }
    entry.push(new Uint8Array(0), true);
    if (this.#error) throw this.#error;
    const digest = bytesToHex(hash.digest());
    this.#files.push({ name, sha256: digest });
    return digest;
  }

  /** Writes the directory and gives the whole. */
  end(): Blob {
    this.#zip.end();
    if (this.#error) throw this.#error;
    this.#flush();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  #take(chunk: Uint8Array<ArrayBuffer>): void {
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.byteLength;
    if (this.#pendingBytes >= BLOB_PART_BYTES) this.#flush();
  }

  #flush(): void {
    this.#parts.push(new Blob(this.#pending));
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

async function* chunksOf(content: PackContent): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (typeof content === 'string') yield encoder.encode(content);
  else if (content instanceof Uint8Array) yield content;
  else if (!(content instanceof Blob)) for await (const piece of content) yield encoder.encode(piece);
  else {
    const reader = content.stream().getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  }
}
