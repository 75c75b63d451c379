import type { ClaimOnPage } from './claim.ts';

/** Characters of one text of a claim; what buyers may write is a few hundred on every platform. */
export const MAX_CLAIM_TEXT = 4_000;
/** Characters of one address; a `data:` picture is bounded as a picture is. */
const MAX_ADDRESS_LENGTH = 64_000;
/** Pictures of one kind; how many are kept is decided where they are stored. */
const MAX_ITEMS = 200;
/** A claim is three levels deep. */
const MAX_DEPTH = 6;
/**
 * Characters that nobody sees and that act: controls, and those that turn the direction of whatever follows (UAX #9), so
 * that a buyer's words could rearrange the seller's own sentences around them.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * A claim as it may be stored and shown: every text in bounds and without characters that act. What a page sends can be
 * anything, whatever its type says.
 */
export function cleanClaim(claim: ClaimOnPage): ClaimOnPage {
  return cleaned(claim, 0) as ClaimOnPage;
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => cleaned(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleaned(item, depth + 1)]));
}

function cleanText(text: string): string {
  if (/^(?:data|blob):/.test(text)) return text;
  if (/^https?:/.test(text)) return text.slice(0, MAX_ADDRESS_LENGTH);
  return text.slice(0, MAX_CLAIM_TEXT).replace(UNSEEN, '');
}
