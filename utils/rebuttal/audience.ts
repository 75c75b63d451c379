import type { CaseView } from '../cases/case-view.ts';
import { countedFindings } from './counted-findings.ts';
import { isUnderChineseLaw } from './law-references.ts';

/**
 * To whom the text goes, and what for. The platform is written to twice: with the refusal, whose text most seller centers show
 * the buyer too, and with the appeal against a decision, which only the platform reads.
 */
export type Audience = 'refusal' | 'appeal' | 'buyer' | 'provider' | 'complaint' | 'police';

export const AUDIENCES: readonly Audience[] = ['refusal', 'appeal', 'buyer', 'provider', 'complaint', 'police'];

/** Why a text is not offered; its sentence is `copy.notOffered.<reason>`. */
export type NotOffered = 'no-label' | 'nothing-found' | 'nothing-confirmed' | 'abroad';

/** What the seller most likely needs: an appeal once the platform is deciding or the money is gone, a refusal before. */
export function usualAudience({ claim, outcome }: Pick<CaseView, 'claim' | 'outcome'>): Audience {
  return claim.claimType === 'dispute' || outcome === 'refunded' || outcome === 'lost' ? 'appeal' : 'refusal';
}

/**
 * Whether a text to that reader can be composed from what was found: the police are not written to about a clue alone or about a
 * place that nobody has looked at, and a provider only about its own label. A complaint is about how a claim was handled, so it
 * may rest on clues, and calls them that; the offices that take it, 12345 and 12315, are China's.
 * @returns null where it can
 */
export function reasonNotOffered(view: CaseView, audience: Audience): NotOffered | null {
  const counted = countedFindings(view);
  switch (audience) {
    case 'refusal':
    case 'appeal':
    case 'buyer':
      return null;
    case 'provider':
      return labelledFindings(view).length > 0 ? null : 'no-label';
    case 'complaint':
      if (!isUnderChineseLaw(view.claim)) return 'abroad';
      return counted.length > 0 ? null : 'nothing-found';
    case 'police':
      if (counted.length === 0) return 'nothing-found';
      return hasFirmFinding(view) ? null : 'nothing-confirmed';
  }
}

/** Whether something was found that is more than a clue and waits for nobody's look: only on that may a refusal rest. */
export function hasFirmFinding(view: CaseView): boolean {
  return countedFindings(view).some(({ grade, isUnconfirmed }) => grade !== 'clue' && !isUnconfirmed);
}

/** Findings that name the service whose label the file carries, in the order of the pictures. */
export function labelledFindings(view: CaseView) {
  return countedFindings(view).filter(
    ({ finding }) => typeof finding.params.provider === 'string' && finding.params.code,
  );
}
