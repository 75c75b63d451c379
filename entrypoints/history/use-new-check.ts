import { useCallback, useState } from 'react';
import type { NewCheckProps } from '../../components/new-check/new-check.tsx';
import type { PictureProblem, PictureRole } from '../../utils/cases/case.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import type { HandedFile, RefusedFile } from '../../utils/cases/handed-file.ts';
import { sortOutFiles } from '../../utils/engine/capture/sort-out-files.ts';
import { storeHandedFiles } from '../../utils/engine/capture/store-handed-files.ts';
import { MAX_EVIDENCE_PICTURES, MAX_LISTING_PICTURES } from '../../utils/limits.ts';
import { sendMessage } from '../../utils/messages.ts';

const NOTHING = { evidence: [] as readonly HandedFile[], listing: [] as readonly HandedFile[] };
const LIMITS: Readonly<Record<PictureRole, number>> = {
  evidence: MAX_EVIDENCE_PICTURES,
  listing: MAX_LISTING_PICTURES,
};

/** The files of the check that is being put together; `openCase` shows it once it is stored. */
export function useNewCheck(openCase: (caseId: string) => void): NewCheckProps {
  const [files, setFiles] = useState(NOTHING);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(problemInAddress);

  const work = useCallback(async (doing: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await doing();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }, []);

  const onAdd = useCallback(
    (role: PictureRole, added: readonly File[]) =>
      void work(async () => {
        const room = {
          known: files[role].map(({ sha256 }) => sha256),
          places: LIMITS[role] - files[role].length,
          takesVideos: role === 'evidence',
        };
        const sorted = await sortOutFiles(added, room);
        setRefused(sorted.refused);
        setFiles((now) => ({ ...now, [role]: withoutDoubles([...now[role], ...sorted.accepted]) }));
      }),
    [files, work],
  );

  return {
    ...files,
    refused,
    isBusy,
    problem,
    onAdd,
    onRemove: (role, sha256) =>
      setFiles((now) => ({ ...now, [role]: now[role].filter((file) => file.sha256 !== sha256) })),
    onStart: (orderId) =>
      void work(async () => {
        const parts = { ...files, orderId, pageUrl: '', now: new Date() };
        const caseId = await storeHandedFiles(await historyDatabase(), parts);
        await sendMessage('case.run', { caseId });
        setFiles(NOTHING);
        setRefused([]);
        openCase(caseId);
      }),
  };
}

/** Two batches that were read at the same time may hold one file. */
function withoutDoubles(files: readonly HandedFile[]): readonly HandedFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/** What did not work before this page was opened; see utils/engine/open-history.ts. */
function problemInAddress(): PictureProblem | null {
  const reason = new URLSearchParams(location.hash.slice(1)).get('problem');
  return reason === null ? null : { reason };
}

function problemOf(error: unknown): PictureProblem {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { reason: 'quota' };
  return { reason: 'analysis-broke', params: { detail: error instanceof Error ? error.message : String(error) } };
}
