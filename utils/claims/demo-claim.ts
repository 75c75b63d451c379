import { MANUAL_PLATFORM } from '../checks/manual-platform.ts';
import { caseIdOf } from './claim.ts';

/** The first steps' demo: there is one in a history at most, however often it is asked for. */
export const DEMO_CLAIM = { platform: MANUAL_PLATFORM, claimId: 'demo' } as const;

/** Whether a case is the demo, which is nobody's claim and counts in no figure. */
export function isDemo({ caseId }: { readonly caseId: string }): boolean {
  return caseId === caseIdOf(DEMO_CLAIM);
}
