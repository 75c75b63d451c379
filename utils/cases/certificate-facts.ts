import { Set as Asn1Set, fromBER, type GeneralizedTime, ObjectIdentifier, Sequence, UTCTime } from 'asn1js';
import { sha256Hex } from '../sha256.ts';

/** What a person compares to know a certificate. */
export interface CertificateFacts {
  /** SHA-256 of the whole certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** Common name, organisation and country, as written in the certificate; a text of foreign origin. */
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** Attributes that name somebody, in the order in which they are shown (X.520). */
const NAME_ATTRIBUTES = ['2.5.4.3', '2.5.4.10', '2.5.4.6'];
/** Context-specific, as the optional version at the start of a certificate's body is. */
const CONTEXT_SPECIFIC = 3;

/**
 * Subject and validity of an X.509 certificate (RFC 5280, 4.1); no signature is checked.
 * @param der the certificate
 * @returns null where the bytes are none
 */
export async function readCertificateFacts(der: Uint8Array<ArrayBuffer>): Promise<CertificateFacts | null> {
  const body = childrenOf(childrenOf(parse(der))[0]);
  const fields = body[0]?.idBlock.tagClass === CONTEXT_SPECIFIC ? body.slice(1) : body;
  const [, , , validity, subject] = fields;
  const [from, to] = childrenOf(validity);
  if (!isTime(from) || !isTime(to)) return null;
  return {
    fingerprint: await sha256Hex(der),
    subject: nameOf(subject),
    validFrom: from.toDate().toISOString(),
    validTo: to.toDate().toISOString(),
  };
}

type Asn1 = ReturnType<typeof fromBER>['result'];

function parse(der: Uint8Array<ArrayBuffer>): Asn1 | undefined {
  try {
    return fromBER(der).result;
  } catch {
    // The library throws on a damaged time or name; a seller may import anything, so that is an answer and not a fault.
    return undefined;
  }
}

function childrenOf(value: Asn1 | undefined): Asn1[] {
  return value instanceof Sequence || value instanceof Asn1Set ? (value.valueBlock.value as Asn1[]) : [];
}

/** GeneralizedTime is a kind of UTCTime in the library, and in RFC 5280 they stand for each other. */
function isTime(value: Asn1 | undefined): value is UTCTime | GeneralizedTime {
  return value instanceof UTCTime && !Number.isNaN(value.toDate().getTime());
}

function nameOf(subject: Asn1 | undefined): string {
  const attributes = new Map(
    childrenOf(subject)
      .flatMap(childrenOf)
      .map((attribute) => {
        const [type, value] = childrenOf(attribute);
        return [type instanceof ObjectIdentifier ? type.getValue() : '', textOf(value)] as const;
      }),
  );
  return NAME_ATTRIBUTES.map((type) => attributes.get(type))
    .filter((text) => text)
    .join(', ');
}

function textOf(value: Asn1 | undefined): string {
  const content: unknown = value && 'getValue' in value && (value.getValue as () => unknown)();
  return typeof content === 'string' ? content : '';
}
