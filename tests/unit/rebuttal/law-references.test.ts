import { describe, expect, it } from 'vitest';
import { composeRebuttal } from '../../../utils/rebuttal/compose-rebuttal.ts';
import {
  dayOfAct,
  isUnderChineseLaw,
  LAW_REFERENCES,
  lawReferencesOn,
  quotableReferencesOn,
} from '../../../utils/rebuttal/law-references.ts';
import { textIn } from '../../../utils/text/text.ts';
import { LISTING_ALTERED, makeClaim, makePicture, makeView } from '../../fixtures/case-view.ts';

describe('law references', () => {
  it.each([
    ['2025-12-31', 'public-security-49-until-2025'],
    ['2026-01-01', 'public-security-58-from-2026'],
  ])('the article on public security for an act of %s is %s', (day, id) => {
    expect(lawReferencesOn('public-order', day).map((reference) => reference.id)).toEqual([id]);
  });

  it.each([
    ['2025-12-31T23:59:00+08:00', '2025-12-31'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2026-01-01T00:30:00+09:00', '2025-12-31'],
    [null, '2026-01-01'],
    ['昨天', '2026-01-01'],
  ])('an act of %s, first read on New Year in China, falls on %s', (applyTime, day) => {
    const claim = makeClaim({ applyTime });
    expect(dayOfAct({ claim, createdAt: '2025-12-31T16:30:00.000Z' })).toBe(day);
  });

  it('only what was read in the law or in a good source may be quoted', () => {
    expect(quotableReferencesOn('public-order', '2025-06-01').map(({ status }) => status)).toEqual(['verified-bytes']);
    expect(quotableReferencesOn('public-order', '2026-06-01')).toEqual([]);
  });

  it('has one reference an id', () => {
    expect(new Set(LAW_REFERENCES.map(({ id }) => id)).size).toBe(LAW_REFERENCES.length);
  });

  it.each([
    ['CNY', 'America/Los_Angeles', true],
    ['USD', 'America/Los_Angeles', false],
    ['USD', 'Asia/Shanghai', false],
    [null, 'Asia/Shanghai', true],
    [null, 'Asia/Singapore', false],
  ])('China’s law speaks of a refund in %s on a page in %s: %s', (currency, timeZone, isOurs) => {
    const amount = currency === null ? null : { value: '39.90', currency, raw: '' };
    expect(isUnderChineseLaw(makeClaim({ amount, timeZone }))).toBe(isOurs);
  });

  it.each(['en', 'zh-CN'] as const)('is quoted to no platform abroad and named to no police there (%s)', (language) => {
    const claim = makeClaim({ platform: 'amazon', amount: { value: '39.90', currency: 'USD', raw: '' } });
    const confirmed = { ...LISTING_ALTERED, review: 'confirmed' } as const;
    const view = makeView([makePicture(0, { findings: [confirmed] })], { claim });
    for (const audience of ['refusal', 'appeal', 'police'] as const) {
      const written = composeRebuttal(view, textIn(language), { audience, tone: 'firm' });
      for (const { law } of LAW_REFERENCES) expect(written).not.toContain(law);
    }
  });
});
