import type { CaseDatabase } from '../cases/database.ts';
import { capturedFile, type HandedFile } from '../cases/handed-file.ts';
import { addPackingFiles, orderNumber, type PackedOrder, packingAtHand } from '../cases/packing-files.ts';
import { storeClaim } from '../cases/store-claim.ts';
import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';

/**
 * Keeps files for an order under the present moment, which is their time of arrival.
 * @returns how many are new
 * @throws DOMException when the storage has no room for them; none is kept then
 */
export function keepPackingFiles(
  database: CaseDatabase,
  order: PackedOrder,
  files: readonly HandedFile[],
  now: string,
): Promise<number> {
  const { platform } = order;
  const orderId = orderNumber(order.orderId);
  if (orderId === '') throw new Error('Packing files need an order number');
  return addPackingFiles(
    database,
    files.map((file) => ({
      platform,
      orderId,
      sha256: file.sha256,
      name: file.name,
      media: file.media,
      image: capturedFile(file, now),
    })),
  );
}

/**
 * Puts what is kept of an order's packing into the cases of that order, so that their next run compares with it.
 * @returns the ids of those cases
 */
export async function bringPackingToCases(
  database: CaseDatabase,
  { platform, orderId }: PackedOrder,
  now: string,
): Promise<readonly string[]> {
  const ofNumber = await database.getAllFromIndex('cases', 'by-order', orderNumber(orderId));
  const cases = ofNumber.filter(
    (one) => [platform, one.platform].includes(MANUAL_PLATFORM) || one.platform === platform,
  );
  for (const { claim } of cases) await storeClaim(database, claim, await packingAtHand(database, claim), now);
  return cases.map(({ caseId }) => caseId);
}
