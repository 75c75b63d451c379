import { type ClaimOnPage, caseIdOf } from '../../utils/claims/claim.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readPagePictures } from './read-page-pictures.ts';

/** Has the claim of this page analysed where a queue has opened the page for it; does nothing on any other page. */
export async function analyseForQueue(claim: ClaimOnPage): Promise<void> {
  const { claimId, orderId } = claim;
  if (!(await sendMessage('queue.wants', { claimId, orderId }))) return;
  await sendMessage('case.analyse', { claim, fromPage: await readPagePictures(claim), again: false });
  await sendMessage('page.capture', { caseId: caseIdOf(claim) });
}
