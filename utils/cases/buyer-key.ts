import type { ClaimOnPage } from '../claims/claim.ts';
import { sha256Hex } from '../sha256.ts';
import type { CaseDatabase } from './database.ts';

const SALT_BYTES = 16;
/** Where the salt is kept, among the settings. */
export const SALT_KEY = 'buyer-salt';

/**
 * A name for a buyer that cannot be turned back: SHA-256 over this history's own salt and the platform's buyer id.
 * Null where the page shows no id and only a masked name: a masked name is shared by many people.
 */
export async function buyerKeyOf(
  database: CaseDatabase,
  claim: Pick<ClaimOnPage, 'platform' | 'buyerId' | 'buyerName'>,
): Promise<string | null> {
  const identity = claim.buyerId ?? (claim.buyerName && !/[*＊•●…]/u.test(claim.buyerName) ? claim.buyerName : null);
  if (!identity) return null;
  return sha256Hex(new TextEncoder().encode(`${await historySalt(database)}\n${claim.platform}\n${identity}`));
}

/** What this history salts its hashes with; made when it is first needed. */
export async function historySalt(database: CaseDatabase): Promise<string> {
  const fresh = Array.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const transaction = database.transaction('settings', 'readwrite');
  const stored = await transaction.store.get(SALT_KEY);
  if (!stored) await transaction.store.put({ key: SALT_KEY, value: fresh });
  await transaction.done;
  return (stored?.value as string | undefined) ?? fresh;
}
