import type { LabelledField } from './labels.ts';

/** A way to word a label that no list has, and what its value must not be about. */
interface LabelPattern {
  readonly field: LabelledField;
  readonly words: RegExp;
  readonly not?: RegExp;
}

const WHO = '买家|用户|客户|消费者|顾客|采购商|買家';
const ASKS = '申请|诉求|要求|请求|希望|期望|拟|应|需|预计|本次|此次|当前|售后|退货|退款|换货|维权|投诉|服务|问题|退';
/** How a reason comes to stand there. */
const GIVEN = '反馈|提交|填写|发起|提出|选择|的';
const ASKED_FOR = '(?:return|refund|request|claim|case|dispute|issue)';
const BUYER_EN = '(?:buyer|customer)';
/** Japanese, French and German words for the buyer, with what joins them to the next word. */
const BUYER_JA = '(?:購入者|お客様|お客さま|バイヤー)(?:から|より|が|の)?の?';
const OF_BUYER_FR = "(?:del'acheteu(?:r|se)|del'achat|ducliente?|delacliente)";
const OF_BUYER_DE = '(?:(?:des|vom|der|von)(?:käufers?|käuferin|kunden|kundin))';

/**
 * How labels are worded beyond the known ones, by the parts that such labels are made of: who, that it is asked for, and
 * a word for the sum, the cause, the moment or the buyer's words. They count only where no known label leads to a value.
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
      `^(?:${WHO}|${ASKS}|${GIVEN})*(?:原因|理由|缘由|事由)(?:说明)?$|^(?:${WHO}|申请|退货|退款|售后)*(?:诉因|问题(?:类型|归类|分类|类别|原因))$|^(?:${WHO})(?:的)?诉求$`,
    ),
    not: /拒绝|关闭|驳回|撤销|商家|卖家|平台|取消/,
  },
  {
    field: 'reason',
    words:
      /^(?:(?:buyer|customer|return|refund|claim|dispute|request|issue)(?:['’]s)?)*reason(?:for(?:the)?(?:return|refund|claim|dispute|request))?$|^why(?:they|thebuyer|thecustomer|itis|buyer|customer)?.{0,8}(?:return|refund).{0,12}$|^(?:issue|problem|complaint|dispute|claim)(?:type|category)?$|^what(?:'s|is|was|went)(?:the)?(?:wrong|problem|issue|matter)(?:with(?:the|this|your)?(?:item|order|product))?$/,
    not: /reject|declin|clos|cancel|seller/,
  },
  ...[
    /^(?:motif|raison)(?:(?:de(?:la)?|du|pourle|invoqué)(?:retour|remboursement|demande|réclamation|litige))?(?:invoquée?|indiquée?|dela?cliente?)?$/,
    /^grund(?:(?:der|für(?:die|den)?)(?:rücksendung|rückgabe|retoure|erstattung|rückerstattung|reklamation|anfrage))?$|^(?:reklamations|erstattungs|anfrage|retouren)grund$/,
    new RegExp(`^(?:${BUYER_JA})?(?:返品|返金|交換|申請|リクエスト|クレーム)*の?(?:理由|事由)$`),
  ].map((words): LabelPattern => ({ field: 'reason', words })),
  ...[
    /^montant(?:total)?(?:(?:à|a)rembourser|duremboursement(?:demandé)?|remboursé|demandé|réclamé)$|^remboursement(?:demandé|estimé|prévu|total)$/,
    /^(?:(?:zu)?erstattender|beantragter|geforderter)?(?:erstattungs|rückerstattungs|rückzahlungs)?betrag$|^(?:beantragte|voraussichtliche|geforderte)(?:rück)?erstattung$/,
    /^(?:返金|返品)(?:予定|希望|申請|請求|見込|合計|対象)*の?(?:額|金額|合計額?)$/,
  ].map((words): LabelPattern => ({ field: 'amount', words })),
  {
    field: 'applyTime',
    words: new RegExp(
      `^(?:${WHO}|售后|退款|退货|服务单?|工单|维权|诉求)*(?:申请|提交|发起|提出)(?:售后|退款|退货|维权|服务)*(?:的?时间|日期|于)$`,
    ),
    not: /订单|付款|处理|审核|商家|卖家|平台|发货|物流|凭证|举证/,
  },
  {
    field: 'applyTime',
    words: new RegExp(
      `^${ASKED_FOR}*(?:was)?(?:submitted|created|opened|filed|initiated|raised|started|requested)(?:on|at|date|time)$|^date(?:of)?(?:the)?${ASKED_FOR}+$|^${ASKED_FOR}+date$|^(?:datum|tag)der(?:rücksende|rückgabe|erstattungs)?anfrage$|^datedela?demande(?:deretour|deremboursement)?$|^(?:返品|返金)?の?(?:リクエスト|申請|依頼|請求)(?:日時?|時刻)$`,
    ),
  },
  {
    field: 'description',
    words: new RegExp(
      `^(?:${WHO})的?(?:补充|反馈|备注|描述|说明|陈述|原话|评论|意见|诉说)(?:说明|内容|描述|信息)?$|^(?:问题|情况|售后|退款|诉求|事情|事件)的?(?:描述|说明|详述|经过|陈述|备注)$`,
    ),
    not: /商家|卖家|平台|拒绝|订单/,
  },
  {
    field: 'description',
    words: new RegExp(
      `^${BUYER_EN}(?:'s)?(?:notes?|messages?|comments?|statement|explanation|remarks?|words|description|details)$|^(?:message|note|comments?|words)?from(?:the)?${BUYER_EN}$|^what(?:the)?${BUYER_EN}(?:says|said|wrote|writes)$|^inthe(?:ir)?${BUYER_EN}?(?:'s)?ownwords$`,
    ),
  },
  ...[
    new RegExp(`^(?:commentaires?|message|remarques?|description|explications?)${OF_BUYER_FR}$`),
    new RegExp(`^(?:kommentar|nachricht|anmerkung|beschreibung|mitteilung)e?n?${OF_BUYER_DE}$`),
    new RegExp(`^${BUYER_JA}(?:コメント|メッセージ|説明|備考|ご意見)$`),
  ].map((words): LabelPattern => ({ field: 'description', words })),
];

/** The field that a label is worded for; null for one that is worded for none. */
export function fieldOfWording(key: string): LabelledField | null {
  if (key.length < 2 || key.length > 40) return null;
  return PATTERNS.find(({ words, not }) => words.test(key) && !not?.test(key))?.field ?? null;
}
