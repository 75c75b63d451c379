import type { CaseView } from '../cases/case-view.ts';
import type { ClaimOnPage } from '../claims/claim.ts';

/** How well a reference is established; only the first two are printed as quotations. */
export type LawStatus = 'verified-bytes' | 'verified' | 'verified-secondary';

export type LawTopic = 'dispute-handling' | 'public-order';

/** One article of Chinese law with the time in which it applies. */
export interface LawReference {
  readonly id: string;
  readonly topic: LawTopic;
  readonly law: string;
  readonly article: string;
  /** Word for word in Chinese; `……` where the article has more before it. */
  readonly quotation: string;
  readonly status: LawStatus;
  readonly source: string;
  /** First and last day on which an act falls under it, `YYYY-MM-DD`; null where it is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const LAW_REFERENCES: readonly LawReference[] = [
  {
    id: 'e-commerce-63',
    topic: 'dispute-handling',
    law: '中华人民共和国电子商务法',
    article: '第六十三条',
    quotation: '……制定并公示争议解决规则，根据自愿原则，公平、公正地解决当事人的争议。',
    status: 'verified-bytes',
    source: 'LawRefBook/Laws, text of 2018',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'e-commerce-62',
    topic: 'dispute-handling',
    law: '中华人民共和国电子商务法',
    article: '第六十二条',
    quotation: '在电子商务争议处理中，电子商务经营者应当提供原始合同和交易记录。',
    status: 'verified-bytes',
    source: 'LawRefBook/Laws, text of 2018',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'public-security-49-until-2025',
    topic: 'public-order',
    law: '中华人民共和国治安管理处罚法（2012年修正）',
    article: '第四十九条',
    quotation:
      '盗窃、诈骗、哄抢、抢夺、敲诈勒索或者故意损毁公私财物的，处五日以上十日以下拘留，可以并处五百元以下罚款；情节较重的，处十日以上十五日以下拘留，可以并处一千元以下罚款。',
    status: 'verified-bytes',
    source: 'LawRefBook/Laws, text of 2012',
    validFrom: null,
    validTo: '2025-12-31',
  },
  {
    id: 'public-security-58-from-2026',
    topic: 'public-order',
    law: '中华人民共和国治安管理处罚法（2025年修订）',
    article: '第五十八条',
    quotation:
      '盗窃、诈骗、哄抢、抢夺或者敲诈勒索的，处五日以上十日以下拘留或者二千元以下罚款；情节较重的，处十日以上十五日以下拘留，可以并处三千元以下罚款。',
    status: 'verified-secondary',
    source: 'one full quotation in a secondary source; in force 2026-01-01',
    validFrom: '2026-01-01',
    validTo: null,
  },
];

/** The laws here are China's, whatever the zone of the page or of the seller's computer. */
const LAW_TIME_ZONE = 'Asia/Shanghai';

/**
 * Whether China's law says anything about a claim: the refund is in its currency, or, where no amount is known, the page keeps
 * its time. Quoted to a platform abroad it would be another country's law.
 */
export function isUnderChineseLaw({ amount, timeZone }: Pick<ClaimOnPage, 'amount' | 'timeZone'>): boolean {
  return amount ? amount.currency === 'CNY' : timeZone === LAW_TIME_ZONE;
}

/** Whether the reference may be printed as a quotation of law. */
function isQuotable(reference: LawReference): boolean {
  return reference.status === 'verified-bytes' || reference.status === 'verified';
}

/**
 * The day of the act, `YYYY-MM-DD` in China: when the refund was applied for, or where the page did not say, when the claim was
 * first read.
 */
export function dayOfAct({ claim, createdAt }: Pick<CaseView, 'claim' | 'createdAt'>): string {
  const stated = new Date(claim.applyTime ?? createdAt);
  const moment = Number.isNaN(stated.getTime()) ? new Date(createdAt) : stated;
  // The Swedish way of writing a day is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: LAW_TIME_ZONE, dateStyle: 'short' }).format(moment);
}

/**
 * The references of a topic that apply to an act of a given day.
 * @param dayOfAct `YYYY-MM-DD`
 */
export function lawReferencesOn(topic: LawTopic, dayOfAct: string): readonly LawReference[] {
  return LAW_REFERENCES.filter(
    (reference) =>
      reference.topic === topic &&
      (reference.validFrom === null || reference.validFrom <= dayOfAct) &&
      (reference.validTo === null || dayOfAct <= reference.validTo),
  );
}

/** Those of them that may be printed as quotations. */
export function quotableReferencesOn(topic: LawTopic, dayOfAct: string): readonly LawReference[] {
  return lawReferencesOn(topic, dayOfAct).filter(isQuotable);
}
