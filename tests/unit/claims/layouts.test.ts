// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readClaim } from '../../../utils/claims/read-claim.ts';
import { platformOf } from '../../../utils/platforms/platform-of.ts';
import { FIELD_LAYOUTS } from '../../fixtures/layouts/field-layouts.ts';
import { CENTERS, layoutClaim } from '../../fixtures/layouts/layout-claim.ts';
import { MISREAD_LAYOUTS } from '../../fixtures/layouts/misread-layouts.ts';
import { PICTURE_LAYOUTS } from '../../fixtures/layouts/picture-layouts.ts';
import { SURROUNDING_LAYOUTS } from '../../fixtures/layouts/surrounding-layouts.ts';

const layouts = Object.entries({
  ...FIELD_LAYOUTS,
  ...PICTURE_LAYOUTS,
  ...SURROUNDING_LAYOUTS,
  ...MISREAD_LAYOUTS,
}).filter(([, { needsBrowser }]) => !needsBrowser);
const cases = layouts.flatMap(([name, layout], seed) =>
  Object.keys(CENTERS).map((center) => [name, center, layout, seed + 1] as const),
);

test.each(cases)('reads "%s" in the words of %s', (name, center, layout, seed) => {
  const claim = layoutClaim(center, seed);
  const url = new URL(claim.url);
  (window as unknown as Window & { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(claim.url);
  document.documentElement.innerHTML = `<body>${layout.html(claim)}</body>`;
  const platform = platformOf(url);
  if (!platform) throw new Error(`No platform for ${url}`);
  const reading = readClaim(document, url, platform, new Date('2026-11-20T10:00:00+08:00'));
  const hasIdInAddress = [...url.searchParams.values()].includes(claim.claimId);
  if (name === 'three claims shown in full' && !hasIdInAddress) {
    // Nothing says which of them is meant.
    expect(reading).toMatchObject({ ready: false, reason: 'several-claims' });
    return;
  }
  if (!reading.ready) throw new Error(JSON.stringify(reading));
  const { claimId, orderId, amount, reason, evidence } = reading.claim;
  const pictures = evidence.filter(({ kind }) => kind === 'image').map((item) => item.url);
  expect({ claimId, orderId, amount: Number(amount?.value), reason, pictures: pictures.sort() }).toEqual({
    claimId: claim.claimId,
    orderId: claim.orderId,
    amount: Number(claim.amount),
    reason: claim.reason,
    pictures: [...claim.evidence].sort(),
  });
});
