import type { CaseView } from '../cases/case-view.ts';
import type { Text } from '../text/text.ts';
import { type Audience, reasonNotOffered } from './audience.ts';
import { countedFindings } from './counted-findings.ts';
import { draftForAuthority } from './draft-for-authority.ts';
import { draftForPlatform, type Tone } from './draft-for-platform.ts';
import { draftForProvider } from './draft-for-provider.ts';
import { type Draft, layOut, shorten } from './rebuttal-draft.ts';

export interface RebuttalOptions {
  readonly audience: Audience;
  /** Counted by `lengthOf`; unlimited when omitted. */
  readonly maxLength?: number;
  /** `firm` refuses or asks for another decision in so many words and quotes the law; only the platform's texts have it. */
  readonly tone?: Tone;
}

/**
 * The text that the seller copies.
 *
 * To the platform, as refusal or appeal: the findings at hand from `clue` up, each with its picture and the file's checksum,
 * what they do not show, and a request for more evidence; with nothing found, only the request. To the buyer: the request and
 * which pictures it is about, never a finding, since the reader may be honest and a finding may name someone else's order.
 * To the AI service that a label names: the label and the question whose it is. To an authority: the order's facts, the
 * findings that count, and no word on anybody's intent. Where a text is not offered (audience.ts), the refusal's is given.
 *
 * A text over `maxLength` loses whole sentences, the least needed first, never a part of one; a `maxLength` under the
 * length of the short request is therefore exceeded.
 */
export function composeRebuttal(view: CaseView, text: Text, options: RebuttalOptions): string {
  const draft = draftFor(view, text, options);
  return layOut(shorten(draft, options.maxLength ?? Number.POSITIVE_INFINITY, text), text);
}

function draftFor(view: CaseView, text: Text, { audience, tone = 'polite' }: RebuttalOptions): Draft {
  const offered = reasonNotOffered(view, audience) === null ? audience : 'refusal';
  switch (offered) {
    case 'refusal':
    case 'appeal':
      return draftForPlatform(view, text, offered, tone);
    case 'buyer':
      return draftForBuyer(view, text);
    case 'provider':
      return draftForProvider(view, text);
    case 'complaint':
    case 'police':
      return draftForAuthority(view, text, offered);
  }
}

function draftForBuyer(view: CaseView, text: Text): Draft {
  const numbers = [...new Set(countedFindings(view).map(({ picture }) => picture.index + 1))].sort((a, b) => a - b);
  const pictures = numbers.join(text.t('list.separator'));
  return {
    isOpeningNeeded: true,
    opening: text.t('rebuttal.opening.buyer'),
    about: numbers.length > 0 ? text.t('rebuttal.pictures.buyer', { count: numbers.length, pictures }) : null,
    points: [],
    limit: null,
    records: null,
    laws: [],
    request: { long: text.t('rebuttal.request.buyer'), short: text.t('rebuttal.request.buyer.short') },
  };
}
