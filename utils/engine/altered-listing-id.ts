import type { StoredResult } from '../cases/case.ts';

/** The check that says which listing picture was altered. */
export const COMPARING_CHECK = 'listing-match';

/**
 * The listing picture that a picture was found to be a changed copy of; null for none.
 * @param result of `COMPARING_CHECK` on the picture
 */
export function alteredListingId(result: Pick<StoredResult, 'outcome'> | undefined): string | null {
  const findings = result?.outcome.status === 'done' ? result.outcome.findings : [];
  const altered = findings.find(({ kind }) => kind === 'listing-altered');
  return altered ? String(altered.params.listingId) : null;
}
