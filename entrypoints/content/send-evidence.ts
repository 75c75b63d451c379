import type { AddedFiles } from '../../utils/cases/handed-file.ts';
import { sendMessage } from '../../utils/messages.ts';

/**
 * Has the files of the seller added to a case.
 * @throws where the case is gone
 */
export async function sendEvidence(caseId: string, files: readonly File[]): Promise<AddedFiles> {
  const added = await sendMessage('case.addEvidence', {
    caseId,
    files: files.map((blob) => ({ name: blob.name, blob })),
  });
  if (!added) throw new Error('This case is not in the history');
  return added;
}
