import type { BuyerSummary, CaseSummary } from './case-view.ts';
import type { CaseDatabase } from './database.ts';
import { readCaseView } from './read-case-view.ts';

/** The newest cases first. */
export async function listCases(database: CaseDatabase, limit: number): Promise<CaseSummary[]> {
  const ids: string[] = [];
  let cursor = await database.transaction('cases').store.index('by-update').openKeyCursor(null, 'prev');
  for (; cursor && ids.length < limit; cursor = await cursor.continue()) ids.push(cursor.primaryKey);
  const summaries: CaseSummary[] = [];
  for (const caseId of ids) {
    const summary = await summaryOf(database, caseId);
    if (summary) summaries.push(summary);
  }
  return summaries;
}

async function summaryOf(database: CaseDatabase, caseId: string): Promise<CaseSummary | null> {
  const view = await readCaseView(database, caseId);
  const stored = await database.get('cases', caseId);
  if (!view || !stored) return null;
  return {
    caseId,
    platform: stored.platform,
    orderId: stored.orderId,
    claimId: stored.claim.claimId,
    buyerName: stored.claim.buyerName,
    buyerKey: stored.buyerKey,
    productTitle: stored.claim.product.title,
    amount: stored.claim.amount?.value ?? null,
    currency: stored.claim.amount?.currency ?? null,
    verdict: view.verdict,
    status: stored.status,
    pictureCount: view.pictures.length,
    updatedAt: stored.updatedAt,
  };
}

/** Buyers by the number of their claims, most first. */
export function buyersOf(cases: readonly CaseSummary[]): BuyerSummary[] {
  const buyers = new Map<string, BuyerSummary>();
  for (const { buyerKey, buyerName, platform, updatedAt } of cases) {
    if (!buyerKey) continue;
    const known = buyers.get(buyerKey);
    buyers.set(buyerKey, {
      buyerKey,
      displayName: known?.displayName ?? buyerName ?? '',
      platform,
      caseCount: (known?.caseCount ?? 0) + 1,
      lastCaseAt: known && known.lastCaseAt > updatedAt ? known.lastCaseAt : updatedAt,
    });
  }
  return [...buyers.values()].sort((a, b) => b.caseCount - a.caseCount || b.lastCaseAt.localeCompare(a.lastCaseAt));
}
