import type { CaseView } from '../cases/case-view.ts';
import type { Text } from '../text/text.ts';
import { hasFirmFinding } from './audience.ts';
import { type CountedFinding, countedFindings } from './counted-findings.ts';
import { dayOfAct, isUnderChineseLaw, quotableReferencesOn } from './law-references.ts';
import { limitOfFindings } from './limit-of-findings.ts';
import { maskedNumber } from './masked-number.ts';
import { packingRecordsLine } from './packing-records-line.ts';
import { type Draft, pointsOf } from './rebuttal-draft.ts';
import { openingOf } from './rebuttal-opening.ts';

export type Tone = 'polite' | 'firm';

/**
 * What the platform is told: the findings from `clue` up, what they do not show, and what is asked for. A refusal, and a request
 * to decide anew, stand in it only where something firm was found; on clues it asks for more, with nothing it only asks.
 */
export function draftForPlatform(view: CaseView, text: Text, purpose: 'refusal' | 'appeal', tone: Tone): Draft {
  const counted = countedFindings(view);
  const hasFindings = counted.length > 0;
  const isFirm = tone === 'firm' && hasFindings;
  const shown = purpose === 'refusal' ? counted.map(withoutOtherOrder) : counted;
  const hasMasked = shown.some(({ finding }, index) => finding !== counted[index]?.finding);
  const request = `rebuttal.request.${hasFirmFinding(view) ? purpose : 'platform'}${isFirm ? '.firm' : ''}`;
  return {
    isOpeningNeeded: false,
    opening: openingOf(view.claim, text, hasFindings ? `${purpose}.${tone}` : 'platform.nothing'),
    about: null,
    points: pointsOf(shown, text, view.claim.timeZone),
    limit: hasFindings ? (points) => limitOfFindings(points, text) : null,
    records: hasFindings
      ? joined(
          [
            packingRecordsLine(view, text),
            isFirm ? text.t('rebuttal.records') : null,
            hasMasked ? text.t('rebuttal.otherOrders') : null,
          ],
          text,
        )
      : null,
    laws: isFirm && isUnderChineseLaw(view.claim) ? quotationsFor(view, text) : [],
    request: { long: text.t(request), short: text.t(`${request}.short`) },
  };
}

/** The buyer of this order reads a refusal, and another order's number may be another buyer's. */
function withoutOtherOrder(counted: CountedFinding): CountedFinding {
  const { earlierOrder } = counted.finding.params;
  if (typeof earlierOrder !== 'string' || earlierOrder === '') return counted;
  const params = { ...counted.finding.params, earlierOrder: maskedNumber(earlierOrder) };
  return { ...counted, finding: { ...counted.finding, params } };
}

/** Sentences on one line; null for none. */
function joined(sentences: readonly (string | null)[], text: Text): string | null {
  return sentences.filter((sentence) => sentence !== null).join(text.t('rebuttal.sentence.separator')) || null;
}

function quotationsFor(view: CaseView, text: Text): readonly string[] {
  return quotableReferencesOn('dispute-handling', dayOfAct(view)).map(({ law, article, quotation }) =>
    text.t('rebuttal.law.quote', { law, article, quotation }),
  );
}
