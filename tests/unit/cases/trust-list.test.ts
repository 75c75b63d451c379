import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { parseTrustList, readTrustList, removeTrustList, writeTrustList } from '../../../utils/cases/trust-list.ts';
import { pngWithChunk } from '../../fixtures/c2pa/jumbf-bytes.ts';
import { loadC2pa } from '../../fixtures/c2pa/load-c2pa.ts';
import { SOURCE_TYPES, signPicture } from '../../fixtures/c2pa/sign-picture.ts';
import { makeSigningAuthority } from '../../fixtures/c2pa/signing-authority.ts';

const NOW = '2026-11-21T08:00:00.000Z';
const DAMAGED = '-----BEGIN CERTIFICATE-----\nMIICAAAA\n-----END CERTIFICATE-----\n';
const NAME = 'trust-list-test';

describe('parseTrustList', () => {
  it('keeps each certificate once, and no remark between them', async () => {
    const [first, second] = await Promise.all(['A', 'B'].map((name) => makeSigningAuthority(name)));
    const text = `Subject\tCN=A\r\n${first?.rootPem}\r\nSubject\tCN=B\r\n${second?.rootPem}\n${first?.rootPem}`;
    const list = parseTrustList(text);
    expect(list?.certificateCount).toBe(2);
    expect(list?.pem).not.toContain('Subject');
    expect(parseTrustList(list?.pem ?? '')).toEqual(list);
  });

  it.each(['', 'hello', DAMAGED, '-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----'])(
    'finds no certificate in %j',
    (text) => {
      expect(parseTrustList(text)).toBeNull();
    },
  );

  it('gives a list that the reader takes, even from a text with a damaged certificate', async () => {
    const authority = await makeSigningAuthority('Authority');
    const signed = await signPicture({
      bytes: pngWithChunk('tEXt', Buffer.from('Title\0x')),
      type: 'image/png',
      actions: [{ action: 'c2pa.created', digitalSourceType: `${SOURCE_TYPES}digitalCapture` }],
      signer: await authority.makeSigner(),
    });
    const list = parseTrustList(`${DAMAGED}\nSubject: Authority\n${authority.rootPem}\n${DAMAGED}`);
    const reading = await (await loadC2pa(list?.pem ?? null)).read(signed, 'png');
    expect(reading).toMatchObject({ status: 'read', report: { manifests: [{ isSignerTrusted: true }] } });
  });
});

describe('the stored list', () => {
  let database: CaseDatabase;
  beforeEach(async () => {
    database = await openDatabase(NAME);
  });
  afterEach(async () => {
    database.close();
    await deleteDB(NAME);
  });

  it('is none until the seller imports one, and none again after it was removed', async () => {
    expect(await readTrustList(database)).toBeNull();
    const { rootPem } = await makeSigningAuthority('A');
    const written = await writeTrustList(database, rootPem, NOW);
    expect(written).toMatchObject({ certificateCount: 1, importedAt: NOW });
    expect(await readTrustList(database)).toEqual(written);
    await removeTrustList(database);
    expect(await readTrustList(database)).toBeNull();
  });

  it('stays as it was when a text holds no certificate', async () => {
    const written = await writeTrustList(database, (await makeSigningAuthority('A')).rootPem, NOW);
    expect(await writeTrustList(database, 'not a list', NOW)).toBeNull();
    expect(await readTrustList(database)).toEqual(written);
  });
});
