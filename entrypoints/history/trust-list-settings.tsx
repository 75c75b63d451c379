import { useEffect, useState } from 'react';
import { type TrustListChange, TrustListSection } from '../../components/settings/trust-list-section.tsx';
import { type CaseDatabase, historyDatabase } from '../../utils/cases/database.ts';
import { pemOfFile } from '../../utils/cases/pem.ts';
import { reopenSignedCases } from '../../utils/cases/reopen-signed-cases.ts';
import {
  addCertificates,
  readTrustList,
  removeCertificate,
  restoreBundledList,
  type TrustList,
} from '../../utils/cases/trust-list.ts';
import { bundledTrustList } from '../../utils/engine/worker/bundled-trust-list.ts';
import { sendMessage } from '../../utils/messages.ts';

/** The trust list in the settings: every change is written, and the claims that it concerns are judged anew. */
export function TrustListSettings() {
  const [list, setList] = useState<TrustList | null>(null);
  useEffect(() => {
    void readList().then(setList);
  }, []);

  const change = async (write: (database: CaseDatabase) => Promise<number>): Promise<TrustListChange> => {
    const database = await historyDatabase();
    const before = await readList();
    const foundCount = await write(database);
    const after = await readList();
    setList(after);
    const addedCount = Math.max(0, after.certificates.length - before.certificates.length);
    if (after.pem === before.pem) return { foundCount, addedCount, rejudgedCount: 0 };
    const caseIds = await reopenSignedCases(database);
    // Reading a case that is not finished goes on with it.
    for (const caseId of caseIds) void sendMessage('case.read', { caseId });
    return { foundCount, addedCount, rejudgedCount: caseIds.length };
  };
  const nothingHandedOver = (write: (database: CaseDatabase) => Promise<void>) =>
    change(async (database) => {
      await write(database);
      return 0;
    });

  return (
    <TrustListSection
      list={list}
      onAdd={(certificates) =>
        change(async (database) => {
          const pem = pemOfFile(new Uint8Array(await certificates.arrayBuffer()));
          return addCertificates(database, pem, new Date().toISOString());
        })
      }
      onRemove={(fingerprint) => nothingHandedOver((database) => removeCertificate(database, fingerprint))}
      onRestore={() => nothingHandedOver(restoreBundledList)}
    />
  );
}

async function readList(): Promise<TrustList> {
  return readTrustList(await historyDatabase(), await bundledTrustList());
}
