/**
 * What is printed of a page: the claim with `ready: true`, or why there is none; the rows where it is a list.
 * @param {{ reading: object, rows: object[] } | null} page null where the extension does not run on such an address
 */
export function describeReading(page) {
  if (page === null) return { ready: false, reason: 'not-a-claim-page', params: {} };
  const { reading, rows } = page;
  const listed = rows.length > 0 ? { rows } : {};
  if (!reading.ready) return { ready: false, reason: reading.reason, params: reading.params, ...listed };
  return { ready: true, ...reading.claim, ...listed };
}
