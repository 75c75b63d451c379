import type { JsonObject, JsonValue } from '../../checks/json.ts';
import type { ClaimOnPage, ClaimType } from '../claim.ts';

const CLAIM_TYPES: readonly ClaimType[] = ['refund_only', 'return_refund', 'exchange', 'reship', 'repair', 'dispute'];

/**
 * A claim from a JSON file, for pictures that were handed over without a page. Every field is optional; times are ISO
 * 8601. Unknown fields are ignored. `buyer` may be a text or `{ id, nick }`, `product` a text or `{ title, id, link }`.
 * @param defaults ids to use where the file has none
 */
export function claimFromJson(
  json: JsonObject,
  defaults: { readonly claimId: string; readonly orderId: string; readonly readAt: string },
): ClaimOnPage {
  const text = (key: string): string | null => textOf(json[key]);
  const buyer = json.buyer;
  const product = json.product;
  const amount = json.amount;
  return {
    platform: text('platform') ?? 'files',
    pageUrl: text('pageUrl') ?? '',
    claimId: text('claimId') ?? defaults.claimId,
    orderId: text('orderId') ?? defaults.orderId,
    claimType: CLAIM_TYPES.find((type) => type === text('claimType')) ?? 'unknown',
    claimTypeText: text('claimTypeText') ?? text('claimType'),
    statusText: text('statusText'),
    amount: isObject(amount)
      ? {
          value: textOf(amount.value) ?? '',
          currency: textOf(amount.currency) ?? 'CNY',
          raw: textOf(amount.raw) ?? textOf(amount.value) ?? '',
        }
      : textOf(amount) === null
        ? null
        : { value: textOf(amount) as string, currency: 'CNY', raw: textOf(amount) as string },
    buyerName: isObject(buyer) ? textOf(buyer.nick) : textOf(buyer),
    buyerId: isObject(buyer) ? textOf(buyer.id) : text('buyerId'),
    reason: text('reason'),
    description: text('description'),
    applyTime: text('applyTime'),
    orderTime: text('orderTime'),
    dispatchTime: text('dispatchTime'),
    deliveryTime: text('deliveryTime'),
    deadline: text('deadline'),
    timeZone: text('tzAssumed') ?? text('timeZone') ?? 'Asia/Shanghai',
    forwardTracking: text('forwardTracking'),
    returnTracking: text('returnTracking'),
    product: isObject(product)
      ? {
          title: textOf(product.title),
          id: textOf(product.id),
          spec: textOf(product.spec),
          link: textOf(product.link),
          listingImages: [],
        }
      : { title: textOf(product), id: null, spec: null, link: null, listingImages: [] },
    evidence: [],
    fieldSources: {},
    missing: [],
    readAt: defaults.readAt,
  };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
