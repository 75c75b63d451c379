import type { ClaimType } from './claim.ts';

/** Words for a kind of claim, most specific first. */
const KINDS: readonly (readonly [RegExp, ClaimType])[] = [
  [/退货|退貨|return\s*(?:&|and|\/)?\s*refund|return for refund|devolução e reembolso|trả hàng/i, 'return_refund'],
  [
    /仅退款|僅退款|未收货退款|未发货退款|已发货退款|refund[\s-]*only|only refund|apenas reembolso|chỉ hoàn tiền/i,
    'refund_only',
  ],
  [/换货|換貨|exchange|replace/i, 'exchange'],
  [/补寄|补发|補寄|reship|resend/i, 'reship'],
  [/维修|維修|repair/i, 'repair'],
  [/纠纷|仲裁|dispute|a-to-z/i, 'dispute'],
];

/** Texts that are a kind of claim by themselves, when they stand without a label. */
const ALONE =
  /^(?:已发货|未发货|未收货|已收货)?(?:仅退款|退货退款|退款退货|换货|补寄|维修|僅退款|退貨退款)$|^(?:我要)?退款[（(](?:仅退款|无需退货)[)）]$|^(?:refund only|return (?:&|and) refund|exchange)$/i;
const STATUS_ALONE =
  /^(?:待商家处理|待买家发货|待商家收货|退款成功|退款关闭|平台处理中|待审核|待收货|退款待处理|已拒绝退款|退款完结|待卖家处理|待平台处理|商家已拒绝|售后关闭|售后成功|待买家处理|买家已发货.*|(?:买家已申请|买家申请).{0,10}(?:待|等待).*处理)$/;

/** The kind of claim that a text names; `unknown` where it names none. */
export function claimTypeOf(text: string): ClaimType {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** Whether a text, standing alone, names a kind of claim. */
export function isClaimTypeText(text: string): boolean {
  return ALONE.test(text);
}

/** A state of a claim says what is awaited, or what is over, and whose turn it is. */
const STATUS_WORDING =
  /^(?:(?:待|等待)(?:商家|卖家|买家|平台|客户|用户|消费者|仓库|系统|客服|小二|[一二]次)?.{0,6}(?:审核|处理|退货|收货|发货|寄回|退款|确认|举证|签收|同意|响应|入库|质检|换货|补寄)|(?:商家|卖家|买家|平台|售后|退款|退货)(?:已)?(?:审核|处理)?(?:中|拒绝|关闭|完成|完结|撤销|取消|同意|驳回))$/;

/** Whether a text, standing alone, names a status. */
export function isStatusText(text: string): boolean {
  return STATUS_ALONE.test(text) || STATUS_WORDING.test(text);
}
