import { DEMO_CLAIM } from '../claims/demo-claim.ts';
import type { Text } from './text.ts';

/** What a claim's product is called: as the page has it, and the demo in the language of the one who reads. */
export function productTitleIn(
  text: Text,
  { platform, claimId }: { readonly platform: string; readonly claimId: string },
  title: string | null,
): string | null {
  const isDemo = platform === DEMO_CLAIM.platform && claimId === DEMO_CLAIM.claimId;
  return isDemo ? text.t('firstSteps.demo') : title;
}
