import { bytesToHex } from '@noble/hashes/utils.js';
import { fromBER, OctetString } from 'asn1js';
import { type Certificate, ContentInfo, getCrypto, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs';
import { SHA256_OID } from './timestamp-request.ts';

/** RFC 5652, 5.1. */
const SIGNED_DATA_OID = '1.2.840.113549.1.7.2';
/** RFC 3161, 2.4.2. */
const TST_INFO_OID = '1.2.840.113549.1.9.16.1.4';
/** RFC 5652, 11.2. */
const MESSAGE_DIGEST_OID = '1.2.840.113549.1.9.4';
/** RFC 5280, 4.2.1.12: extended key usage, and the purpose that RFC 3161, 2.3 asks for. */
const EXTENDED_KEY_USAGE_OID = '2.5.29.37';
const TIME_STAMPING_OID = '1.3.6.1.5.5.7.3.8';
const NAME_PARTS: Readonly<Record<string, string>> = { '2.5.4.3': 'CN', '2.5.4.10': 'O', '2.5.4.6': 'C' };
/** An answer with its certificates has a few kilobytes. */
export const MAX_TOKEN_BYTES = 256 * 1024;

/** What is known of a timestamp, each fact for itself. */
export interface TimestampFacts {
  /** The hash that was signed, 64 hex digits. */
  readonly rootHash: string;
  /** The moment that the authority states, ISO 8601. */
  readonly statedAt: string;
  /** The signing certificate's subject; it is not compared with any list. */
  readonly authority: string;
  /** Whether the certificate was valid at that moment and is one for timestamps. */
  readonly isCertificateFit: boolean;
}

export type TimestampProblem =
  | 'not-a-timestamp'
  | 'refused-by-authority'
  | 'not-sha256'
  | 'certificate-missing'
  | 'bad-signature';

export type TimestampCheck =
  | { readonly ok: true; readonly facts: TimestampFacts }
  | { readonly ok: false; readonly problem: TimestampProblem };

/**
 * Checks a timestamp authority's answer without a network: its shape, and that its signature is that of the certificate in it.
 * Whether that certificate is an authority's that a court knows is not decided here.
 * @param bytes a `.tsr` file (RFC 3161, 2.4.2) or a bare token, DER
 */
export async function checkTimestamp(bytes: Uint8Array): Promise<TimestampCheck> {
  if (bytes.byteLength > MAX_TOKEN_BYTES) return { ok: false, problem: 'not-a-timestamp' };
  const token = tokenOf(bytes);
  if (typeof token === 'string') return { ok: false, problem: token };
  const { signed, info, content } = token;
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA256_OID) return { ok: false, problem: 'not-sha256' };
  const certificate = signerOf(signed);
  if (!certificate) return { ok: false, problem: 'certificate-missing' };
  if (!(await isSignatureValid(signed, certificate, content))) return { ok: false, problem: 'bad-signature' };
  return {
    ok: true,
    facts: {
      rootHash: bytesToHex(new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView)),
      statedAt: info.genTime.toISOString(),
      authority: subjectOf(certificate),
      isCertificateFit: isFit(certificate, info.genTime),
    },
  };
}

interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
  readonly content: ArrayBuffer;
}

function tokenOf(bytes: Uint8Array): Token | TimestampProblem {
  const { result, offset } = fromBER(Uint8Array.from(bytes).buffer);
  if (offset === -1) return 'not-a-timestamp';
  try {
    const wrapped = asResponse(result);
    if (wrapped === 'refused') return 'refused-by-authority';
    const contentInfo = wrapped ?? new ContentInfo({ schema: result });
    if (contentInfo.contentType !== SIGNED_DATA_OID) return 'not-a-timestamp';
    const signed = new SignedData({ schema: contentInfo.content });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== TST_INFO_OID || !eContent) return 'not-a-timestamp';
    const content = octetsOf(eContent);
    return { signed, content, info: new TSTInfo({ schema: fromBER(content).result }) };
  } catch {
    // The parser throws on every structure that is not the one asked for.
    return 'not-a-timestamp';
  }
}

/** The token in an authority's response; null where the bytes are no response but may be a bare token. */
function asResponse(schema: ReturnType<typeof fromBER>['result']): ContentInfo | 'refused' | null {
  let response: TimeStampResp;
  try {
    response = new TimeStampResp({ schema });
  } catch {
    return null;
  }
  // RFC 3161, 2.4.2: 0 granted, 1 granted with changes.
  if (response.status.status > 1 || !response.timeStampToken) return 'refused';
  return response.timeStampToken;
}

/** The content's bytes; authorities may write the octet string in pieces. */
function octetsOf(octets: OctetString): ArrayBuffer {
  const pieces = octets.valueBlock.value.filter((piece): piece is OctetString => piece instanceof OctetString);
  if (pieces.length === 0) return octets.valueBlock.valueHexView.slice().buffer as ArrayBuffer;
  return new Uint8Array(pieces.flatMap((piece) => [...piece.valueBlock.valueHexView])).buffer;
}

function signerOf(signed: SignedData): Certificate | null {
  const [signer] = signed.signerInfos;
  const serial = (signer?.sid as { serialNumber?: { isEqual(other: unknown): boolean } } | undefined)?.serialNumber;
  const certificates = (signed.certificates ?? []) as Certificate[];
  return certificates.find((certificate) => serial?.isEqual(certificate.serialNumber)) ?? null;
}

/**
 * Whether the certificate's key made the signature: over the signed attributes, of which one holds the content's digest, or
 * over the content where there are none. Source: RFC 5652, 5.4 and 5.6.
 */
async function isSignatureValid(signed: SignedData, certificate: Certificate, content: ArrayBuffer): Promise<boolean> {
  const [signer] = signed.signerInfos as [SignerInfo];
  try {
    const engine = getCrypto(true);
    const digestName = engine.getAlgorithmByOID(signer.digestAlgorithm.algorithmId, true).name;
    const { signedAttrs } = signer;
    if (signedAttrs) {
      const stated = signedAttrs.attributes.find(({ type }) => type === MESSAGE_DIGEST_OID)?.values[0] as OctetString;
      const digest = new Uint8Array(await engine.digest(digestName, content));
      if (bytesToHex(digest) !== bytesToHex(new Uint8Array(stated.valueBlock.valueHexView))) return false;
    }
    return await engine.verifyWithPublicKey(
      signedAttrs ? signedAttrs.encodedValue : content,
      signer.signature,
      certificate.subjectPublicKeyInfo,
      signer.signatureAlgorithm,
      digestName,
    );
  } catch {
    // An algorithm that the browser does not have, or a key that is none: the signature cannot be called valid.
    return false;
  }
}

function isFit(certificate: Certificate, at: Date): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE_OID);
  const purposes = (usage?.parsedValue as { keyPurposes?: string[] } | undefined)?.keyPurposes ?? [];
  return certificate.notBefore.value <= at && at <= certificate.notAfter.value && purposes.includes(TIME_STAMPING_OID);
}

function subjectOf(certificate: Certificate): string {
  return certificate.subject.typesAndValues
    .map(({ type, value }) => `${NAME_PARTS[type] ?? type}=${value.valueBlock.value}`)
    .join(', ');
}
