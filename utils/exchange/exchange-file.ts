import type { SharedFingerprint } from '../cases/shared-fingerprint.ts';
import type { Grade } from '../checks/verdict.ts';
import { plainLine } from '../text/plain-line.ts';
import { base64OfBytes, bytesOfBase64, type ShopKey, SIGNATURE, sourceKeyOf } from './shop-key.ts';

/** What one shop tells another of a picture: its fingerprint, the day and the kind of finding. Nothing of the claim. */
export type ExchangedFingerprint = Pick<SharedFingerprint, 'pdq' | 'quality' | 'on' | 'kind' | 'grade'>;

export interface ExchangeList {
  readonly shop: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly fingerprints: readonly ExchangedFingerprint[];
}

export interface SignedExchange extends ExchangeList {
  /** SHA-256 of the sender's public key, 64 hex digits. */
  readonly sourceKey: string;
}

/** Why a file is not taken; the texts are `problem.<reason>.*`. */
export type ExchangeReason = 'exchange-not-one' | 'exchange-newer' | 'exchange-signature' | 'exchange-own';

const FORMAT = 'refund-lens-fingerprints';
const VERSION = 1;
export const MAX_EXCHANGE_BYTES = 32 * 1024 * 1024;
const MAX_FINGERPRINTS = 200_000;
const MAX_SHOP_CHARACTERS = 40;
const PUBLIC_KEY_BYTES = 65;
const SIGNATURE_BYTES = 64;
const MAX_PDQ_QUALITY = 100;
const SHARED_GRADES: readonly Grade[] = ['proof', 'strong'];

/**
 * A signed list as the text of a file.
 * @throws Error where WebCrypto refuses the key
 */
export async function signExchange({ shop, madeAt, fingerprints }: ExchangeList, key: ShopKey): Promise<string> {
  const rows = fingerprints.map(({ pdq, quality, on, kind, grade }) => [pdq, quality, on, kind, grade]);
  // What is signed is this very text, so that nobody has to agree on how JSON is written.
  const payload = JSON.stringify({ shop: plainLine(shop, MAX_SHOP_CHARACTERS), madeAt, fingerprints: rows });
  const privateKey = await crypto.subtle.importKey('jwk', key.privateKey, SIGNATURE, false, ['sign']);
  const signature = await crypto.subtle.sign(SIGNATURE, privateKey, new TextEncoder().encode(payload));
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    publicKey: key.publicKey,
    signature: base64OfBytes(signature),
    payload,
  });
}

/** Verifies and reads another shop's file; a reason where it is not taken. Everything in it is hostile until verified. */
export async function readExchange(text: string, ownSourceKey: string): Promise<SignedExchange | ExchangeReason> {
  const file = parsed(text);
  if (file?.format !== FORMAT) return 'exchange-not-one';
  if (typeof file.version === 'number' && file.version > VERSION) return 'exchange-newer';
  const { publicKey, signature, payload } = file;
  const keyBytes = decoded(publicKey, PUBLIC_KEY_BYTES);
  const signatureBytes = decoded(signature, SIGNATURE_BYTES);
  if (!keyBytes || !signatureBytes || typeof payload !== 'string') return 'exchange-not-one';
  if (!(await isSignedBy(keyBytes, signatureBytes, payload))) return 'exchange-signature';
  const list = listOf(parsed(payload));
  if (!list) return 'exchange-not-one';
  const sourceKey = await sourceKeyOf(publicKey as string);
  return sourceKey === ownSourceKey ? 'exchange-own' : { ...list, sourceKey };
}

async function isSignedBy(
  keyBytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  payload: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', keyBytes, SIGNATURE, false, ['verify']);
    return await crypto.subtle.verify(SIGNATURE, key, signature, new TextEncoder().encode(payload));
  } catch (error) {
    // A point that does not lie on the curve is no key.
    if (error instanceof Error && error.name === 'DataError') return false;
    throw error;
  }
}

function listOf(payload: Readonly<Record<string, unknown>> | null): ExchangeList | null {
  if (!payload || typeof payload.shop !== 'string' || typeof payload.madeAt !== 'string') return null;
  const { fingerprints } = payload;
  if (!Array.isArray(fingerprints) || fingerprints.length > MAX_FINGERPRINTS) return null;
  const read = fingerprints.map(fingerprintOf);
  if (read.some((fingerprint) => fingerprint === null) || Number.isNaN(Date.parse(payload.madeAt))) return null;
  return {
    shop: plainLine(payload.shop, MAX_SHOP_CHARACTERS),
    madeAt: new Date(payload.madeAt).toISOString(),
    fingerprints: read as ExchangedFingerprint[],
  };
}

function fingerprintOf(row: unknown): ExchangedFingerprint | null {
  if (!Array.isArray(row) || row.length !== 5) return null;
  const [pdq, quality, on, kind, grade] = row as unknown[];
  const isWhole =
    typeof pdq === 'string' &&
    /^[0-9a-f]{64}$/.test(pdq) &&
    typeof quality === 'number' &&
    quality >= 0 &&
    quality <= MAX_PDQ_QUALITY &&
    typeof on === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(on) &&
    typeof kind === 'string' &&
    /^[a-z0-9-]{1,60}$/.test(kind) &&
    SHARED_GRADES.includes(grade as Grade);
  return isWhole ? { pdq, quality, on, kind, grade: grade as Grade } : null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function decoded(value: unknown, byteCount: number): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]{1,200}={0,2}$/.test(value) || value.length % 4 !== 0) return null;
  const bytes = bytesOfBase64(value);
  return bytes.length === byteCount ? bytes : null;
}
