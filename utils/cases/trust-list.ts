import type { CaseDatabase } from './database.ts';

/** Certificates that the seller imported; a signer whose chain ends in one of them counts as known. */
export interface TrustList {
  /** PEM certificates and nothing else. */
  readonly pem: string;
  readonly certificateCount: number;
  /** When the seller imported it, ISO 8601. */
  readonly importedAt: string;
}

const KEY = 'c2pa-trust-anchors';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]{1,40000})-----END CERTIFICATE-----/g;
/** The official list has about two dozen. */
const MAX_CERTIFICATES = 2000;
const MAX_TEXT_LENGTH = 8_000_000;
const LINE_LENGTH = 64;
/** DER: a SEQUENCE whose length takes two bytes, as that of every certificate does (X.690, 8.1.3). */
const SEQUENCE = 0x30;
const TWO_LENGTH_BYTES = 0x82;
const HEADER_BYTES = 4;

/**
 * The certificates in a PEM text, each once, without the remarks between them. One damaged certificate would make
 * the C2PA reader drop the whole list, so those are left out here.
 * @returns null when the text holds no certificate
 */
export function parseTrustList(text: string): Omit<TrustList, 'importedAt'> | null {
  const bodies = new Set<string>();
  for (const [, body = ''] of text.slice(0, MAX_TEXT_LENGTH).matchAll(CERTIFICATE)) {
    const base64 = body.replace(/\s+/g, '');
    if (isWholeCertificate(base64) && bodies.size < MAX_CERTIFICATES) bodies.add(base64);
  }
  if (bodies.size === 0) return null;
  const pem = [...bodies].map((base64) => {
    const lines = base64.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  });
  return { pem: pem.join(''), certificateCount: bodies.size };
}

/** The seller's list; null where none was imported. */
export async function readTrustList(database: CaseDatabase): Promise<TrustList | null> {
  return ((await database.get('settings', KEY))?.value as TrustList | undefined) ?? null;
}

/**
 * Replaces the seller's list. To add a certificate, write the list's `pem` and the new one together.
 * @returns the list as stored; null, and nothing is changed, when the text holds no certificate
 */
export async function writeTrustList(database: CaseDatabase, text: string, now: string): Promise<TrustList | null> {
  const parsed = parseTrustList(text);
  if (!parsed) return null;
  const list = { ...parsed, importedAt: now };
  await database.put('settings', { key: KEY, value: list });
  return list;
}

/** From now on no signer is known. */
export async function removeTrustList(database: CaseDatabase): Promise<void> {
  await database.delete('settings', KEY);
}

function isWholeCertificate(base64: string): boolean {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return false;
  const bytes = atob(base64);
  if (bytes.charCodeAt(0) !== SEQUENCE || bytes.charCodeAt(1) !== TWO_LENGTH_BYTES) return false;
  return bytes.length === HEADER_BYTES + bytes.charCodeAt(2) * 256 + bytes.charCodeAt(3);
}
