/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomPage {
  readonly html: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly amount: string;
  readonly reason: string;
  readonly evidence: readonly string[];
  /** What the page is made of, for the message of a failing test. */
  readonly recipe: string;
}

const LABELS = {
  claimId: ['售后编号', '售后单号', '退款编号', '服务单号'],
  orderId: ['订单编号', '订单号', '订单ID'],
  amount: ['退款金额', '申请退款金额', '退款总额'],
  reason: ['申请原因', '售后原因', '退款原因'],
  applyTime: ['申请时间', '售后申请时间'],
  description: ['申请说明', '售后说明', '问题描述'],
} as const;
const REASONS = ['商品破损', '质量问题', '收到商品少件/漏发', '商品发霉、变质', '描述不符'];
const OTHER_ROWS = [
  ['实收金额', '¥99.00'],
  ['订单金额', '¥128.00'],
  ['支付方式', '微信支付'],
  ['优惠券', '-'],
  ['收货地址', '广东省深圳市***'],
] as const;

type Row = readonly [label: string, value: string];

/** One claim in a layout that nobody designed: random labels, markup, order and decoys. Same seed, same page. */
export function randomPage(seed: number): RandomPage {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const chance = (probability: number) => random() < probability;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 9) + 1).join('');
  const hash = () => random().toString(36).slice(2, 7);
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  const photo = (name: string) => `https://img.pddpic.com/gaudit-image/2026-11-20/${name}${hash()}${digits(3)}.jpeg`;
  const colon = pick(['', '：', ':', ' : ']);
  const cls = {
    row: `r_${hash()}`,
    label: `l_${hash()}`,
    value: `v_${hash()}`,
    head: `h_${hash()}`,
    card: `c_${hash()}`,
  };

  const claimId = digits(12);
  const orderId = `26${digits(4)}-${digits(15)}`;
  const amount = `${Math.floor(random() * 900) + 1}.${digits(2)}`;
  const reason = pick(REASONS);
  const money = pick([`¥${amount}`, `￥ ${amount}`, `${amount}元`, `¥${amount}（含运费¥0.00）`, amount]);
  const rows: Row[] = [
    [pick(LABELS.claimId), claimId],
    [pick(LABELS.orderId), orderId],
    [pick(LABELS.amount), money],
    [pick(LABELS.reason), reason],
    [pick(LABELS.applyTime), '2026-11-20 09:12:33'],
    ...(chance(0.5) ? [[pick(LABELS.description), '打开就是这样，没法用了'] as Row] : []),
    ...shuffle(OTHER_ROWS).slice(0, Math.floor(random() * 4)),
  ];

  const imageForms: readonly ((url: string) => string)[] = [
    (url) => `<img src="${url}">`,
    (url) => `<a href="${url}" target="_blank"><img src="${url}?imageMogr2/thumbnail/240x"></a>`,
    (url) => `<div class="t_${cls.row}" style="width:80px;height:80px;background-image:url('${url}')"></div>`,
    (url) => `<img class="lazy" data-src="${url}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    (url) => `<span class="w_${cls.row}"><img src="${url}" width="80" height="80"></span>`,
    (url) =>
      `<picture><source srcset="${url}?imageView2/2/w/200/format/webp" type="image/webp"><img src="${url}"></picture>`,
  ];
  const imageForm = pick(imageForms);
  const gallery = (urls: readonly string[], form = imageForm) => {
    const list = urls.map(form);
    return pick([
      `<div class="g_${cls.value}">${list.join('')}</div>`,
      `<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>`,
      `<div><div>${list.map((item) => `<div>${item}</div>`).join('')}</div></div>`,
      list.map((item) => `<div class="i_${cls.row}">${item}</div>`).join(''),
    ]);
  };

  const evidence = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => photo(`e${index}`));
  const [fieldsName, fields] = pick(fieldLayouts(cls, colon, hash));
  const headForm = pick([
    (title: string) => `<h3>${title}</h3>`,
    (title: string) => `<div class="${cls.head}">${title}</div>`,
    (title: string) => `<div class="${cls.head}"><span>${title}</span></div>`,
    (title: string) => `<div>${title}</div>`,
    (title: string) => `<header><i class="bar"></i><strong>${title}</strong></header>`,
  ]);
  const isFlat = chance(0.3);
  const section = (title: string, body: string) =>
    isFlat
      ? `${headForm(title)}<div>${body}</div>`
      : `<div class="${cls.card}">${headForm(title)}<div class="b_${cls.card}">${body}</div></div>`;

  const label = pick([
    '凭证',
    '买家凭证',
    '凭证图片',
    `买家举证（${evidence.length}张）`,
    '售后凭证',
    '上传凭证',
    '图片凭证：',
  ]);
  const logEntry = (who: string, text: string, urls: readonly string[]) =>
    `<div class="e_${cls.row}"><img class="avatar" src="${photo('a')}"><div><b>${who}</b><span>2026-11-20 10:00:00</span><p>${text}</p>${urls.length ? gallery(urls) : ''}</div></div>`;
  const isLog = chance(0.2);
  const evidencePart = isLog
    ? section(
        pick(['协商记录', '协商历史']),
        shuffle([
          logEntry('买家', '商家发的货是坏的', evidence),
          logEntry('商家', '请提供视频', [photo('counter')]),
          logEntry('系统', '买家发起了退款申请', []),
        ]).join(''),
      )
    : chance(0.4) && fieldsName !== 'columns'
      ? fields([[label.replace('：', ''), gallery(evidence)]])
      : section(label, gallery(evidence));

  const decoys = [
    section(pick(['商家凭证', '我的举证']), gallery([photo('s'), photo('s')])),
    section(pick(['为你推荐', '推荐商品', '店铺热销', '相关活动']), gallery([photo('r')])),
    section(
      '商品信息',
      `<a href="https://mobile.yangkeduo.com/goods.html?goods_id=${digits(9)}"><img src="${photo('g')}"></a><span>马克杯</span>`,
    ),
    `<div class="${pick(['banner', 'x_banner_1', 'top-banner'])}"><img src="${photo('b')}"></div>`,
    `<div class="${hash()}"><img class="${pick(['avatar', 'user-avatar_x'])}" src="${photo('v')}"><span>小**花</span></div>`,
    `<div class="${hash()}"><img width="24" height="24" src="${photo('i')}">在线客服</div>`,
  ];
  const drawer = `<div class="${pick(['notice-drawer', 'MsgItem_x1', hash()])}"><p>订单编号：260101-${digits(15)}</p><p>退款金额：¥8.00</p><p>申请原因：不想要了</p></div>`;
  const claimPart = section('售后信息', fields(rows));
  const order = chance(0.5) ? [claimPart, evidencePart] : [evidencePart, claimPart];
  const main = [...order, ...shuffle(decoys).slice(0, 1 + Math.floor(random() * decoys.length))];
  const shuffled = chance(0.5) ? shuffle(main) : main;
  const around = shuffle([`<main class="${hash()}">${shuffled.join('')}</main>`, ...(chance(0.5) ? [drawer] : [])]);
  return {
    html: `<body><div id="root">${around.join('')}</div></body>`,
    ...{ claimId, orderId, amount, reason, evidence },
    recipe: JSON.stringify({ seed, fieldsName, isFlat, isLog, label, head: headForm('T'), image: imageForm('U') }),
  };
}

function fieldLayouts(
  cls: { row: string; label: string; value: string },
  colon: string,
  hash: () => string,
): readonly (readonly [string, (rows: readonly Row[]) => string])[] {
  const each = (rows: readonly Row[], render: (label: string, value: string) => string) =>
    rows.map(([label, value]) => render(label, value)).join('');
  return [
    ['dl', (rows) => `<dl>${each(rows, (l, v) => `<dt>${l}${colon}</dt><dd>${v}</dd>`)}</dl>`],
    ['dl-each', (rows) => each(rows, (l, v) => `<dl><dt>${l}${colon}</dt><dd>${v}</dd></dl>`)],
    ['table', (rows) => `<table>${each(rows, (l, v) => `<tr><th>${l}${colon}</th><td>${v}</td></tr>`)}</table>`],
    ['table-td', (rows) => `<table>${each(rows, (l, v) => `<tr><td>${l}${colon}</td><td>${v}</td></tr>`)}</table>`],
    [
      'table-pairs',
      (rows) =>
        `<table><tbody>${Array.from({ length: Math.ceil(rows.length / 2) }, (_, i) => `<tr>${each(rows.slice(2 * i, 2 * i + 2), (l, v) => `<td class="${cls.label}">${l}${colon}</td><td>${v}</td>`)}</tr>`).join('')}</tbody></table>`,
    ],
    [
      'columns',
      (rows) =>
        `<table><thead><tr>${each(rows, (l) => `<th>${l}</th>`)}<th>操作</th></tr></thead><tbody><tr>${each(rows, (_, v) => `<td>${v}</td>`)}<td>查看详情</td></tr></tbody></table>`,
    ],
    [
      'div-rows',
      (rows) =>
        each(
          rows,
          (l, v) =>
            `<div class="${cls.row}"><div class="${cls.label}">${l}${colon}</div><div class="${cls.value}">${v}</div></div>`,
        ),
    ],
    ['span-rows', (rows) => each(rows, (l, v) => `<p><span>${l}${colon}</span><span>${v}</span></p>`)],
    [
      'flat',
      (rows) =>
        `<div>${each(rows, (l, v) => `<div class="${cls.label}">${l}${colon}</div><div class="${cls.value}">${v}</div>`)}</div>`,
    ],
    ['flat-plain', (rows) => `<div>${each(rows, (l, v) => `<div>${l}${colon}</div><div>${v}</div>`)}</div>`],
    ['one-text', (rows) => each(rows, (l, v) => `<div class="${cls.row}">${l}：${v}</div>`)],
    ['two-texts', (rows) => each(rows, (l, v) => `<div class="${cls.row}">${l}：<!-- -->${v}</div>`)],
    ['bold', (rows) => each(rows, (l, v) => `<p><b>${l}${colon}</b> ${v}</p>`)],
    [
      'nested',
      (rows) =>
        each(
          rows,
          (l, v) =>
            `<li class="${cls.row}"><div><div><label><em>*</em><span>${l}</span></label></div></div><div><div><div><span>${v}</span></div></div></div></li>`,
        ),
    ],
    [
      'tooltip',
      (rows) =>
        each(
          rows,
          (l, v) =>
            `<div class="${cls.row}"><div>${l}<i class="tip"></i><span>：</span></div><section>${v}<button>复制</button></section></div>`,
        ),
    ],
    [
      'descriptions',
      (rows) =>
        `<div class="ant-descriptions"><table><tbody>${each(rows, (l, v) => `<tr class="ant-descriptions-row"><td class="ant-descriptions-item" colspan="1"><div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">${l}</span><span class="ant-descriptions-item-content">${v}</span></div></td></tr>`)}</tbody></table></div>`,
    ],
    [
      'hashed',
      (rows) =>
        each(
          rows,
          (l, v) =>
            `<div class="${hash()}"><span class="${hash()}">${l}${colon}</span><div class="${hash()}"><span class="${hash()}">${v}</span></div></div>`,
        ),
    ],
  ];
}
