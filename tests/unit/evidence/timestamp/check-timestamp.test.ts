// @vitest-environment node
import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, X509CertificateGenerator } from '@peculiar/x509';
import { fromBER, Integer, Null, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { beforeAll, expect, it } from 'vitest';
import { checkTimestamp } from '../../../../utils/evidence/timestamp/check-timestamp.ts';
import { SHA256_OID, timestampRequest } from '../../../../utils/evidence/timestamp/timestamp-request.ts';

const ROOT_HASH = 'ab'.repeat(32);
const STATED_AT = new Date('2026-11-21T10:00:00Z');
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

let keys: CryptoKeyPair;
let authority: Certificate;

beforeAll(async () => {
  keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  authority = await certificate(TIME_STAMPING);
});

async function certificate(purpose: string): Promise<Certificate> {
  const made = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Test Authority, O=Time Office',
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2027-01-01'),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new BasicConstraintsExtension(false), new ExtendedKeyUsageExtension([purpose], true)],
  });
  return new Certificate({ schema: fromBER(made.rawData).result });
}

interface Answer {
  readonly digest?: string;
  readonly signer?: Certificate;
  readonly certificates?: Certificate[];
  readonly status?: number;
}

/** What an authority would answer, DER. */
async function answer({
  digest = SHA256_OID,
  signer = authority,
  certificates = [signer],
  status = 0,
}: Answer = {}): Promise<Uint8Array> {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: digest, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(ROOT_HASH, 'hex')).buffer }),
    }),
    serialNumber: new Integer({ value: 7 }),
    genTime: STATED_AT,
  });
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new OctetString({ valueHex: info.toSchema().toBER() }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
      }),
    ],
    certificates,
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  const token = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  const response = new TimeStampResp({
    status: new PKIStatusInfo({ status }),
    ...(status <= 1 ? { timeStampToken: token } : {}),
  });
  return new Uint8Array(response.toSchema().toBER());
}

it('asks for a signature over the root hash and says nothing else', () => {
  const request = new TimeStampReq({ schema: fromBER(timestampRequest(ROOT_HASH).slice().buffer).result });
  expect(Buffer.from(request.messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex')).toBe(ROOT_HASH);
  expect(request.messageImprint.hashAlgorithm.algorithmId).toBe(SHA256_OID);
  expect(request.certReq).toBe(true);
});

it('reads a good answer: hash, moment, authority', async () => {
  expect(await checkTimestamp(await answer())).toEqual({
    ok: true,
    facts: {
      rootHash: ROOT_HASH,
      statedAt: STATED_AT.toISOString(),
      authority: 'CN=Test Authority, O=Time Office',
      isCertificateFit: true,
    },
  });
});

it('says when the certificate is not one for timestamps', async () => {
  const signer = await certificate('1.3.6.1.5.5.7.3.1');
  expect(await checkTimestamp(await answer({ signer }))).toMatchObject({
    ok: true,
    facts: { isCertificateFit: false },
  });
});

it('finds a changed moment', async () => {
  const bytes = Buffer.from(await answer());
  const at = bytes.indexOf('20261121100000Z');
  expect(at).toBeGreaterThan(0);
  bytes.write('20251121100000Z', at);
  expect(await checkTimestamp(bytes)).toEqual({ ok: false, problem: 'bad-signature' });
});

it.each([
  ['another digest', { digest: '1.3.14.3.2.26' }, 'not-sha256'],
  ['no certificate', { certificates: [] }, 'certificate-missing'],
  ['a refusal', { status: 2 }, 'refused-by-authority'],
] as const)('%s is no timestamp', async (_, made, problem) => {
  expect(await checkTimestamp(await answer({ ...made } as Answer))).toEqual({ ok: false, problem });
});

it.each([
  ['text', Buffer.from('hello')],
  ['nothing', new Uint8Array()],
  ['a certificate', () => new Uint8Array(authority.toSchema().toBER())],
  ['half an answer', async () => (await answer()).slice(0, 200)],
])('%s is refused', async (_, made) => {
  const bytes = typeof made === 'function' ? await made() : made;
  expect(await checkTimestamp(bytes)).toEqual({ ok: false, problem: 'not-a-timestamp' });
});
