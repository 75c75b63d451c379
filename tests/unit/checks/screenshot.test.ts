import { describe, expect, it } from 'vitest';
import { screenshot } from '../../../utils/checks/screenshot.ts';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { noisyPicture, screenshotPicture } from '../../fixtures/screenshot-picture.ts';

const run = (pixels: DecodedImage | null) => screenshot.run(checkInput({ picture: pictureOf({ pixels }) }));
const photo = { left: 0, top: 300, picture: noisyPicture(3, 720, 540) };

describe('screenshot', () => {
  it('notes a screenshot and where the photograph is', async () => {
    const outcome = await run(screenshotPicture({ width: 720, height: 1280, hasText: true, photo }));
    expect(outcome).toMatchObject({
      status: 'done',
      measured: { innerPicture: { surroundings: 'interface' } },
      findings: [{ kind: 'screenshot', grade: 'note', params: { areaPercent: 42 } }],
    });
  });

  it('notes a border as no more than a border', async () => {
    const outcome = await run(screenshotPicture({ width: 720, height: 1280, hasText: false, photo }));
    expect(outcome).toMatchObject({ findings: [{ kind: 'bordered-picture', grade: 'note' }] });
  });

  it('finds nothing in a photograph', async () => {
    expect(await run(noisyPicture(4, 640, 480))).toEqual({
      status: 'done',
      measured: { innerPicture: null },
      findings: [],
    });
  });

  it('is skipped without pixels', async () => {
    expect(await run(null)).toEqual({ status: 'skipped', reason: 'no-pixels' });
  });
});
