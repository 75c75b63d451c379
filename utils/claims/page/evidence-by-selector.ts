import type { DatedSelector } from '../../platforms/platform.ts';
import { isInScope } from '../choose-claim.ts';
import type { EvidenceItem } from '../claim.ts';
import type { FieldReader } from '../claim-fields.ts';
import { isNeverEvidence } from './picture-exclusions.ts';

/** Evidence where a seller center is known to put it, for pages whose labels lead to none. */
export function evidenceBySelector(
  { outline, scope }: FieldReader,
  selectors: readonly DatedSelector[],
): EvidenceItem[] {
  for (const { css } of selectors) {
    const found = outline.tokens.flatMap((token, index): EvidenceItem[] => {
      if (token.kind !== 'picture' || !isInScope(scope, index) || isNeverEvidence(outline, token)) return [];
      if (!token.element.closest(css)) return [];
      return [
        { url: token.picture.url, kind: token.picture.kind, role: 'unknown', source: { via: 'selector', hint: css } },
      ];
    });
    if (found.length > 0) return found;
  }
  return [];
}
