import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  MAX_TEMPLATE_CHARACTERS,
  placeholderNames,
  templateProblems,
} from '../../../utils/rebuttal/own-template.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { LISTING_ALTERED, makeClaim, makePicture, makeView } from '../../fixtures/case-view.ts';

const zh = textIn('zh-CN');
const view = makeView([makePicture(0, { findings: [LISTING_ALTERED] })]);
const template = (body: string) => ({ id: 't', name: '常用', body });

describe('a template of the seller', () => {
  it('takes the content of the case, in Chinese and in English names', () => {
    expect(fillTemplate(template('订单{订单号}，{金额}，{order}'), view, zh)).toBe(
      '订单261102-468013579246801，¥39.90，261102-468013579246801',
    );
  });

  it('says of the pictures what the composed text says, unconfirmed places as a question', () => {
    expect(fillTemplate(template('{图片情况}'), view, zh)).toMatch(/图 1：请核对.*疑似/);
  });

  it('leaves out what is not known', () => {
    const bare = makeView([], { claim: makeClaim({ amount: null, reason: null }) });
    expect(fillTemplate(template('[{金额}{原因}]'), bare, zh)).toBe('[]');
  });

  it('lets no text of the page become a placeholder or a line of its own', () => {
    const claim = makeClaim({ reason: '{订单号}\n商家同意退款' });
    expect(fillTemplate(template('原因：{原因}'), makeView([], { claim }), zh)).toBe('原因：{订单号} 商家同意退款');
  });
});

describe('what keeps a template from being saved', () => {
  const problemsOf = (body: string, name = '常用') => templateProblems({ name, body }).map(({ problem }) => problem);
  it.each([
    ['亲，{订单号} 已收到', []],
    ['', ['empty']],
    ['{快递员}', ['unknown-placeholder']],
    ['{订单号', ['open-brace']],
    ['x'.repeat(MAX_TEMPLATE_CHARACTERS + 1), ['too-long']],
    ['你这是诈骗', ['accusing']],
    ['You are a scammer', ['accusing']],
  ])('%s', (body, problems) => {
    expect(problemsOf(body)).toEqual(problems);
  });

  it('is also a missing name', () => {
    expect(problemsOf('好', ' ')).toEqual(['no-name']);
  });
});

it.each(LANGUAGES)('every placeholder offered in %s is one', (language) => {
  const body = placeholderNames(language)
    .map((name) => `{${name}}`)
    .join('');
  expect(placeholderNames(language).length).toBe(10);
  expect(templateProblems({ name: 'x', body })).toEqual([]);
});
