import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificatesIn, pemOf, pemOfFile } from '../../../utils/cases/pem.ts';
import { pngWithChunk } from '../../fixtures/c2pa/jumbf-bytes.ts';
import { loadC2pa } from '../../fixtures/c2pa/load-c2pa.ts';
import { SOURCE_TYPES, signPicture } from '../../fixtures/c2pa/sign-picture.ts';
import { makeSigningAuthority } from '../../fixtures/c2pa/signing-authority.ts';

const DAMAGED = '-----BEGIN CERTIFICATE-----\nMIICAAAA\n-----END CERTIFICATE-----\n';

describe('certificatesIn', () => {
  it('keeps each certificate once, and no remark between them', async () => {
    const [first, second] = await Promise.all(['A', 'B'].map((name) => makeSigningAuthority(name)));
    const text = `Subject\tCN=A\r\n${first?.rootPem}\r\nSubject\tCN=B\r\n${second?.rootPem}\n${first?.rootPem}`;
    const certificates = certificatesIn(text);
    expect(certificates).toHaveLength(2);
    expect(pemOf(certificates)).not.toContain('Subject');
    expect(certificatesIn(pemOf(certificates))).toEqual(certificates);
  });

  it.each(['', 'hello', DAMAGED, '-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----'])(
    'finds no certificate in %j',
    (text) => {
      expect(certificatesIn(text)).toEqual([]);
    },
  );

  it('answers whatever the text', () => {
    const around = fc.tuple(fc.string(), fc.string({ maxLength: 200 }), fc.string());
    fc.assert(
      fc.property(around, ([before, body, after]) => {
        certificatesIn(`${before}-----BEGIN CERTIFICATE-----${body}-----END CERTIFICATE-----${after}`);
      }),
    );
  });

  it('gives a list that the reader takes, even from a text with a damaged certificate', async () => {
    const authority = await makeSigningAuthority('Authority');
    const signed = await signPicture({
      bytes: pngWithChunk('tEXt', Buffer.from('Title\0x')),
      type: 'image/png',
      actions: [{ action: 'c2pa.created', digitalSourceType: `${SOURCE_TYPES}digitalCapture` }],
      signer: await authority.makeSigner(),
    });
    const pem = pemOf(certificatesIn(`${DAMAGED}\nSubject: Authority\n${authority.rootPem}\n${DAMAGED}`));
    const reading = await (await loadC2pa(pem)).read(signed, 'png');
    expect(reading).toMatchObject({ status: 'read', report: { manifests: [{ isSignerTrusted: true }] } });
  });
});

describe('pemOfFile', () => {
  it('takes text as it is and makes PEM of a single binary certificate', async () => {
    const { rootPem } = await makeSigningAuthority('A');
    const [der] = certificatesIn(rootPem);
    expect(certificatesIn(pemOfFile(new TextEncoder().encode(rootPem)))).toEqual([der]);
    expect(certificatesIn(pemOfFile(der as Uint8Array))).toEqual([der]);
  });
});
