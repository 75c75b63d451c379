import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { manualClaim } from '../../../utils/claims/manual-claim.ts';
import { addPage } from '../../../utils/evidence/pack-page.ts';
import { ZipStream } from '../../../utils/evidence/zip-stream.ts';
import { textIn } from '../../../utils/text/text.ts';
import { claimWith } from '../../fixtures/claim.ts';

const TEXT = textIn('zh-CN');
const NO_SHOT = { caseId: 'c', shot: null, problem: { reason: 'screenshot-none' } } as const;

async function pageOf(claim: ReturnType<typeof claimWith>): Promise<string> {
  const zip = new ZipStream(new Date('2026-11-21T10:00:00Z'));
  await addPage(zip, claim, NO_SHOT, TEXT);
  const whole = zip.end();
  const files = unzipSync(new Uint8Array(await whole.arrayBuffer()));
  return Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
}

it('has the numbers that the page had, and not who the buyer is on the platform', async () => {
  const page = await pageOf(claimWith({ buyerId: 'buyer-9' }));
  expect(page).toContain('售后编号: 10001');
  expect(page).not.toContain('buyer-9');
});

it('has no number where the claim was put together by hand: ours is not one that anybody can look up', async () => {
  const claim = manualClaim({
    claimId: '20261121-2305-k3f9',
    orderId: '',
    pageUrl: '',
    readAt: '2026-11-21T23:05:00Z',
  });
  const page = await pageOf(claim);
  expect(page).not.toContain('k3f9');
  expect(page).not.toContain('售后编号');
});
