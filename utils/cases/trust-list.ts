import { type CertificateFacts, readCertificateFacts } from './certificate-facts.ts';
import type { CaseDatabase } from './database.ts';
import { certificatesIn, pemOf } from './pem.ts';

/** The list that came with the build; empty, with no date, where none did. */
export interface BundledTrustList {
  readonly pem: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
}

/** One certificate whose signers count as known. */
export interface TrustedCertificate extends CertificateFacts {
  readonly origin: 'bundled' | 'imported';
}

/** The certificates in force, and since when. */
export interface TrustList {
  /** PEM; null where there is no certificate: then nobody is known. */
  readonly pem: string | null;
  readonly certificates: readonly TrustedCertificate[];
  /** Certificates of the build's list that the seller took out. */
  readonly removedCount: number;
  /** Of the build's list, where any of it is in force. */
  readonly bundledDate: string | null;
  /** ISO 8601: when the seller last added a certificate of the own ones in force. */
  readonly importedAt: string | null;
}

/** What the seller chose, as stored. */
interface TrustChoice {
  readonly pem: string;
  readonly importedAt: string | null;
  /** Fingerprints of certificates of the build's list. */
  readonly removed: readonly string[];
}

const KEY = 'c2pa-trust-anchors';
const NO_CHOICE: TrustChoice = { pem: '', importedAt: null, removed: [] };

/** The list in force: the build's without what the seller took out, and what the seller added. */
export async function readTrustList(database: CaseDatabase, bundled: BundledTrustList): Promise<TrustList> {
  const { pem, importedAt, removed } = await readChoice(database);
  const all = await listed(bundled.pem, 'bundled');
  const kept = all.filter(({ facts }) => !removed.includes(facts.fingerprint));
  const known = new Set(kept.map(({ facts }) => facts.fingerprint));
  const own = (await listed(pem, 'imported')).filter(({ facts }) => !known.has(facts.fingerprint));
  const inForce = [...kept, ...own];
  return {
    pem: inForce.length === 0 ? null : pemOf(inForce.map(({ der }) => der)),
    certificates: inForce.map(({ facts }) => facts),
    removedCount: all.length - kept.length,
    bundledDate: kept.length > 0 ? bundled.date : null,
    importedAt: own.length > 0 ? importedAt : null,
  };
}

/**
 * Adds the certificates in a PEM text; those of the build's list that were taken out and are in it come back.
 * @returns how many certificates the text holds that can be read; 0, and nothing is changed, for none
 */
export async function addCertificates(database: CaseDatabase, text: string, now: string): Promise<number> {
  const added = await listed(text, 'imported');
  if (added.length === 0) return 0;
  const choice = await readChoice(database);
  const fingerprints = added.map(({ facts }) => facts.fingerprint);
  const pem = pemOf([...certificatesIn(choice.pem), ...added.map(({ der }) => der)]);
  const removed = choice.removed.filter((fingerprint) => !fingerprints.includes(fingerprint));
  await database.put('settings', { key: KEY, value: { pem, importedAt: now, removed } satisfies TrustChoice });
  return added.length;
}

/** Takes one certificate out, wherever it came from. */
export async function removeCertificate(database: CaseDatabase, fingerprint: string): Promise<void> {
  const choice = await readChoice(database);
  const own = await listed(choice.pem, 'imported');
  const pem = pemOf(own.filter(({ facts }) => facts.fingerprint !== fingerprint).map(({ der }) => der));
  const removed = [...new Set([...choice.removed, fingerprint])];
  await database.put('settings', { key: KEY, value: { ...choice, pem, removed } satisfies TrustChoice });
}

/** Puts the build's list back as it came; what the seller added stays. */
export async function restoreBundledList(database: CaseDatabase): Promise<void> {
  const choice = await readChoice(database);
  await database.put('settings', { key: KEY, value: { ...choice, removed: [] } satisfies TrustChoice });
}

async function readChoice(database: CaseDatabase): Promise<TrustChoice> {
  return { ...NO_CHOICE, ...((await database.get('settings', KEY))?.value as Partial<TrustChoice> | undefined) };
}

async function listed(
  text: string,
  origin: TrustedCertificate['origin'],
): Promise<{ der: Uint8Array<ArrayBuffer>; facts: TrustedCertificate }[]> {
  const read = await Promise.all(
    certificatesIn(text).map(async (der) => ({ der, facts: await readCertificateFacts(der) })),
  );
  return read.flatMap(({ der, facts }) => (facts ? [{ der, facts: { ...facts, origin } }] : []));
}
