import type { CaseDatabase } from './database.ts';

/** Which claims of a seller center were analysed to the end, of those asked about. */
export async function checkedClaims(
  database: CaseDatabase,
  platform: string,
  claimIds: readonly string[],
): Promise<string[]> {
  const { store } = database.transaction('cases');
  const stored = await Promise.all(claimIds.map((claimId) => store.get(`${platform}:${claimId}`)));
  return claimIds.filter((_, place) => stored[place]?.status === 'done');
}
