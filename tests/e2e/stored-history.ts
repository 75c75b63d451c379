import type { Page } from 'playwright-core';

interface StoredImage {
  readonly url: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** SHA-256 of the bytes as they can be read now; null where they cannot. */
  readonly sha256Now: string | null;
}

/** The history as it stands in the database, with the bytes of pictures read and hashed. */
export interface StoredHistory {
  readonly cases: readonly { caseId: string; status: string; checks: readonly string[]; orderId: string }[];
  readonly pictures: readonly {
    pictureId: string;
    caseId: string;
    role: string;
    url: string;
    delivered: StoredImage | null;
    larger: StoredImage | null;
  }[];
  readonly results: readonly {
    pictureId: string;
    caseId: string;
    check: string;
    outcome: { status: string; reason?: string; findings?: readonly { kind: string }[] };
  }[];
  readonly summaries: readonly { caseId: string }[];
}

/** Reads the history through a page of the extension. */
export function readStoredHistory(ownPage: Page): Promise<StoredHistory> {
  return ownPage.evaluate(readHistoryInPage);
}

/** Runs in a page of the extension. */
export async function readHistoryInPage(): Promise<StoredHistory> {
  const opening = indexedDB.open('refund-lens');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const all = (store: string) =>
    new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const hashed = async (image: { blob: Blob } | null) => {
    if (!image) return null;
    const { blob, ...rest } = image;
    const bytes = await blob.arrayBuffer().catch(() => null);
    const digest = bytes && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { ...rest, sha256Now: digest && [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  };
  const pictures = await Promise.all(
    (await all('pictures')).map(async (picture) => ({
      ...picture,
      delivered: await hashed(picture.delivered as { blob: Blob } | null),
      larger: await hashed(picture.larger as { blob: Blob } | null),
    })),
  );
  const stored = {
    cases: await all('cases'),
    pictures,
    results: await all('results'),
    summaries: await all('summaries'),
  };
  database.close();
  return stored as never;
}

/** What is half there: empty for a history that is whole, whatever was cut off while it was written. */
export function halfThere({ cases, pictures, results, summaries }: StoredHistory): string[] {
  const caseIds = new Set(cases.map(({ caseId }) => caseId));
  const pictureIds = new Set(pictures.map(({ pictureId }) => pictureId));
  const problems: string[] = [];
  for (const { caseId, pictureId } of pictures) if (!caseIds.has(caseId)) problems.push(`${pictureId} has no case`);
  for (const { pictureId, delivered, larger } of pictures)
    for (const image of [delivered, larger])
      if (image && image.sha256Now !== image.sha256) problems.push(`${pictureId} is not the bytes that came`);
  for (const { pictureId, check } of results)
    if (!pictureIds.has(pictureId)) problems.push(`${check} speaks of ${pictureId}, which is not there`);
  const summarised = summaries.map(({ caseId }) => caseId).toSorted();
  if (JSON.stringify(summarised) !== JSON.stringify([...caseIds].toSorted()))
    problems.push('the list is of other cases');
  for (const { caseId, status, checks } of cases) {
    if (status !== 'done') continue;
    for (const { pictureId } of pictures.filter((picture) => picture.caseId === caseId && picture.role === 'evidence'))
      for (const check of checks)
        if (!results.some((result) => result.pictureId === pictureId && result.check === check))
          problems.push(`${caseId} is done without ${check} on ${pictureId}`);
  }
  return problems;
}
