import { describe, expect, it } from 'vitest';
import type { CaseView, FindingView } from '../../../utils/cases/case-view.ts';
import { composeRebuttal } from '../../../utils/rebuttal/compose-rebuttal.ts';
import { lengthOf } from '../../../utils/rebuttal/rebuttal-draft.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import {
  BEFORE_DISPATCH,
  EDITOR_NOTE,
  LISTING_ALTERED,
  makeClaim,
  makePicture,
  makeView,
  OTHER_PHOTO,
  REUSED,
  stressCase,
  TC260_LABEL,
} from '../../fixtures/case-view.ts';

const zh = textIn('zh-CN');
const ACCUSING = /骗|造假|作假|诈|伪造|恶意|fraud|scam|fake|forge|cheat|\blie[sd]?\b/i;

function caseWith(...findingsOfPictures: FindingView[][]): CaseView {
  return makeView(findingsOfPictures.map((findings, index) => makePicture(index, { findings })));
}

function toPlatform(view: CaseView, options: { maxLength?: number; tone?: 'polite' | 'firm' } = {}): string {
  return composeRebuttal(view, zh, { audience: 'appeal', ...options });
}

describe('to the platform', () => {
  it('says per picture what was found, with the checksum, the limits and the request', () => {
    const written = toPlatform(caseWith([], [TC260_LABEL, BEFORE_DISPATCH]));
    expect(written).toContain('订单 261102-468013579246801（售后编号 9812736450012）');
    expect(written).toMatch(/^图 2：.*TC260:AIGC.*拍摄时间.*SHA-256 前 16 位：0101010101010101。$/m);
    expect(written).toContain('以上只说明图片本身的情况');
    expect(written).toMatch(/手写订单号.*视频.*原图/);
    expect(written).not.toContain('图 1');
  });

  it('puts the picture with the strongest finding first', () => {
    const written = toPlatform(caseWith([BEFORE_DISPATCH], [REUSED]));
    expect(written.indexOf('图 2')).toBeLessThan(written.indexOf('图 1'));
    expect(written).toMatch(/^1\. 图 2/m);
    expect(written).toMatch(/^2\. 图 1/m);
  });

  it('refuses, or asks for another decision, only on a finding that is more than a clue and waits for nobody', () => {
    const refusal = (...findings: FindingView[]) =>
      (['polite', 'firm'] as const).map((tone) =>
        composeRebuttal(caseWith(findings), zh, { audience: 'refusal', tone }),
      );
    for (const written of refusal({ ...LISTING_ALTERED, review: 'confirmed' }))
      expect(written).toMatch(/无法同意退款|不同意退款/);
    for (const written of [...refusal(LISTING_ALTERED), ...refusal(BEFORE_DISPATCH), ...refusal()]) {
      expect(written).not.toMatch(/同意退款/);
      expect(written).toMatch(/视频.*原图/);
    }
    expect(toPlatform(caseWith([REUSED]))).toContain('如已退款，请按复核结果重新处理');
    expect(toPlatform(caseWith([BEFORE_DISPATCH]))).not.toContain('已退款');
  });

  it("keeps another order's number out of the refusal, which the buyer reads too", () => {
    const view = caseWith([REUSED], [TC260_LABEL]);
    for (const language of LANGUAGES) {
      const refusal = composeRebuttal(view, textIn(language), { audience: 'refusal' });
      expect(refusal).not.toContain('260918-135792468013579');
      expect(refusal).toContain('2609****3579');
      expect(composeRebuttal(view, textIn(language), { audience: 'appeal' })).toContain('260918-135792468013579');
    }
  });

  it('counts as a text box does, so that no emoji makes it too long', () => {
    const params = { ...LISTING_ALTERED.params, listing: '📷'.repeat(12) };
    const view = caseWith([{ ...LISTING_ALTERED, params, review: 'confirmed' }]);
    for (const maxLength of [60, 80, 100, 120, 200])
      expect(toPlatform(view, { maxLength }).length).toBeLessThanOrEqual(maxLength);
    expect(lengthOf('📷\n图')).toBe(4);
  });

  it('says its strongest finding and what is asked for within 100 characters', () => {
    const view = caseWith([{ ...LISTING_ALTERED, review: 'confirmed' }], [REUSED]);
    const written = composeRebuttal(view, zh, { audience: 'refusal', maxLength: 100 });
    expect(written).toMatch(/^图 1：.*同一张照片.*\n.*无法同意退款/);
  });

  it('asks to check a change that nobody has confirmed, and states it once someone has', () => {
    expect(toPlatform(caseWith([LISTING_ALTERED]))).toMatch(/请核对.*疑似/);
    expect(toPlatform(caseWith([LISTING_ALTERED]))).not.toContain('不是收到商品后拍摄');
    const confirmed = toPlatform(caseWith([{ ...LISTING_ALTERED, review: 'confirmed' }]));
    expect(confirmed).toContain('不是收到商品后拍摄');
    expect(confirmed).not.toContain('疑似');
  });

  it('asks to check an unconfirmed finding of a kind that has no question of its own', () => {
    const written = toPlatform(caseWith([{ ...REUSED, confirmed: false }]));
    expect(written).toContain('请核对图中标出的位置：这张照片在别的订单里出现过');
    expect(written).not.toContain('260918-135792468013579');
  });

  it('leaves out notes, and what the seller marked wrong', () => {
    const written = toPlatform(caseWith([EDITOR_NOTE, OTHER_PHOTO], [{ ...TC260_LABEL, review: 'wrong' }]));
    expect(written).not.toMatch(/图 \d|Photoshop|TC260|以上/);
  });

  it('asks for more and nothing else when nothing was found', () => {
    const written = toPlatform(caseWith([], []), { tone: 'firm' });
    expect(written.split('\n')).toHaveLength(2);
    expect(written).toContain('还不足以判断');
    expect(written).toMatch(/视频.*原图/);
    expect(written).not.toMatch(/暂缓|电子商务法|核对了/);
  });

  it('says that clues alone settle nothing', () => {
    expect(toPlatform(caseWith([BEFORE_DISPATCH]))).toContain('只是需要核实的线索');
  });

  it('quotes the law only in the firm tone, and only what is verified', () => {
    const view = caseWith([TC260_LABEL]);
    expect(toPlatform(view)).not.toContain('电子商务法');
    const firm = toPlatform(view, { tone: 'firm' });
    expect(firm).toContain('《中华人民共和国电子商务法》第六十三条');
    expect(firm).toContain('暂缓退款');
    expect(firm).not.toContain('治安管理处罚法');
  });

  it('names the claim by what the page had', () => {
    const nameless = makeView([makePicture(0)], { claim: makeClaim({ orderId: '', claimId: '' }) });
    expect(toPlatform(nameless)).toContain('关于这笔售后');
    const orderOnly = makeView([makePicture(0)], { claim: makeClaim({ claimId: '' }) });
    expect(toPlatform(orderOnly)).toContain('关于订单 261102-468013579246801，');
  });

  it('says the same thing of a picture once', () => {
    const written = toPlatform(caseWith([TC260_LABEL, { ...TC260_LABEL }]));
    expect(written.match(/TC260:AIGC/g)).toHaveLength(1);
  });

  it('keeps text of a page or a file on its line', () => {
    const params = { ...LISTING_ALTERED.params, listing: 'a.jpg”\n\n图 9：商家同意退款\u202e' };
    const written = toPlatform(caseWith([{ ...LISTING_ALTERED, review: 'confirmed', params }]));
    expect(written).not.toMatch(/^图 9/m);
    expect(written).not.toContain('\u202e');
  });
});

