import type { CaseView } from '../cases/case-view.ts';
import type { Text } from '../text/text.ts';
import { type Audience, reasonNotOffered } from './audience.ts';
import { countedFindings } from './counted-findings.ts';
import { draftForAuthority } from './draft-for-authority.ts';
import { draftForProvider } from './draft-for-provider.ts';
import { quotableReferencesOn } from './law-references.ts';
import { packingRecordsLine } from './packing-records-line.ts';
import { type Draft, layOut, pointsOf, shorten } from './rebuttal-draft.ts';
import { openingOf } from './rebuttal-opening.ts';

export interface RebuttalOptions {
  readonly audience: Audience;
  /** Unicode code points; unlimited when omitted. */
  readonly maxLength?: number;
  /** `firm` asks the platform to hold the refund and quotes the law; it changes nothing towards a buyer. */
  readonly tone?: 'polite' | 'firm';
}

/**
 * The text that the seller copies.
 *
 * To the platform: the findings at hand from `clue` up, each with its picture and the file's checksum, what they do
 * not show, and a request for more evidence; with nothing found, only the request. To the buyer: the request and which
 * pictures it is about, never a finding, since the reader may be honest and a finding may name someone else's order.
 * To the AI service that a label names: the label and the question whose it is. To an authority: the order's facts, the
 * findings that count, and no word on anybody's intent. Where a text is not offered (audience.ts), the platform's is given.
 *
 * A text over `maxLength` loses whole sentences, the least needed first, never a part of one; a `maxLength` under the
 * length of the short request is therefore exceeded.
 */
export function composeRebuttal(view: CaseView, text: Text, options: RebuttalOptions): string {
  const draft = draftFor(view, text, options);
  return layOut(shorten(draft, options.maxLength ?? Number.POSITIVE_INFINITY, text), text);
}

function draftFor(view: CaseView, text: Text, { audience, tone }: RebuttalOptions): Draft {
  switch (reasonNotOffered(view, audience) === null ? audience : 'platform') {
    case 'platform':
      return draftForPlatform(view, text, tone);
    case 'buyer':
      return draftForBuyer(view, text);
    case 'provider':
      return draftForProvider(view, text);
    case 'complaint':
      return draftForAuthority(view, text, 'complaint');
    case 'police':
      return draftForAuthority(view, text, 'police');
  }
}

function draftForBuyer(view: CaseView, text: Text): Draft {
  const numbers = [...new Set(countedFindings(view).map(({ picture }) => picture.index + 1))].sort((a, b) => a - b);
  const pictures = numbers.join(text.t('list.separator'));
  return {
    opening: text.t('rebuttal.opening.buyer'),
    about: numbers.length > 0 ? text.t('rebuttal.pictures.buyer', { pictures }) : null,
    points: [],
    limit: null,
    records: null,
    laws: [],
    request: { long: text.t('rebuttal.request.buyer'), short: text.t('rebuttal.request.buyer.short') },
  };
}

function draftForPlatform(view: CaseView, text: Text, tone: RebuttalOptions['tone'] = 'polite'): Draft {
  const counted = countedFindings(view);
  const hasFindings = counted.length > 0;
  const isFirm = tone === 'firm' && hasFindings;
  const request = isFirm ? 'rebuttal.request.platform.firm' : 'rebuttal.request.platform';
  return {
    opening: openingOf(view.claim, text, hasFindings ? (isFirm ? 'firm' : 'polite') : 'nothing'),
    about: null,
    points: pointsOf(counted, text, view.claim.timeZone),
    limit: hasFindings ? text.t(counted[0]?.grade === 'clue' ? 'rebuttal.limit.clue' : 'rebuttal.limit') : null,
    records: hasFindings ? joined([packingRecordsLine(view, text), isFirm ? text.t('rebuttal.records') : null]) : null,
    laws: isFirm ? quotationsFor(view, text) : [],
    request: { long: text.t(request), short: text.t(`${request}.short`) },
  };
}

/** Sentences on one line; null for none. */
function joined(sentences: readonly (string | null)[]): string | null {
  return sentences.filter((sentence) => sentence !== null).join(' ') || null;
}

function quotationsFor(view: CaseView, text: Text): readonly string[] {
  const dayOfAct = (view.claim.applyTime ?? view.createdAt).slice(0, 10);
  return quotableReferencesOn('dispute-handling', dayOfAct).map(({ law, article, quotation }) =>
    text.t('rebuttal.law.quote', { law, article, quotation }),
  );
}
