import type { CaseView } from '../cases/case-view.ts';
import { countedFindings } from './counted-findings.ts';

/** To whom the text goes. */
export type Audience = 'platform' | 'buyer' | 'provider' | 'complaint' | 'police';

export const AUDIENCES: readonly Audience[] = ['platform', 'buyer', 'provider', 'complaint', 'police'];

/** Why a text is not offered; its sentence is `copy.notOffered.<reason>`. */
export type NotOffered = 'no-label' | 'nothing-found' | 'nothing-confirmed';

/**
 * Whether a text to that reader can be composed from what was found: an authority is not written to about a clue or about a
 * place that nobody has looked at, and a provider only about its own label.
 * @returns null where it can
 */
export function reasonNotOffered(view: CaseView, audience: Audience): NotOffered | null {
  const counted = countedFindings(view);
  switch (audience) {
    case 'platform':
    case 'buyer':
      return null;
    case 'provider':
      return labelledFindings(view).length > 0 ? null : 'no-label';
    case 'complaint':
      return counted.length > 0 ? null : 'nothing-found';
    case 'police':
      if (counted.length === 0) return 'nothing-found';
      return counted.some(({ grade, isUnconfirmed }) => grade !== 'clue' && !isUnconfirmed)
        ? null
        : 'nothing-confirmed';
  }
}

/** Findings that name the service whose label the file carries, in the order of the pictures. */
export function labelledFindings(view: CaseView) {
  return countedFindings(view).filter(
    ({ finding }) => typeof finding.params.provider === 'string' && finding.params.code,
  );
}
