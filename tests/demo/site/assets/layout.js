import { element, thumbnail } from './element.js';

const MENU = [
  ['首页', []],
  ['商品管理', []],
  ['订单管理', ['订单查询', '发货中心', '物流工具']],
  ['售后管理', ['售后工作台', '工单管理', '极速退款', '售后设置']],
  ['店铺营销', []],
  ['数据中心', []],
  ['账户资金', []],
  ['多多客服', []],
];

/** The frame around every screen: header, menu, notices. */
export function createShell({ navigate }) {
  const content = element('main', { className: 'Beast__3QqLW' });
  const crumbs = element('nav', { className: 'BRD_breadcrumb_1a9c', 'aria-label': '面包屑' });
  const drawer = createDrawer(navigate);
  const header = element(
    'header',
    { className: 'mms-header_bar__2kFd0' },
    element('div', { className: 'mms-header_logo__1Qz7' }, '商家后台', element('span', {}, '演示数据')),
    element('div', { className: 'mms-header_links__3xTe' }, '商家社区', element('i'), '规则中心', element('i'), '下载'),
    element(
      'button',
      { className: 'mms-header_bell__9dKa', onclick: () => drawer.classList.toggle('is-open') },
      '消息',
      element('b', {}, '2'),
    ),
    element(
      'div',
      { className: 'mms-header_mall__0pLs' },
      element('img', { src: 'https://avatar3.pddpic.com/a/mall.png', className: 'avatar_img__7ya', alt: '' }),
      '青屿陶社旗舰店',
    ),
  );
  const menu = element(
    'aside',
    { className: 'nav_side__1bQ2' },
    MENU.map(([name, entries]) => [
      element('div', { className: 'nav_group__3Kd' }, name),
      entries.map((entry) => {
        const isHere = entry === '售后工作台';
        const onclick = () => navigate('/aftersales/aftersale_list?msfrom=mms_sidenav');
        return element(
          'a',
          { className: `nav_item__8sV${isHere ? ' nav_active__2P' : ''}`, ...(isHere ? { onclick } : {}) },
          entry,
        );
      }),
    ]),
  );
  const node = element(
    'div',
    { className: 'mms-layout' },
    header,
    menu,
    element('div', { className: 'mms-page' }, crumbs, content),
    drawer,
  );
  return {
    node,
    content,
    setCrumbs: (names) => crumbs.replaceChildren(...names.map((name) => element('span', {}, name))),
  };
}

/** Notices about other orders: they repeat the labels of a claim, with numbers that belong to none on the screen. */
function createDrawer(navigate) {
  const notices = [
    ['售后即将超时提醒', '261109-880012736455190', '32.50', '31077001862'],
    ['买家已修改售后申请', '261112-135790246801357', '158.00', '31078330094'],
  ];
  return element(
    'section',
    { className: 'ImportantList_drawer_3hT1', 'aria-label': '消息中心' },
    element('h3', {}, '重要消息'),
    notices.map(([title, order, amount, id]) =>
      element(
        'div',
        { className: 'MsgItem_item_1fGq' },
        thumbnail(
          'https://img.pddpic.com/mms-material-img/2026-09-02/b03c77e1-0f5d-4d36-a8b4-51f7cc2ad901.jpeg',
          120,
          'MsgItem_pic_0k2',
        ),
        element('strong', {}, title),
        element('p', {}, `售后编号：${id}`),
        element('p', {}, `订单编号：${order}`),
        element('p', {}, `退款金额：¥${amount}`),
        element('a', { onclick: () => navigate(`/aftersales-ssr/detail?id=${id}&orderSn=${order}`) }, '查看详情'),
      ),
    ),
  );
}
