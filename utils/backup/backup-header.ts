import { CHECK_BYTES, MAX_PBKDF2_ITERATIONS, SALT_BYTES } from './backup-key.ts';

/** The first bytes of every backup. */
const MAGIC = new TextEncoder().encode('REFUND-LENS-BAK\n');
export const FORMAT_VERSION = 1;
export const NONCE_PREFIX_BYTES = 7;
/** Offsets from the start of the file. */
const VERSION_AT = MAGIC.length;
const ITERATIONS_AT = VERSION_AT + 2;
const SALT_AT = ITERATIONS_AT + 4;
const NONCE_AT = SALT_AT + SALT_BYTES;
const CHECK_AT = NONCE_AT + NONCE_PREFIX_BYTES;
export const HEADER_BYTES = CHECK_AT + CHECK_BYTES;

export interface BackupHeader {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly noncePrefix: Uint8Array<ArrayBuffer>;
  readonly check: Uint8Array<ArrayBuffer>;
}

/** The header as bytes; all numbers are big-endian. */
export function headerBytes({ iterations, salt, noncePrefix, check }: BackupHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(VERSION_AT, FORMAT_VERSION);
  view.setUint32(ITERATIONS_AT, iterations);
  bytes.set(salt, SALT_AT);
  bytes.set(noncePrefix, NONCE_AT);
  bytes.set(check, CHECK_AT);
  return bytes;
}

/** Reads a header; a reason where the bytes are no backup or one of a later format. */
export function readHeader(
  bytes: Uint8Array<ArrayBuffer>,
): BackupHeader | 'backup-not-one' | 'backup-newer' | 'backup-truncated' {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) return 'backup-not-one';
  if (bytes.length < HEADER_BYTES) return 'backup-truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (view.getUint16(VERSION_AT) > FORMAT_VERSION) return 'backup-newer';
  const iterations = view.getUint32(ITERATIONS_AT);
  if (iterations === 0 || iterations > MAX_PBKDF2_ITERATIONS) return 'backup-not-one';
  return {
    iterations,
    salt: bytes.slice(SALT_AT, NONCE_AT),
    noncePrefix: bytes.slice(NONCE_AT, CHECK_AT),
    check: bytes.slice(CHECK_AT, HEADER_BYTES),
  };
}
