import type { ClaimFacts } from '../check.ts';

/**
 * When a packing file arrived, seen from the claim; the texts are `packing.time.<id>`. What is not known to be before the
 * claim is `unknown`, never taken for before.
 */
export type PackingTime =
  | 'before-dispatch'
  | 'before-delivery'
  | 'before-claim'
  | 'after-delivery'
  | 'after-claim'
  | 'unknown';

type Times = Pick<ClaimFacts, 'dispatchTime' | 'deliveryTime' | 'applyTime' | 'firstReadAt'>;

/**
 * Where the arrival lies among the moments that the claim states. A file that arrived after the claim was first read here
 * is after the claim, whether its page states a time or not.
 * @param arrivedAt ISO 8601
 */
export function packingTimeOf(arrivedAt: string, claim: Times): PackingTime {
  const arrival = Date.parse(arrivedAt);
  const isBefore = (moment: string | undefined): boolean => moment !== undefined && arrival < Date.parse(moment);
  const isFrom = (moment: string | undefined): boolean => moment !== undefined && arrival >= Date.parse(moment);
  if (isFrom(claim.applyTime) || isFrom(claim.firstReadAt)) return 'after-claim';
  if (isBefore(claim.dispatchTime)) return 'before-dispatch';
  if (isBefore(claim.deliveryTime)) return 'before-delivery';
  if (isFrom(claim.deliveryTime)) return 'after-delivery';
  return isBefore(claim.applyTime) ? 'before-claim' : 'unknown';
}

/** Whether it is known that the buyer had the goods, and may have photographed them, before the file was here. */
export function isAfterDelivery(time: PackingTime): boolean {
  return time === 'after-delivery' || time === 'after-claim';
}

/** Whether the file was here before the buyer can have photographed the goods. */
export function isBeforeDelivery(time: PackingTime): boolean {
  return time === 'before-dispatch' || time === 'before-delivery';
}
