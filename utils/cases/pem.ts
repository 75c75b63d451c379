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
 * The certificates in a PEM text (RFC 7468), each once, as DER, without the remarks between them. One damaged
 * certificate would make the C2PA reader drop the whole list, so those are left out here.
 */
export function certificatesIn(text: string): Uint8Array<ArrayBuffer>[] {
  const bodies = new Set<string>();
  for (const [, body = ''] of text.slice(0, MAX_TEXT_LENGTH).matchAll(CERTIFICATE)) {
    if (bodies.size < MAX_CERTIFICATES) bodies.add(body.replace(/\s+/g, ''));
  }
  return [...bodies].map(bytesOfBase64).filter((der) => der !== null);
}

/** The PEM text in a file: as it is, or made from the single certificate that a `.cer` or `.der` file is. */
export function pemOfFile(bytes: Uint8Array): string {
  return bytes[0] === SEQUENCE ? pemOf([bytes]) : new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_LENGTH));
}

/** A PEM text of these certificates, each once, and of nothing else. */
export function pemOf(certificates: readonly Uint8Array[]): string {
  const bodies = new Set(certificates.map((der) => base64Of(der)));
  return [...bodies]
    .map((base64) => {
      const lines = base64.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
      return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
    })
    .join('');
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, MAX_TEXT_LENGTH)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** null where the text is no base64 of one whole DER sequence. */
function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const der = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (der[0] !== SEQUENCE || der[1] !== TWO_LENGTH_BYTES) return null;
  return der.length === HEADER_BYTES + (der[2] as number) * 256 + (der[3] as number) ? der : null;
}
