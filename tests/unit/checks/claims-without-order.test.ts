import { expect, it } from 'vitest';
import { damageReused } from '../../../utils/checks/damage-reused.ts';
import type { OpenCv } from '../../../utils/checks/open-cv.ts';
import { seenBefore } from '../../../utils/checks/seen-before.ts';
import { isWithoutOrder } from '../../../utils/checks/whose-picture.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';

const pixels = { width: 1, height: 1, rgba: new Uint8ClampedArray(4), sourceWidth: 1, sourceHeight: 1 };
const byHand = { ...CLAIM, platform: 'manual', orderId: '' };

it.each([seenBefore, damageReused])(
  'a check by hand without an order number is held against nothing',
  async (check) => {
    const input = checkInput({ picture: pictureOf({ pixels }), claim: byHand, opencv: {} as OpenCv });
    expect(await check.run(input)).toEqual({ status: 'skipped', reason: 'order-not-given' });
  },
);

it('is told from one with a number, and from a page that shows none', () => {
  expect(isWithoutOrder(byHand)).toBe(true);
  expect(isWithoutOrder({ ...byHand, orderId: '261114-1' })).toBe(false);
  expect(isWithoutOrder({ ...byHand, platform: 'pinduoduo' })).toBe(false);
});
