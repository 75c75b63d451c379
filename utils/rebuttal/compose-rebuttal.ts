import type { CaseView } from '../cases/case-view.ts';
import type { Text } from '../text/text.ts';

/**
 * The text that the seller copies: only what the findings at hand show, with what anyone can check, and a polite
 * request for more evidence; with nothing found, only the request.
 */
export function composeRebuttal(_view: CaseView, _text: Text): string {
  throw new Error('not written yet');
}
