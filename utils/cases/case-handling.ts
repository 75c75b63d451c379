/** How a claim ended for the seller: kept the money, refunded after a dispute, buyer took it back, refunded at once. */
export type Outcome = 'won' | 'lost' | 'withdrawn' | 'refunded';
export const OUTCOMES: readonly Outcome[] = ['won', 'lost', 'withdrawn', 'refunded'];

/** What the seller says about a case, kept apart from what the page and the checks say. */
export interface StoredHandling {
  readonly caseId: string;
  /** Null while the claim is open. */
  readonly outcome: Outcome | null;
  /** When the outcome was set, ISO 8601; null while the claim is open. */
  readonly closedAt: string | null;
  readonly notes: string;
}

/** What the seller can say in one go. */
export type HandlingChange = Partial<Pick<StoredHandling, 'outcome' | 'notes'>>;

/** Longest notes of one case, in UTF-16 units. */
export const MAX_NOTES_LENGTH = 4000;
