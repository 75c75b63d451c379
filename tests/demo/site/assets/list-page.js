import { element, thumbnail, yuan } from './element.js';
import { requestScreenData } from './request.js';

const TABS = ['全部', '待商家处理', '待买家处理', '平台处理中', '退款成功', '退款关闭'];
const FILTERS = ['订单编号', '售后编号', '商品ID', '售后类型', '售后状态', '申请时间'];
const COLUMNS = ['商品信息', '退款金额', '售后类型', '申请原因', '发货状态', '售后状态', '操作'];
const ROW_DELAY_MS = 70;

/** The list of claims; rows come one after the other. */
export async function showList(content, { navigate }) {
  const data = await requestScreenData('/mercury/mms/afterSales/queryList', { pageNumber: 1, pageSize: 20 });
  if (data === null) return;
  const rows = element('div', { className: 'TB_body_4-0-1' });
  const head = COLUMNS.map((name) => element('span', {}, name));
  content.replaceChildren(
    element('div', { className: 'card_box__1Xy' }, createTabs(data.total), createFilters()),
    element(
      'div',
      { className: 'card_box__1Xy' },
      element('div', { className: 'TB_head_4-0-1' }, head),
      rows,
      createPager(data.total),
    ),
  );
  data.list.forEach((claim, index) => {
    setTimeout(() => rows.append(createRow(claim, navigate)), index * ROW_DELAY_MS);
  });
}

function createRow(claim, navigate) {
  const path = `/aftersales-ssr/detail?id=${claim.id}&orderSn=${claim.orderSn}`;
  return element(
    'div',
    { className: 'after-sales-table_order_item__3QqLW', 'data-testid': 'after-sales-row' },
    element(
      'div',
      { className: 'table-item-header_sn__2gbGk' },
      element('span', {}, `售后编号：${claim.id}`),
      element('span', {}, `订单编号：${claim.orderSn}`),
      element('span', {}, `申请时间：${claim.createdAt}`),
      element('span', { className: 'table-item-header_buyer__1k' }, `买家昵称：${claim.buyerName}`),
    ),
    element(
      'div',
      { className: 'after-sales-table_cells__9Lm' },
      element(
        'div',
        { className: 'goods_cell__2Wd' },
        thumbnail(claim.thumbUrl, 120, 'goods_thumb__5Rj', claim.goodsName),
        element(
          'div',
          {},
          element('p', {}, claim.goodsName),
          element('p', { className: 'goods_spec__1e' }, `${claim.goodsSpec} ×${claim.goodsNumber}`),
        ),
      ),
      element(
        'div',
        { className: 'Beast__price' },
        `¥${yuan(claim.refundAmount)}`,
        element('small', {}, `实收 ¥${yuan(claim.receiveAmount)}`),
      ),
      element('div', {}, claim.afterSalesTypeName),
      element('div', {}, claim.afterSalesReasonDesc),
      element('div', {}, claim.sellerAfterSalesShippingStatusDesc),
      element('div', { className: 'status_wait__7' }, claim.afterSalesTitle),
      element(
        'div',
        { className: 'ops_cell__0q' },
        element('a', { href: path, onclick: (event) => follow(event, path, navigate) }, '查看详情'),
        element('a', { className: 'ops_minor__3' }, '同意退款'),
        element('a', { className: 'ops_minor__3' }, '添加备注'),
      ),
    ),
  );
}

function follow(event, path, navigate) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  navigate(path);
}

function createTabs(total) {
  const tabs = TABS.map((name, index) =>
    element(
      'div',
      { className: `TAB_item_5-1${index === 1 ? ' TAB_active_5-1' : ''}` },
      index === 1 ? `${name} (${total})` : name,
    ),
  );
  return element('div', { className: 'TAB_bar_5-1' }, tabs);
}

function createFilters() {
  return element(
    'div',
    { className: 'Form_grid_2-9' },
    FILTERS.map((name) =>
      element(
        'label',
        { className: 'Form_item_2-9' },
        element('span', {}, name),
        element('input', { placeholder: '请输入' }),
      ),
    ),
    element(
      'div',
      { className: 'Form_item_2-9' },
      element('button', { className: 'BTN_primary_5-127' }, '查询'),
      element('button', { className: 'BTN_default_5-127' }, '重置'),
    ),
  );
}

function createPager(total) {
  return element(
    'div',
    { className: 'PGT_pager_4-0' },
    element('span', {}, `共有 ${total} 条`),
    element('span', { className: 'PGT_pagerItem_4-0 PGT_pagerItemActive_4-0' }, '1'),
    element('span', {}, '20 条/页'),
  );
}
