import type { Analysis } from './analysis.ts';
import { ALONE, CaseRun } from './case-run.ts';

/**
 * Runs one of the checks that a seller asks for on one picture of a stored case, and writes its result. It leaves the
 * case's own state alone, and does nothing where the case or the picture is gone.
 * @throws Error when `analysis.checks` has no check of that id
 */
export async function checkPicture(
  { caseId, pictureId, check: id }: { readonly caseId: string; readonly pictureId: string; readonly check: string },
  analysis: Analysis,
): Promise<void> {
  const check = analysis.checks.find((one) => one.id === id);
  if (!check) throw new Error(`No check on request is called ${id}`);
  const stored = await analysis.database.get('cases', caseId);
  const picture = await analysis.database.get('pictures', pictureId);
  if (!stored || picture?.caseId !== caseId) return;
  try {
    await new CaseRun(stored, analysis).runCheckAgain(check, picture, ALONE);
  } finally {
    analysis.helper?.clear();
  }
}
