import type { CaseView } from '../cases/case-view.ts';
import type { ClaimField } from '../claims/claim.ts';
import { claimFieldText } from '../text/claim-field-text.ts';
import { formatMoney } from '../text/format-money.ts';
import { platformText } from '../text/platform-text.ts';
import type { Text } from '../text/text.ts';
import { countedFindings } from './counted-findings.ts';
import { dayOfAct, isUnderChineseLaw, lawReferencesOn, quotableReferencesOn } from './law-references.ts';
import { limitOfFindings } from './limit-of-findings.ts';
import { packingRecordsLine } from './packing-records-line.ts';
import { type Draft, pointsOf } from './rebuttal-draft.ts';

const MAX_FACT_CHARACTERS = 80;
/** 法释〔2011〕7号, article 1: the lowest amount that any province may take for “relatively large”. */
const LOWEST_AMOUNT_CNY = 3000;
const FACTS: readonly ClaimField[] = [
  'orderId',
  'claimId',
  'product',
  'amount',
  'buyer',
  'reason',
  'orderTime',
  'deliveryTime',
  'applyTime',
];

/**
 * What a seller reports to 12345, 12315 or the police: the order's facts, what was found in the pictures, what that does not
 * show, and the request to look into it. It names nobody's intent; whether a rule was broken is the authority's to say.
 */
export function draftForAuthority(view: CaseView, text: Text, audience: 'complaint' | 'police'): Draft {
  const counted = countedFindings(view).filter(({ isUnconfirmed }) => audience === 'complaint' || !isUnconfirmed);
  return {
    isOpeningNeeded: true,
    opening: `${text.t(`rebuttal.opening.${audience}`)}\n${factsOf(view, text)}`,
    about: text.t('rebuttal.about.authority'),
    points: pointsOf(counted, text, view.claim.timeZone),
    limit: (points) => limitOfFindings(points, text),
    records: [
      audience === 'police' ? amountsOf(view, text) : null,
      packingRecordsLine(view, text),
      text.t('rebuttal.records.authority'),
    ]
      .filter((line) => line !== null)
      .join('\n'),
    laws: audience === 'police' && isUnderChineseLaw(view.claim) ? publicOrderOn(view, text) : [],
    lawIntro: text.t('rebuttal.law.intro.police'),
    request: { long: text.t(`rebuttal.request.${audience}`), short: text.t(`rebuttal.request.${audience}.short`) },
  };
}

function factsOf({ claim }: CaseView, text: Text): string {
  const fact = (field: string, value: string): string =>
    text.t('rebuttal.fact', { name: text.t(`claimField.${field}`), value });
  const facts = FACTS.flatMap((field) => {
    const value = claimFieldText(claim, field, text, MAX_FACT_CHARACTERS);
    return value ? [fact(field, value)] : [];
  });
  return [fact('platform', platformText(text, claim.platform)), ...facts].join('\n');
}

/**
 * Sums of the buyer's open claims with the amounts of 法释〔2011〕7号, article 1. One claim alone has its amount among the facts;
 * the rule's amounts stand beside it only where it reaches the lowest of them.
 */
function amountsOf({ claim, openClaimsOfBuyer }: CaseView, text: Text): string | null {
  const thresholds = text.t('rebuttal.openClaims.thresholds');
  if (openClaimsOfBuyer && openClaimsOfBuyer.count >= 2) {
    const { count, value, currency } = openClaimsOfBuyer;
    const amounts = text.t('rebuttal.openClaims', { count, amount: formatMoney(value, currency, text.language) });
    return currency === 'CNY' ? [amounts, thresholds].join(text.t('rebuttal.sentence.separator')) : amounts;
  }
  const { amount } = claim;
  return amount?.currency === 'CNY' && Number(amount.value) >= LOWEST_AMOUNT_CNY ? thresholds : null;
}

/** The article of the day: quoted where its text is verified, named where it is not. */
function publicOrderOn(view: CaseView, text: Text): readonly string[] {
  const day = dayOfAct(view);
  const quotable = quotableReferencesOn('public-order', day);
  return lawReferencesOn('public-order', day).map((reference) => {
    const { law, article, quotation } = reference;
    return quotable.includes(reference)
      ? text.t('rebuttal.law.quote', { law, article, quotation })
      : text.t('rebuttal.law.named', { law, article });
  });
}
