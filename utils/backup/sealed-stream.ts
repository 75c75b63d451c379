import { HEADER_BYTES, headerBytes, NONCE_PREFIX_BYTES, readHeader } from './backup-header.ts';
import { deriveBackupKey, PBKDF2_ITERATIONS, SALT_BYTES } from './backup-key.ts';
import { BackupProblem } from './backup-problem.ts';

/** Plain bytes of one sealed chunk; only one is in memory at a time. */
const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
const NONCE_BYTES = 12;

/** Takes bytes in order, for example a file that is being written. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/**
 * Seals a stream of plain bytes under a passphrase: AES-256-GCM in chunks, each under a nonce of a random prefix, the
 * chunk's number and whether it is the last, so that chunks cannot be changed, moved, dropped or cut off (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015). The header is bound to every chunk.
 */
export class SealingStream {
  readonly #sink: Sink;
  readonly #key: CryptoKey;
  readonly #header: Uint8Array<ArrayBuffer>;
  readonly #noncePrefix: Uint8Array<ArrayBuffer>;
  readonly #chunk = new Uint8Array(CHUNK_BYTES);
  #filledBytes = 0;
  #number = 0;

  private constructor(
    sink: Sink,
    key: CryptoKey,
    header: Uint8Array<ArrayBuffer>,
    noncePrefix: Uint8Array<ArrayBuffer>,
  ) {
    this.#sink = sink;
    this.#key = key;
    this.#header = header;
    this.#noncePrefix = noncePrefix;
  }

  static async start(sink: Sink, passphrase: string, iterations = PBKDF2_ITERATIONS): Promise<SealingStream> {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const noncePrefix = crypto.getRandomValues(new Uint8Array(NONCE_PREFIX_BYTES));
    const { key, check } = await deriveBackupKey(passphrase, salt, iterations);
    const header = headerBytes({ iterations, salt, noncePrefix, check });
    await sink(header);
    return new SealingStream(sink, key, header, noncePrefix);
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      if (this.#filledBytes === CHUNK_BYTES) await this.#seal(false);
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#filledBytes);
      this.#chunk.set(part, this.#filledBytes);
      this.#filledBytes += part.length;
      at += part.length;
    }
  }

  /** Seals what is left as the last chunk. */
  async end(): Promise<void> {
    await this.#seal(true);
  }

  async #seal(isLast: boolean): Promise<void> {
    const iv = nonceOf(this.#noncePrefix, this.#number++, isLast);
    const plain = this.#chunk.slice(0, this.#filledBytes);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: this.#header }, this.#key, plain);
    const length = new Uint8Array(LENGTH_BYTES);
    new DataView(length.buffer).setUint32(0, sealed.byteLength);
    await this.#sink(length);
    await this.#sink(new Uint8Array(sealed));
    this.#filledBytes = 0;
  }
}

/**
 * The plain bytes of a sealed file, chunk by chunk, each after its tag was verified.
 * @param onRead told how many bytes of the file have been read
 * @throws BackupProblem for a file that is no backup, newer, cut off or changed, and for another passphrase
 */
export async function* openSealed(
  file: Blob,
  passphrase: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const start = await bytesAt(file, 0, HEADER_BYTES);
  const header = readHeader(start);
  if (typeof header === 'string') throw new BackupProblem(header);
  const { key, check } = await deriveBackupKey(passphrase, header.salt, header.iterations);
  if (check.some((byte, index) => header.check[index] !== byte)) throw new BackupProblem('backup-wrong-passphrase');
  for (let at = HEADER_BYTES, number = 0; ; number++) {
    const length = await bytesAt(file, at, LENGTH_BYTES);
    if (length.length < LENGTH_BYTES) throw new BackupProblem('backup-truncated');
    const sealedBytes = new DataView(length.buffer).getUint32(0);
    if (sealedBytes < TAG_BYTES || sealedBytes > CHUNK_BYTES + TAG_BYTES) throw new BackupProblem('backup-tampered');
    at += LENGTH_BYTES + sealedBytes;
    if (at > file.size) throw new BackupProblem('backup-truncated');
    const isLast = at === file.size;
    const sealed = await bytesAt(file, at - sealedBytes, sealedBytes);
    const open = (asLast: boolean) => decryptOrNull(key, nonceOf(header.noncePrefix, number, asLast), start, sealed);
    const plain = await open(isLast);
    if (!plain) throw new BackupProblem(isLast && (await open(false)) ? 'backup-truncated' : 'backup-tampered');
    onRead(at);
    yield plain;
    if (isLast) return;
  }
}

async function decryptOrNull(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed));
  } catch (error) {
    // How WebCrypto says that the tag does not fit.
    if (error instanceof Error && error.name === 'OperationError') return null;
    throw error;
  }
}

function nonceOf(prefix: Uint8Array, number: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE_BYTES);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(prefix.length, number);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

async function bytesAt(file: Blob, at: number, count: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(at, at + count).arrayBuffer());
}
