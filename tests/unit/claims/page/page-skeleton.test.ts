// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pageSkeleton } from '../../../../utils/claims/page/page-skeleton.ts';
import { browserPageView } from '../../../../utils/claims/page/page-view.ts';
import pinduoduo from '../../../../utils/platforms/pinduoduo.ts';

function skeletonOf(body: string): string {
  document.documentElement.innerHTML = `<body>${body}</body>`;
  return pageSkeleton(document, browserPageView(), pinduoduo);
}

test('keeps tags, classes and known labels, and nothing of the data', () => {
  const skeleton = skeletonOf(`
    <script>var token = 'secret-token'</script>
    <div class="row_182930471002 label-a" data-testid="order-261118-123456789012345" title="小花爱喝茶">
      <span>订单编号：</span><b>261118-123456789012345</b></div>
    <p>买家昵称：小花爱喝茶</p><p>我是王小花，住在深圳南山</p><p>¥12.90</p><p>13812345678</p><p>2026-11-20 09:12</p>
    <a href="https://mms.pinduoduo.com/detail?id=182930471002"><img alt="小花" src="https://img.pddpic.com/gaudit-image/e1.jpeg?sign=abc"></a>
    <input value="小花爱喝茶"><h3>买家凭证（3张）</h3>`);
  for (const data of ['261118', '182930471002', '小花', '深圳', '12.90', '138', '2026', 'e1.jpeg', 'sign', 'secret']) {
    expect(skeleton).not.toContain(data);
  }
  for (const kept of [
    '“订单编号”',
    '“买家昵称：” [Chinese text of 5]',
    '[money]',
    '[time]',
    'row_#',
    'img.pddpic.com',
    '买家凭证',
  ]) {
    expect(skeleton).toContain(kept);
  }
});

test('has no name that stands in a heading, a class, a placeholder or an address of its own', () => {
  const skeleton = skeletonOf(`
    <div class="buyer-小花 u13812345678" data-testid="row-王小明" id="x王小明"><h3>王小明的凭证</h3><h3>买家上传的凭证图片</h3></div>
    <input placeholder="回复 王小明" value="王小明"><textarea>王小明</textarea><option>王小明</option>
    <img src="data:image/svg+xml,<svg><text>王小明</text></svg>" srcset="https://img.pddpic.com/wang.jpg?nick=王小明 2x">
    <iframe title="王小明"></iframe><a href="tel:+8613812345678" aria-label="打给王小明">+86 138 1234 5678</a>`);
  for (const data of ['王小明', '小花', '138', '1234', 'wang', 'nick']) expect(skeleton).not.toContain(data);
  for (const kept of ['[Chinese text of 6]', '买家上传的凭证图片', '.buyer-#', '<img from data:', '<iframe']) {
    expect(skeleton).toContain(kept);
  }
});

test('shows shadow roots and counts what repeats', () => {
  document.documentElement.innerHTML = '<body><x-box></x-box><i></i><i></i><i></i></body>';
  const root = document.querySelector('x-box')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<p>退款金额</p>';
  expect(pageSkeleton(document, browserPageView(), pinduoduo)).toBe(
    ['<body>', '  <x-box>', '    #shadow', '      <p>', '        “退款金额”', '  <i> ×3'].join('\n'),
  );
});
