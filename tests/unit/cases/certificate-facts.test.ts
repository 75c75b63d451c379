import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificateFacts } from '../../../utils/cases/certificate-facts.ts';
import { certificatesIn } from '../../../utils/cases/pem.ts';
import { makeSigningAuthority } from '../../fixtures/c2pa/signing-authority.ts';
import { CORPUS_FOLDER } from '../../fixtures/corpus-folder.ts';

/** What Node's own reader says of a certificate, in the form of ours. */
function byNode(der: Uint8Array) {
  const certificate = new X509Certificate(der);
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
  };
}

describe('readCertificateFacts', () => {
  it('reads holder, validity and fingerprint as another reader does', async () => {
    const [der] = certificatesIn((await makeSigningAuthority('Shop Authority')).rootPem) as [Uint8Array<ArrayBuffer>];
    const facts = await readCertificateFacts(der);
    expect(facts).toMatchObject(byNode(der));
    expect(facts?.subject).toContain('Shop Authority');
  });

  it.skipIf(!CORPUS_FOLDER)('reads every certificate of the official list', async () => {
    const text = readFileSync(join(CORPUS_FOLDER ?? '', 'c2pa/trust-list/C2PA-TRUST-LIST.pem'), 'utf8');
    const certificates = certificatesIn(text);
    expect(certificates).toHaveLength(text.match(/BEGIN CERT/g)?.length ?? 0);
    for (const der of certificates) {
      const facts = await readCertificateFacts(der);
      expect(facts).toMatchObject(byNode(der));
      expect(facts?.subject).not.toBe('');
    }
  });

  it('answers null for what is no certificate, whatever the bytes', async () => {
    expect(await readCertificateFacts(Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x00]))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await readCertificateFacts(Uint8Array.from([0x30, ...bytes]))).toBeNull();
      }),
    );
  });

  it('answers for a certificate with bytes changed', async () => {
    const [der] = certificatesIn((await makeSigningAuthority('A')).rootPem) as [Uint8Array<ArrayBuffer>];
    const change = fc.tuple(fc.nat(der.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = der.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await readCertificateFacts(bytes);
      }),
    );
  });
});
