import type { LabelledField } from './labels.ts';

/** A way to word a label that no list has, and what its value must not be about. */
interface LabelPattern {
  readonly field: LabelledField;
  readonly words: RegExp;
  readonly not?: RegExp;
}

const WHO = '买家|用户|客户|消费者|顾客|采购商|買家';
const ASKS = '申请|诉求|要求|请求|希望|期望|拟|应|需|预计|本次|此次|当前|售后|退货|退款|换货|维权|投诉|服务|问题|退';

/**
 * How labels are worded beyond the known ones, by the parts that such labels are made of: who, that it is asked for, and
 * a word for the sum or the cause. They count only where no known label leads to a value.
 * In the form of `labelKey`: lower case, no spaces.
 */
const PATTERNS: readonly LabelPattern[] = [
  {
    field: 'amount',
    words: new RegExp(
      `^(?:(?:${WHO}|${ASKS}|实际|合计|总|商品|的)*(?:退|诉求|申请|索赔|赔付)(?:还|款|回|给)*(?:${WHO})?(?:商品|总)?(?:金额|总额|数额|款额|额|款)?|(?:退|返)(?:还|款|回)?给?(?:${WHO})(?:金额|的金额)?)$|^退款诉求$`,
    ),
    not: /已|可退|最多|最高|上限|运费|优惠|历史|累计|余额|方式|类型|原因|申请$|(?<!退款)诉求$/,
  },
  {
    field: 'amount',
    words:
      /^(?:(?:buyer|customer)(?:asks|asked|wants|requests|requested|claims)(?:for)?|(?:amount|sum|total)(?:to(?:be)?)?(?:refund(?:ed)?|claimed|requested)|refund(?:to(?:the)?(?:buyer|customer)|requested|value|total|sum|due)|(?:requested|claimed|proposed|expected)refund(?:amount)?)$/,
  },
  {
    field: 'reason',
    words: new RegExp(
      `^(?:${WHO}|${ASKS}|的|选择)*(?:原因|理由|缘由|事由)(?:说明)?$|^(?:${WHO}|申请|退货|退款|售后)*(?:诉因|问题(?:类型|归类|分类|类别|原因))$|^(?:${WHO})(?:的)?诉求$`,
    ),
    not: /拒绝|关闭|驳回|撤销|商家|卖家|平台|取消/,
  },
  {
    field: 'reason',
    words:
      /^(?:(?:buyer|customer|return|refund|claim|dispute|request|issue)(?:['’]s)?)*reason(?:for(?:the)?(?:return|refund|claim|dispute|request))?$|^why(?:they|thebuyer|thecustomer|itis|buyer|customer)?.{0,8}(?:return|refund).{0,12}$|^(?:issue|problem|complaint|dispute|claim)(?:type|category)?$/,
    not: /reject|declin|clos|cancel|seller/,
  },
];

/** The field that a label is worded for; null for one that is worded for none. */
export function fieldOfWording(key: string): LabelledField | null {
  if (key.length < 2 || key.length > 40) return null;
  return PATTERNS.find(({ words, not }) => words.test(key) && !not?.test(key))?.field ?? null;
}
