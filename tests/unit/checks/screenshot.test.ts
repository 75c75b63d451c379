import { describe, expect, it } from 'vitest';
import { screenshot } from '../../../utils/checks/screenshot.ts';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { borderedPicture, noisyPicture, screenshotPicture } from '../../fixtures/screenshot-picture.ts';

const run = (pixels: DecodedImage | null) => screenshot.run(checkInput({ picture: pictureOf({ pixels }) }));
const photo = noisyPicture(3, 720, 540);

describe('screenshot', () => {
  it('notes a screenshot and where the photograph is', async () => {
    const outcome = await run(await screenshotPicture(photo, 0, 300, 'Refund'));
    expect(outcome).toMatchObject({
      status: 'done',
      measured: { screenshot: { isScreen: true } },
      findings: [{ kind: 'screenshot', grade: 'note', params: { interfacePercent: expect.any(Number) } }],
    });
    if (outcome.status !== 'done') throw new Error();
    expect(outcome.findings[0]?.regions?.[0]?.height).toBeCloseTo(540 / 1440, 2);
  });

  it('notes a border as no more than a border', async () => {
    const outcome = await run(borderedPicture(720, 1000, 0, 230, photo, 0));
    expect(outcome).toMatchObject({
      findings: [{ kind: 'bordered-picture', grade: 'note', params: { photographPercent: 54 } }],
    });
  });

  it('finds nothing in a photograph', async () => {
    expect(await run(noisyPicture(4, 640, 480))).toMatchObject({
      status: 'done',
      measured: { screenshot: { isScreen: false, photograph: null } },
      findings: [],
    });
  });

  it('is skipped without pixels', async () => {
    expect(await run(null)).toEqual({ status: 'skipped', reason: 'no-pixels' });
  });
});
