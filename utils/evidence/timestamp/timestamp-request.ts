import { hexToBytes } from '@noble/hashes/utils.js';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

/** SHA-256, NIST arc 2.16.840.1.101.3.4.2.1. */
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const NONCE_BYTES = 8;

/**
 * A request for a timestamp authority to sign when this root hash existed, DER as a `.tsq` file. It holds the hash and a
 * random number, nothing of the case.
 * @param rootHash 64 hex digits
 * Source: RFC 3161, 2.4.1
 */
export function timestampRequest(rootHash: string): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  // DER integers are signed; a cleared top bit keeps the number positive.
  nonce[0] = (nonce[0] ?? 0) & 0x7f;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: hexToBytes(rootHash).buffer as ArrayBuffer }),
    }),
    nonce: new Integer({ valueHex: nonce.buffer as ArrayBuffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}
