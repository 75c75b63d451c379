import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import {
  addCertificates,
  type BundledTrustList,
  readTrustList,
  removeCertificate,
  restoreBundledList,
} from '../../../utils/cases/trust-list.ts';
import { makeSigningAuthority } from '../../fixtures/c2pa/signing-authority.ts';

const NO_BUNDLED_LIST: BundledTrustList = { pem: '', date: null };

const NOW = '2026-11-21T08:00:00.000Z';
const NAME = 'trust-list-test';

describe('the trust list', () => {
  let database: CaseDatabase;
  beforeEach(async () => {
    database = await openDatabase(NAME);
  });
  afterEach(async () => {
    database.close();
    await deleteDB(NAME);
  });

  const pemOfAuthority = async (name: string): Promise<string> => (await makeSigningAuthority(name)).rootPem;
  const subjectsOf = async (bundled = NO_BUNDLED_LIST): Promise<string[]> =>
    (await readTrustList(database, bundled)).certificates.map(({ subject, origin }) => `${origin} ${subject}`);

  it('trusts nobody until there is a certificate, and nobody again after it was removed', async () => {
    expect(await readTrustList(database, NO_BUNDLED_LIST)).toEqual({
      pem: null,
      certificates: [],
      removedCount: 0,
      bundledDate: null,
      importedAt: null,
    });
    expect(await addCertificates(database, await pemOfAuthority('A'), NOW)).toBe(1);
    const { certificates, pem, importedAt } = await readTrustList(database, NO_BUNDLED_LIST);
    expect([certificates.length, importedAt]).toEqual([1, NOW]);
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
    await removeCertificate(database, certificates[0]?.fingerprint ?? '');
    expect(await readTrustList(database, NO_BUNDLED_LIST)).toMatchObject({ pem: null, importedAt: null });
  });

  it('adds to what is there, each certificate once', async () => {
    const [a, b] = [await pemOfAuthority('A'), await pemOfAuthority('B')];
    await addCertificates(database, a, NOW);
    await addCertificates(database, `${a}${b}`, NOW);
    expect(await subjectsOf()).toHaveLength(2);
  });

  it('stays as it was when a text holds no certificate', async () => {
    await addCertificates(database, await pemOfAuthority('A'), NOW);
    const before = await readTrustList(database, NO_BUNDLED_LIST);
    expect(await addCertificates(database, 'not a list', '2027-01-01T00:00:00Z')).toBe(0);
    expect(await readTrustList(database, NO_BUNDLED_LIST)).toEqual(before);
  });

  it("joins the build's list with the seller's own, and says how old the former is", async () => {
    const bundled = { pem: `${await pemOfAuthority('A')}${await pemOfAuthority('B')}`, date: '2026-08-12' };
    await addCertificates(database, await pemOfAuthority('Own'), NOW);
    const list = await readTrustList(database, bundled);
    expect(list).toMatchObject({ bundledDate: '2026-08-12', importedAt: NOW, removedCount: 0 });
    expect(list.certificates.map(({ origin }) => origin)).toEqual(['bundled', 'bundled', 'imported']);
  });

  it("keeps a certificate of the build's list out until the seller brings it back", async () => {
    const [a, b] = [await pemOfAuthority('A'), await pemOfAuthority('B')];
    const bundled = { pem: `${a}${b}`, date: '2026-08-12' };
    const [first] = (await readTrustList(database, bundled)).certificates;
    await removeCertificate(database, first?.fingerprint ?? '');
    const newer = { pem: `${b}${a}`, date: '2026-12-01' };
    expect(await readTrustList(database, newer)).toMatchObject({ removedCount: 1, bundledDate: '2026-12-01' });
    expect(await subjectsOf(newer)).toHaveLength(1);
    await restoreBundledList(database);
    expect(await subjectsOf(newer)).toHaveLength(2);
    await removeCertificate(database, first?.fingerprint ?? '');
    await addCertificates(database, a, NOW);
    expect(await subjectsOf(bundled)).toHaveLength(2);
  });
});
