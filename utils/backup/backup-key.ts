/** OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256, 2023. */
export const PBKDF2_ITERATIONS = 600_000;
/** A file may ask for more work than today's, within reason: a hostile one must not hang the page. */
export const MAX_PBKDF2_ITERATIONS = 10_000_000;
export const SALT_BYTES = 16;
/** Bytes in the header that tell a wrong passphrase from a damaged file. */
export const CHECK_BYTES = 16;
/** Shortest passphrase, in characters. */
export const MIN_PASSPHRASE_LENGTH = 10;

export interface BackupKey {
  /** AES-256-GCM. */
  readonly key: CryptoKey;
  readonly check: Uint8Array<ArrayBuffer>;
}

/**
 * The key of a backup: PBKDF2-HMAC-SHA256 over the passphrase, then HKDF-SHA256 for a key and a check value (RFC 5869).
 * The passphrase is taken in NFKC, so that another keyboard's form of the same characters opens it.
 */
export async function deriveBackupKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<BackupKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const stretchable = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    stretchable,
    256,
  );
  const master = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) });
  return {
    key: await crypto.subtle.deriveKey(
      hkdf('refund-lens backup key'),
      master,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    ),
    check: new Uint8Array(await crypto.subtle.deriveBits(hkdf('refund-lens backup check'), master, CHECK_BYTES * 8)),
  };
}
