import type { CaseDatabase } from './database.ts';

/** Whether the history has a claim of one seller center, by the ids that an address names. */
export async function isKnownCase(
  database: CaseDatabase,
  platform: string,
  { claimId, orderId }: { readonly claimId: string | null; readonly orderId: string | null },
): Promise<boolean> {
  if (claimId !== null && (await database.getKey('cases', `${platform}:${claimId}`)) !== undefined) return true;
  if (orderId === null) return false;
  const keys = await database.getAllKeysFromIndex('cases', 'by-order', orderId);
  return keys.some((caseId) => caseId.startsWith(`${platform}:`));
}
