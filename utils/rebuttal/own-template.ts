import type { CaseView } from '../cases/case-view.ts';
import type { ClaimField } from '../claims/claim.ts';
import { claimFieldText } from '../text/claim-field-text.ts';
import { platformText } from '../text/platform-text.ts';
import type { Text } from '../text/text.ts';
import { countedFindings } from './counted-findings.ts';
import { pictureLines, pointsOf } from './rebuttal-draft.ts';

/** A reply of the seller's own, with placeholders in braces. */
export interface OwnTemplate {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}

/** What is wrong with a template; its sentence is `template.problem.<problem>`. */
export interface TemplateProblem {
  readonly problem: 'empty' | 'no-name' | 'too-long' | 'unknown-placeholder' | 'open-brace' | 'accusing';
  readonly names: readonly string[];
}

export const MAX_TEMPLATE_CHARACTERS = 2000;
const MAX_VALUE_CHARACTERS = 120;
const PLACEHOLDER = /\{([^{}\n]{1,40})\}/gu;
/** Words about a person; a picture shows none of them. */
const ACCUSING = /骗子|诈骗|造假|作假|伪造|恶意|羊毛党|\b(?:fraud(?:ster)?|scam(?:mer)?|cheat(?:er)?|liar)\b/giu;

/** Placeholders that are fields of the claim. */
const FIELDS = {
  order: 'orderId',
  claim: 'claimId',
  amount: 'amount',
  buyer: 'buyer',
  reason: 'reason',
  product: 'product',
  applied: 'applyTime',
} as const satisfies Readonly<Record<string, ClaimField>>;

type PlaceholderId = keyof typeof FIELDS | 'platform' | 'pictures' | 'request';

/** What each placeholder is called; a template may use the names of any language. */
const NAMES: Readonly<Record<Text['language'], Readonly<Record<string, PlaceholderId>>>> = {
  'zh-CN': {
    订单号: 'order',
    售后编号: 'claim',
    平台: 'platform',
    金额: 'amount',
    买家: 'buyer',
    原因: 'reason',
    商品: 'product',
    申请时间: 'applied',
    图片情况: 'pictures',
    补充材料: 'request',
  },
  'zh-TW': {
    訂單號: 'order',
    售後編號: 'claim',
    平台: 'platform',
    金額: 'amount',
    買家: 'buyer',
    原因: 'reason',
    商品: 'product',
    申請時間: 'applied',
    圖片情況: 'pictures',
    補充材料: 'request',
  },
  en: {
    order: 'order',
    claim: 'claim',
    platform: 'platform',
    amount: 'amount',
    buyer: 'buyer',
    reason: 'reason',
    product: 'product',
    applied: 'applied',
    pictures: 'pictures',
    request: 'request',
  },
};
const PLACEHOLDERS: Readonly<Record<string, PlaceholderId>> = Object.assign({}, ...Object.values(NAMES));

/** The names that may stand in braces, in the seller's language. */
export function placeholderNames(language: Text['language']): readonly string[] {
  return Object.keys(NAMES[language]);
}

/** Everything that keeps a template from being used; empty for a good one. */
export function templateProblems({ name, body }: Pick<OwnTemplate, 'name' | 'body'>): readonly TemplateProblem[] {
  const unknown = [...body.matchAll(PLACEHOLDER)]
    .map(([, inner = '']) => inner)
    .filter((inner) => !(inner in PLACEHOLDERS));
  const accusing = [...new Set([...body.matchAll(ACCUSING)].map(([word]) => word))];
  const found: (TemplateProblem | false)[] = [
    name.trim() === '' && { problem: 'no-name', names: [] },
    body.trim() === '' && { problem: 'empty', names: [] },
    [...body].length > MAX_TEMPLATE_CHARACTERS && { problem: 'too-long', names: [] },
    unknown.length > 0 && { problem: 'unknown-placeholder', names: [...new Set(unknown)] },
    /[{}]/.test(body.replace(PLACEHOLDER, '')) && { problem: 'open-brace', names: [] },
    accusing.length > 0 && { problem: 'accusing', names: accusing },
  ];
  return found.filter((problem) => problem !== false);
}

/** The template with the case's content. Findings enter only as the composed sentences, so that they say no more than those. */
export function fillTemplate(template: OwnTemplate, view: CaseView, text: Text): string {
  return template.body.replace(PLACEHOLDER, (whole, name: string) => {
    const id = PLACEHOLDERS[name];
    return id ? contentFor(id, view, text) : whole;
  });
}

function contentFor(id: PlaceholderId, view: CaseView, text: Text): string {
  switch (id) {
    case 'platform':
      return platformText(text, view.claim.platform);
    case 'pictures':
      return pictureLines(pointsOf(countedFindings(view), text, view.claim.timeZone), text).join('\n');
    case 'request':
      return text.t('rebuttal.request.platform');
    default:
      return claimFieldText(view.claim, FIELDS[id], text, MAX_VALUE_CHARACTERS) ?? '';
  }
}
