import type { StoredPageShot } from '../cases/page-shots.ts';
import type { ClaimOnPage } from '../claims/claim.ts';
import type { Text } from '../text/text.ts';
import { claimForPack } from './claim-for-pack.ts';
import { jsonText } from './json-text.ts';
import { pageShotFacts } from './report/page-shot-facts.ts';
import { claimFacts } from './report/report-of-case.ts';
import type { ZipStream } from './zip-stream.ts';

export const SCREENSHOT_NAME = 'page/screenshot.png';

/** Puts what the page said into the pack, and how it looked; where it has no screenshot, the text says why. */
export async function addPage(zip: ZipStream, claim: ClaimOnPage, record: StoredPageShot, text: Text): Promise<void> {
  const facts = [...claimFacts(claim, text), ...pageShotFacts(record, claim.timeZone, text)];
  await zip.add('page/claim.txt', `${facts.map(({ name, value }) => `${name}: ${value}`).join('\n')}\n`);
  await zip.add('page/claim.json', jsonText(claimForPack(claim)));
  if (record.shot) await zip.add(SCREENSHOT_NAME, record.shot.blob);
}
