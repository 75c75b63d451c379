import type { CaseDatabase } from '../cases/database.ts';
import { sha256Hex } from '../sha256.ts';

/** ECDSA over P-256 with SHA-256 (FIPS 186-5): every browser has it. */
export const SIGNATURE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** The shop's own key, made on this machine; it travels only inside an encrypted backup. */
export interface ShopKey {
  readonly privateKey: JsonWebKey;
  /** The public key as an uncompressed point, base64. */
  readonly publicKey: string;
}

const KEY = 'shop-key';

/** The shop's key, made the first time that it is needed. */
export async function readShopKey(database: CaseDatabase): Promise<ShopKey> {
  const fresh = await makeShopKey();
  const transaction = database.transaction('settings', 'readwrite');
  const stored = await transaction.store.get(KEY);
  if (!stored) await transaction.store.put({ key: KEY, value: fresh });
  await transaction.done;
  return (stored?.value as ShopKey | undefined) ?? fresh;
}

/** The name of a public key: SHA-256 of its bytes, 64 hex digits. */
export async function sourceKeyOf(publicKey: string): Promise<string> {
  return sha256Hex(bytesOfBase64(publicKey));
}

/** @throws DOMException InvalidCharacterError for text that is no base64 */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function base64OfBytes(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

async function makeShopKey(): Promise<ShopKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(SIGNATURE, true, ['sign', 'verify']);
  return {
    privateKey: await crypto.subtle.exportKey('jwk', privateKey),
    publicKey: base64OfBytes(await crypto.subtle.exportKey('raw', publicKey)),
  };
}
