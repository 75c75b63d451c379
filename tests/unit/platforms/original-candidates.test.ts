import { expect, test } from 'vitest';
import { isSigned, originalCandidates, originalsByHost } from '../../../utils/platforms/original-candidates.ts';
import pinduoduo from '../../../utils/platforms/pinduoduo.ts';
import vectors from '../../fixtures/cdn-vectors.json' with { type: 'json' };

test.each(vectors)('$cdn $in', ({ in: delivered, candidates }) => {
  // A vector that lists the delivered address says that it may be the largest already.
  expect(originalCandidates(pinduoduo, delivered)).toEqual(candidates.filter((candidate) => candidate !== delivered));
});

test.each(vectors)('the candidates of $in are a fixpoint', ({ in: delivered }) => {
  const candidates = originalsByHost(delivered);
  for (const candidate of candidates) {
    for (const next of originalsByHost(candidate)) expect([...candidates, delivered]).toContain(next);
  }
});

test.each([
  'https://p6-aftersale-sign.ecombdimg.com/k~tplv-51d71q3p2z-q75-jpeg.jpeg?x-expires=1&x-signature=R%2Fbr',
  'https://img.alicdn.com/imgextra/a.jpg_400x400.jpg?auth_key=17-0-0-abc',
  'https://img.pddpic.com/a.jpeg?sign=abc&imageMogr2/thumbnail/240x',
])('leaves a signed address alone: %s', (url) => {
  expect(isSigned(url)).toBe(true);
  expect(originalCandidates(pinduoduo, url)).toEqual([]);
});

test.each(['blob:https://a.b/1', 'data:image/png;base64,AA', 'https://elsewhere.example/a.jpg_400x400.jpg'])(
  'knows nothing about %s',
  (url) => {
    expect(originalCandidates(pinduoduo, url)).toEqual([]);
  },
);
