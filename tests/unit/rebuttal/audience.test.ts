import { describe, expect, it } from 'vitest';
import { AUDIENCES, reasonNotOffered, usualAudience } from '../../../utils/rebuttal/audience.ts';
import { composeRebuttal } from '../../../utils/rebuttal/compose-rebuttal.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import {
  BEFORE_DISPATCH,
  LISTING_ALTERED,
  makeClaim,
  makePicture,
  makeView,
  REUSED,
  stressCase,
  TC260_LABEL,
} from '../../fixtures/case-view.ts';

const zh = textIn('zh-CN');
const confirmed = { ...LISTING_ALTERED, review: 'confirmed' } as const;
const caseOf = (...findings: (typeof LISTING_ALTERED)[]) => makeView([makePicture(0, { findings })]);
const ACCUSING = /骗|造假|作假|伪造|恶意|fraud|scam|fake|forge|cheat|\blie[sd]?\b/i;

describe('whom a text is offered for', () => {
  it('writes to no authority about clues, or about a place that nobody has looked at', () => {
    expect(reasonNotOffered(caseOf(), 'complaint')).toBe('nothing-found');
    expect(reasonNotOffered(caseOf(BEFORE_DISPATCH), 'complaint')).toBeNull();
    expect(reasonNotOffered(caseOf(BEFORE_DISPATCH), 'police')).toBe('nothing-confirmed');
    expect(reasonNotOffered(caseOf(LISTING_ALTERED), 'police')).toBe('nothing-confirmed');
    expect(reasonNotOffered(caseOf(confirmed), 'police')).toBeNull();
    expect(reasonNotOffered(caseOf({ ...REUSED, review: 'wrong' }), 'police')).toBe('nothing-found');
  });

  it('sends no claim from abroad to offices of China', () => {
    const abroad = (claim: Parameters<typeof makeClaim>[0]) =>
      reasonNotOffered({ ...caseOf(confirmed), claim: makeClaim(claim) }, 'complaint');
    expect(abroad({ amount: { value: '12.00', currency: 'USD', raw: 'US$12.00' } })).toBe('abroad');
    expect(abroad({ amount: null, timeZone: 'Asia/Singapore' })).toBe('abroad');
    expect(abroad({ amount: null })).toBeNull();
  });

  it('asks a provider only about its own label', () => {
    expect(reasonNotOffered(caseOf(confirmed), 'provider')).toBe('no-label');
    expect(composeRebuttal(caseOf(confirmed), zh, { audience: 'provider' })).toBe(
      composeRebuttal(caseOf(confirmed), zh, { audience: 'refusal' }),
    );
  });
});

describe('whom a text is for, unless the seller says otherwise', () => {
  it.each([
    [{}, 'refusal'],
    [{ claim: makeClaim({ claimType: 'dispute' }) }, 'appeal'],
    [{ outcome: 'refunded' }, 'appeal'],
    [{ outcome: 'lost' }, 'appeal'],
    [{ outcome: 'withdrawn' }, 'refusal'],
  ] as const)('%o: %s', (changed, audience) => {
    expect(usualAudience(makeView([], changed))).toBe(audience);
  });
});

it('asks the provider by name, and tells it no order and no buyer', () => {
  const written = composeRebuttal(caseOf(TC260_LABEL, confirmed), zh, { audience: 'provider' });
  expect(written).toContain('智谱');
  expect(written).toContain('a1b2c3');
  expect(written).not.toMatch(/261102-468013579246801|晴天|商品图/);
  // The content id is what the provider can look up.
  expect(composeRebuttal(caseOf(TC260_LABEL), zh, { audience: 'provider', maxLength: 100 })).toContain('a1b2c3');
});

describe('to the police', () => {
  const view = makeView([makePicture(0, { findings: [confirmed] }), makePicture(1, { findings: [LISTING_ALTERED] })], {
    claim: makeClaim({ applyTime: '2026-11-05T09:12:00+08:00' }),
    openClaimsOfBuyer: { count: 3, value: '4280.50', currency: 'CNY' },
  });
  const written = composeRebuttal(view, zh, { audience: 'police' });

  it('states the order, the confirmed findings, and leaves the judgement to the reader', () => {
    expect(written).toContain('订单编号：261102-468013579246801');
    expect(written).toContain('不是收到商品后拍摄');
    expect(written).not.toContain('疑似');
    expect(written).toContain('请依法核实认定');
  });

  it('sums the open claims of the buyer beside the amounts of the rule, with the local standard', () => {
    expect(written).toContain('未结的售后共 3 笔，合计 ¥4,280.50');
    expect(written).toMatch(/法释〔2011〕7号.*以当地标准为准/);
    const once = { ...view, openClaimsOfBuyer: { count: 1, value: '39.90', currency: 'CNY' } };
    expect(composeRebuttal(once, zh, { audience: 'police' })).not.toContain('法释');
    const dear = { ...once, claim: makeClaim({ amount: { value: '3000.00', currency: 'CNY', raw: '3000' } }) };
    expect(composeRebuttal(dear, zh, { audience: 'police' })).toMatch(/法释〔2011〕7号.*以当地标准为准/);
    expect(composeRebuttal(dear, zh, { audience: 'police' })).not.toContain('同一买家');
  });

  it('takes the article of the day of the act, and quotes only verified text', () => {
    expect(written).toContain('第五十八条（条文以官方公布的文本为准）');
    expect(written).not.toContain('二千元以下罚款');
    const earlier = { ...view, claim: makeClaim({ applyTime: '2025-12-31T23:00:00+08:00' }) };
    expect(composeRebuttal(earlier, zh, { audience: 'police' })).toMatch(/第四十九条：“.*五百元以下罚款/);
  });
});

it.each(LANGUAGES.flatMap((language) => AUDIENCES.map((audience) => [language, audience] as const)))(
  'accuses nobody in %s to %s',
  (language, audience) => {
    const view = stressCase();
    const confirmedView = {
      ...view,
      pictures: view.pictures.map((picture) => ({
        ...picture,
        findings: picture.findings.map((finding) => ({ ...finding, review: 'confirmed' as const })),
      })),
    };
    expect(composeRebuttal(confirmedView, textIn(language), { audience })).not.toMatch(ACCUSING);
  },
);
