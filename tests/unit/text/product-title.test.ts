import { expect, it } from 'vitest';
import { DEMO_CLAIM } from '../../../utils/claims/demo-claim.ts';
import { productTitleIn } from '../../../utils/text/product-title.ts';
import { textIn } from '../../../utils/text/text.ts';

it('calls the demo by its name in the language of the reader, whatever it was stored as', () => {
  const stored = textIn('zh-CN').t('firstSteps.demo');
  expect(productTitleIn(textIn('en'), DEMO_CLAIM, stored)).toMatch(/^Demo: /);
  expect(productTitleIn(textIn('zh-CN'), DEMO_CLAIM, stored)).toBe(stored);
});

it('leaves the title of any other claim as the page has it', () => {
  expect(productTitleIn(textIn('en'), { ...DEMO_CLAIM, claimId: '1' }, '马克杯')).toBe('马克杯');
  expect(productTitleIn(textIn('en'), { platform: 'taobao', claimId: 'demo' }, null)).toBeNull();
});
