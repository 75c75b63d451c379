import { useCallback, useRef, useState } from 'react';
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
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState(problemInAddress);
  const queue = useRef({ tail: Promise.resolve(), waiting: 0, files: NOTHING });

  const change = useCallback((to: typeof NOTHING) => {
    queue.current.files = to;
    setFiles(to);
  }, []);

  /** One thing after the other: each batch of files has to know those of the batch before. */
  const work = useCallback((doing: (files: typeof NOTHING) => Promise<void>) => {
    const { current } = queue;
    setWaiting(++current.waiting);
    current.tail = current.tail
      .then(() => doing(current.files))
      .catch((error: unknown) => setProblem(problemOf(error)))
      .then(() => setWaiting(--current.waiting));
  }, []);

  const onAdd = useCallback(
    (role: PictureRole, added: readonly File[], unread: readonly RefusedFile[] = []) => {
      // What was said of files stands until files come that nobody has waited for.
      if (queue.current.waiting === 0) setRefused([]);
      setProblem(null);
      work(async (files) => {
        const room = {
          known: files[role].map(({ sha256 }) => sha256),
          limit: LIMITS[role],
          taken: files[role].length,
          takesVideos: role === 'evidence',
        };
        const sorted = await sortOutFiles(added, room);
        setRefused((before) => [...before, ...sorted.refused, ...unread]);
        change({ ...queue.current.files, [role]: [...queue.current.files[role], ...sorted.accepted] });
      });
    },
    [change, work],
  );

  return {
    ...files,
    refused,
    isBusy: waiting > 0,
    problem,
    onAdd,
    onRemove: (role, sha256) =>
      change({ ...queue.current.files, [role]: queue.current.files[role].filter((file) => file.sha256 !== sha256) }),
    onStart: (orderId) => {
      setProblem(null);
      work(async (files) => {
        const parts = { ...files, orderId, pageUrl: '', now: new Date() };
        const caseId = await storeHandedFiles(await historyDatabase(), parts);
        await sendMessage('case.run', { caseId });
        change(NOTHING);
        setRefused([]);
        openCase(caseId);
      });
    },
  };
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
