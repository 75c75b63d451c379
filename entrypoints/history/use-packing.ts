import { useCallback, useEffect, useState } from 'react';
import type { PackingPageProps } from '../../components/packing/packing-page.tsx';
import type { PackingProps } from '../../components/packing/packing-props.ts';
import type { PictureProblem } from '../../utils/cases/case.ts';
import type { CaseDatabase } from '../../utils/cases/database.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { historyProblemOf } from '../../utils/cases/history-problem.ts';
import {
  deletePackingFile,
  findPackingFiles,
  type PackedOrder,
  type PackingFile,
  readPackingOf,
} from '../../utils/cases/packing-files.ts';
import { sortOutFiles } from '../../utils/engine/capture/sort-out-files.ts';
import { bringPackingToCases, keepPackingFiles } from '../../utils/engine/keep-packing-files.ts';
import { MAX_PACKING_FILES } from '../../utils/limits.ts';
import { sendMessage } from '../../utils/messages.ts';
import { PLATFORMS } from '../../utils/platforms/index.ts';
import { saveFile } from './save-file.ts';

/** Files that the list shows at once, the newest; older ones are found by their order number. */
const MAX_LISTED_FILES = 60;

/** All packing records, searched by order number. */
export function usePackingPage(): PackingPageProps {
  const [searched, onSearch] = useState('');
  const [addedCount, setAddedCount] = useState<number | null>(null);
  const read = useCallback(
    (database: CaseDatabase) => findPackingFiles(database, searched, MAX_LISTED_FILES),
    [searched],
  );
  const { add, ...shown } = usePackingFiles(read);
  const onAdd = useCallback(
    (order: PackedOrder, files: readonly File[], unread?: readonly RefusedFile[]) =>
      void add(order, files, unread).then(setAddedCount),
    [add],
  );
  return { ...shown, platforms: PLATFORMS.map(({ id }) => id), searched, addedCount, onSearch, onAdd };
}

/** The packing records of one order; null where the claim names none. */
export function useOrderPacking(order: PackedOrder | null): PackingProps | null {
  const platform = order?.platform ?? '';
  const orderId = order?.orderId ?? '';
  const read = useCallback(
    (database: CaseDatabase) => readPackingOf(database, { platform, orderId }),
    [platform, orderId],
  );
  const { add, ...shown } = usePackingFiles(read);
  return orderId === '' ? null : { ...shown, onAdd: (files, unread) => void add({ platform, orderId }, files, unread) };
}

/** Files as `read` finds them, and what is done with them; each change is read again. */
function usePackingFiles(read: (database: CaseDatabase) => Promise<readonly PackingFile[]>) {
  const [files, setFiles] = useState<readonly PackingFile[]>([]);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PictureProblem | null>(null);

  useEffect(() => {
    let isWanted = true;
    historyDatabase()
      .then(read)
      .then(
        (found) => isWanted && setFiles(found),
        (error: unknown) => isWanted && setProblem(problemOf(error)),
      );
    return () => {
      isWanted = false;
    };
  }, [read]);

  /** Does something to the stored files, and reads them again whatever came of it. */
  const work = useCallback(
    async <Answer>(doing: (database: CaseDatabase) => Promise<Answer>): Promise<Answer | null> => {
      setBusy(true);
      setProblem(null);
      try {
        return await doing(await historyDatabase());
      } catch (error) {
        setProblem(problemOf(error));
        return null;
      } finally {
        setFiles(await read(await historyDatabase()));
        setBusy(false);
      }
    },
    [read],
  );

  const add = useCallback(
    (order: PackedOrder, added: readonly File[], unread: readonly RefusedFile[] = []): Promise<number | null> =>
      work(async (database) => {
        const known = (await readPackingOf(database, order)).map(({ sha256 }) => sha256);
        const sorted = await sortOutFiles(added, {
          known,
          limit: MAX_PACKING_FILES,
          taken: known.length,
          takesVideos: true,
        });
        setRefused([...sorted.refused, ...unread]);
        if (sorted.accepted.length === 0) return 0;
        const now = new Date().toISOString();
        const count = await keepPackingFiles(database, order, sorted.accepted, now);
        await compareAgain(database, order, now);
        return count;
      }),
    [work],
  );
  return {
    files,
    isBusy,
    problem,
    refused,
    add,
    onSave: ({ image, name }: PackingFile) => saveFile(image.blob, name),
    onDelete: (file: PackingFile) =>
      void work((database) => deletePackingFile(database, file, new Date().toISOString())),
  };
}

/** The order's claims are compared with what came; what was found before stays. */
async function compareAgain(database: CaseDatabase, order: PackedOrder, now: string): Promise<void> {
  const caseIds = await bringPackingToCases(database, order, now);
  for (const caseId of caseIds) {
    await sendMessage('case.cancel', { caseId });
    await sendMessage('case.run', { caseId });
  }
}

function problemOf(error: unknown): PictureProblem {
  const { reason, params } = historyProblemOf(error);
  const own = { quota: 'packing-quota', disk: 'packing-disk' }[reason] ?? reason;
  return params ? { reason: own, params } : { reason: own };
}
