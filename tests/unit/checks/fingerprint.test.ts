import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../utils/checks/fingerprint.ts';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { pdqOf, pdqToHex } from '../../../utils/image/pdq.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { cosinePicture, pictureFrom } from '../../fixtures/cosine-picture.ts';

const run = (pixels: DecodedImage | null) => fingerprint.run(checkInput({ picture: pictureOf({ pixels }) }));

describe('fingerprint', () => {
  it('measures the hash and its quality and finds nothing', async () => {
    const pixels = cosinePicture(1);
    expect(await run(pixels)).toEqual({
      status: 'done',
      measured: { pdq: { hash: pdqToHex(pdqOf(pixels).hash), quality: 100, isUsable: true } },
      findings: [],
    });
  });

  it('says that the hash of a flat picture is of no use', async () => {
    const outcome = await run(pictureFrom(200, 200, (x) => [240 + (x >> 6), 240, 240]));
    expect(outcome).toMatchObject({ status: 'done', measured: { pdq: { quality: 0, isUsable: false } } });
  });

  it('is skipped without pixels', async () => {
    expect(await run(null)).toEqual({ status: 'skipped', reason: 'no-pixels' });
  });
});
