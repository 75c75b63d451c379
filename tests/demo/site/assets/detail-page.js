import { createDeadline } from './deadline.js';
import { element, thumbnail, yuan } from './element.js';
import { createNegotiation } from './negotiation.js';
import { requestScreenData } from './request.js';

const SECTION_DELAY_MS = 110;

/** One claim. The sections come one after the other, the evidence among the last. */
export async function showDetail(content, claimId, { navigate }) {
  const claim = await requestScreenData('/mercury/mms/afterSales/detail', { id: claimId });
  if (claim === null) return;
  const main = element('div', { className: 'detail_main__4Tz' });
  const side = element('div', { className: 'detail_side__1c' });
  content.replaceChildren(element('div', { className: 'detail_wrap__2Hs', 'data-claim': claimId }, main, side));
  const sections = [
    [main, () => createStatus(claim)],
    [main, () => createClaimFacts(claim)],
    [side, () => createGoods(claim)],
    [side, () => createOrderFacts(claim)],
    [main, () => createNegotiation(claim)],
    [side, () => createRecommended(claim, navigate)],
  ];
  sections.forEach(([column, create], index) => {
    setTimeout(() => column.append(create()), index * SECTION_DELAY_MS);
  });
}

function createStatus(claim) {
  const steps = ['买家申请售后', '商家处理', '售后完成'].map((name, index) =>
    element(
      'div',
      { className: `mui-steps-item${index === 1 ? ' mui-steps-item-active' : ''}` },
      element('i', {}, String(index + 1)),
      element('span', { className: 'mui-steps-item-title' }, name),
    ),
  );
  return card(
    element('div', { className: 'mui-steps' }, steps),
    element('h2', { className: 'status_title__8k' }, `${claim.afterSalesTypeName}，${claim.afterSalesTitle}`),
    createDeadline(claim.createdAt),
    element(
      'div',
      { className: 'BTN_outerWrapper_5-127' },
      element('button', { className: 'BTN_primary_5-127' }, '同意退款'),
      element('button', { className: 'BTN_default_5-127' }, '驳回申请'),
      element('button', { className: 'BTN_default_5-127' }, '联系买家'),
    ),
  );
}

function createClaimFacts(claim) {
  return card(
    title('售后信息'),
    pair('售后编号', claim.id),
    pair('售后类型', claim.afterSalesTypeName),
    pair('售后状态', claim.afterSalesTitle),
    pair('退款金额', `¥${yuan(claim.refundAmount)}`, 'Beast__price'),
    pair('申请原因', claim.afterSalesReasonDesc),
    element('p', { className: 'Beast__line' }, `申请时间：${claim.createdAt}`),
    pair('买家昵称', claim.buyerName),
    pair('申请说明', claim.remark),
    pair(
      '买家凭证',
      element(
        'div',
        { className: 'evidence_list__2oB' },
        claim.images.map((url) =>
          element('span', { className: 'evidence_item__6f' }, thumbnail(url, 240, 'evidence_img__0aZ')),
        ),
      ),
    ),
  );
}

function createGoods(claim) {
  return card(
    title('商品信息'),
    element(
      'div',
      { className: 'goods_cell__2Wd' },
      thumbnail(claim.thumbUrl, 240, 'goods_thumb__5Rj', claim.goodsName),
      element(
        'div',
        {},
        pair('商品名称', claim.goodsName),
        pair('规格', claim.goodsSpec),
        pair('商品ID', claim.goodsId),
        pair('数量', String(claim.goodsNumber)),
      ),
    ),
    element('div', { className: 'goods-snapshot_title__3' }, '交易快照'),
    element(
      'div',
      { className: 'goods-snapshot_list__1Xu' },
      claim.snapshotUrls.map((url) => thumbnail(url, 240, 'goods-snapshot_img__7')),
    ),
  );
}

function createOrderFacts(claim) {
  return card(
    title('订单信息'),
    pair('订单编号', claim.orderSn),
    pair('实收金额', `¥${yuan(claim.receiveAmount)}`),
    pair('成交时间', claim.payTime),
    pair('发货时间', claim.shippingTime),
    pair('签收时间', claim.signTime),
    pair('快递单号', claim.orderTrackingNumber),
    pair('物流公司', '圆通速递'),
    element(
      'div',
      { id: 'detail-express-box', className: 'express_box__1' },
      `${claim.signTime} 已签收，签收人：家门口`,
    ),
  );
}

function createRecommended(claim, navigate) {
  return card(
    title('为你推荐'),
    element(
      'div',
      { className: 'recommend_list__2n' },
      claim.recommended.map((goods) =>
        element(
          'a',
          { className: 'recommend_item__0', onclick: () => navigate('/aftersales/aftersale_list') },
          thumbnail(goods.thumbUrl, 240, 'recommend_img__4', goods.goodsName),
          element('span', {}, goods.goodsName),
          element('b', {}, `¥${goods.price}`),
        ),
      ),
    ),
  );
}

function card(...children) {
  return element('section', { className: 'card_box__1Xy' }, ...children);
}

function title(text) {
  return element('h3', { className: 'card_title__5w' }, text);
}

/** A label and its value, as the real pages build most of theirs. */
function pair(label, value, valueClass = 'Beast__1POzs') {
  return element(
    'div',
    { className: 'Beast__2-PbN' },
    element('span', { className: 'Beast__3ueKc' }, label),
    element('div', { className: valueClass }, value),
  );
}
