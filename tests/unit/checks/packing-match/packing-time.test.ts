import { expect, it } from 'vitest';
import { packingTimeOf } from '../../../../utils/checks/packing-match/packing-time.ts';

const ARRIVAL = '2026-11-10T10:00:00+08:00';
const BEFORE = '2026-11-10T01:00:00Z';
const AFTER = '2026-11-10T03:00:00Z';

it.each([
  [{ dispatchTime: AFTER, deliveryTime: AFTER, applyTime: AFTER, firstReadAt: AFTER }, 'before-dispatch'],
  [{ dispatchTime: BEFORE, deliveryTime: AFTER, applyTime: AFTER }, 'before-delivery'],
  [{ dispatchTime: BEFORE, deliveryTime: BEFORE, applyTime: AFTER }, 'after-delivery'],
  [{ dispatchTime: BEFORE, applyTime: AFTER }, 'before-claim'],
  [{ deliveryTime: BEFORE }, 'after-delivery'],
  [{ applyTime: AFTER }, 'before-claim'],
  [{ dispatchTime: AFTER, applyTime: BEFORE }, 'after-claim'],
  [{ applyTime: ARRIVAL }, 'after-claim'],
  // The page states no time, and the history had read the claim before the file came.
  [{ firstReadAt: BEFORE }, 'after-claim'],
  [{ dispatchTime: AFTER, firstReadAt: BEFORE }, 'after-claim'],
  [{ firstReadAt: AFTER }, 'unknown'],
  [{}, 'unknown'],
  [{ dispatchTime: 'no moment', applyTime: 'no moment' }, 'unknown'],
] as const)('%j is %s', (claim, expected) => {
  expect(packingTimeOf(ARRIVAL, claim)).toBe(expected);
});