describe('to the buyer', () => {
  const view = caseWith([REUSED], [], [TC260_LABEL, LISTING_ALTERED]);

  it('asks politely, naming the pictures and no finding', () => {
    const written = composeRebuttal(view, zh, { audience: 'buyer' });
    expect(written).toContain('图 1、3');
    expect(written).toMatch(/麻烦.*视频.*原图/);
    expect(written).not.toMatch(/TC260|AI|SHA|同一张|260918/);
  });

  it('names no picture when nothing was found', () => {
    expect(composeRebuttal(caseWith([]), zh, { audience: 'buyer' })).not.toMatch(/图 \d/);
  });

  it('is the same in the firm tone', () => {
    expect(composeRebuttal(view, zh, { audience: 'buyer', tone: 'firm' })).toBe(
      composeRebuttal(view, zh, { audience: 'buyer' }),
    );
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const text = textIn(language);
  const views = {
    nothing: caseWith([], []),
    label: caseWith([TC260_LABEL]),
    many: caseWith([LISTING_ALTERED, TC260_LABEL], [REUSED], [BEFORE_DISPATCH, EDITOR_NOTE]),
    stress: stressCase(),
  };
  const variants = Object.entries(views).flatMap(([name, view]) =>
    (['refusal', 'appeal', 'buyer'] as const).flatMap((audience) =>
      (['polite', 'firm'] as const).flatMap((tone) =>
        [100, 200, 500].map((maxLength) => ({ name, view, audience, tone, maxLength })),
      ),
    ),
  );

  it.each(variants)('$name to the $audience, $tone, fits into $maxLength characters in whole sentences', (variant) => {
    const { view, maxLength, ...rest } = variant;
    const written = composeRebuttal(view, text, { ...rest, maxLength });
    const whole = composeRebuttal(view, text, rest);
    expect(lengthOf(written)).toBeLessThanOrEqual(maxLength);
    expect(written).toMatch(/[。？.?]$/);
    expect(lengthOf(written)).toBeLessThanOrEqual(lengthOf(whole));
    expect(whole).not.toMatch(ACCUSING);
  });

  it('a smaller limit never brings in what a larger one left out', () => {
    for (const sentence of ['SHA-256', '2026']) {
      const has = (maxLength: number): boolean =>
        composeRebuttal(views.many, text, { audience: 'appeal', maxLength }).includes(sentence);
      for (const [smaller, larger] of [
        [100, 200],
        [200, 500],
      ] as const) {
        if (has(smaller)) expect(has(larger), `${sentence} within ${larger}`).toBe(true);
      }
    }
  });

  it('drops the weakest finding first', () => {
    const written = composeRebuttal(views.many, text, { audience: 'appeal', maxLength: 200 });
    expect(written).toContain('260918-135792468013579');
    expect(written).not.toMatch(/拍摄时间|capture time/);
  });
});
