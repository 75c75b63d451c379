import type { Check } from '../checks/check.ts';
import { toolsAmong } from './worker/load-tools.ts';

/** Checks that compare pictures or need a heavy tool. */
export function runsLater(check: Check): boolean {
  return (
    check.needs.some((need) => need === 'listing' || need === 'packing' || need === 'siblings') ||
    toolsAmong(check.needs).length > 0
  );
}

/** Checks that the second worker runs. */
export function runsBeside({ readsPixelsAlone }: Check): boolean {
  return readsPixelsAlone === true;
}
