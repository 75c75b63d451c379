import { browser } from 'wxt/browser';
import type { EvidencePackProps, ExportedPack } from '../../components/pack/evidence-pack.tsx';
import { HISTORY_DATABASE, historyDatabase } from '../../utils/cases/database.ts';
import { readPacks, writeTimestamp } from '../../utils/cases/packs.ts';
import { readPageShot } from '../../utils/cases/page-shots.ts';
import { requestPack } from '../../utils/engine/request-pack.ts';
import { packFileName } from '../../utils/evidence/pack-file-name.ts';
import type { PackRequest } from '../../utils/evidence/pack-request.ts';
import type { Language } from '../../utils/text/text.ts';
import { saveFile } from './save-file.ts';

/** How the history page makes packs: in a worker of its own, saved by the browser's downloads. */
export function packOf(caseId: string, language: Language): Omit<EvidencePackProps, 'view'> {
  return {
    onExport: (blurred, onProgress, signal) => exportPack({ caseId, language, blurred }, onProgress, signal),
    readPageShot: readShot,
    timestamps: {
      readPacks: async (id) => readPacks(await historyDatabase(), id),
      onRequest: requestTimestamp,
      onImport: importTimestamp,
    },
  };
}

const readShot = async (caseId: string) => readPageShot(await historyDatabase(), caseId);

async function exportPack(
  request: Pick<PackRequest, 'caseId' | 'language' | 'blurred'>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<ExportedPack | null> {
  const { version } = browser.runtime.getManifest();
  const madeAt = new Date().toISOString();
  const pack = await requestPack({ ...request, database: HISTORY_DATABASE, madeAt, version }, onProgress, signal);
  if (!pack) return null;
  // The claim's number and the day: nothing about a person.
  const claim = request.caseId.slice(request.caseId.indexOf(':') + 1);
  const fileName = packFileName(`evidence-${claim}-${madeAt.slice(0, 10)}.zip`, 'evidence');
  const { zip, rootHash, withPosition } = pack;
  return { fileName, rootHash, withPosition, save: () => saveFile(zip, fileName) };
}

/** The parser of timestamps is large, so it is loaded when one is asked for. */
async function requestTimestamp(rootHash: string): Promise<void> {
  const { timestampRequest } = await import('../../utils/evidence/timestamp/timestamp-request.ts');
  saveFile(new Blob([timestampRequest(rootHash) as BlobPart]), `${rootHash.slice(0, 12)}.tsq`);
}

async function importTimestamp(caseId: string, answer: File): ReturnType<EvidencePackProps['timestamps']['onImport']> {
  const { checkTimestamp, MAX_TOKEN_BYTES } = await import('../../utils/evidence/timestamp/check-timestamp.ts');
  if (answer.size > MAX_TOKEN_BYTES) return { ok: false, problem: 'not-a-timestamp' };
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const checked = await checkTimestamp(bytes);
  if (!checked.ok) return checked;
  const { rootHash, statedAt, authority, isCertificateFit } = checked.facts;
  const database = await historyDatabase();
  const isOfThisCase = (await readPacks(database, caseId)).some((pack) => pack.rootHash === rootHash);
  if (!isOfThisCase) return { ok: false, problem: 'other-pack' };
  const token = new Blob([bytes]);
  await writeTimestamp(database, rootHash, { token, statedAt, authority, importedAt: new Date().toISOString() });
  return { ok: true, isCertificateFit };
}
