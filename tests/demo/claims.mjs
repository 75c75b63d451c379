// What the demo's seller center holds. Field names are those that Pinduoduo's own pages receive, as far as they are
// known; people, orders and the shop are invented.

const AUDIT = 'https://img.pddpic.com/gaudit-image';
const MATERIAL = 'https://img.pddpic.com/mms-material-img/2026-09-02';
export const THUMBNAIL_QUERY = '?imageMogr2/thumbnail/240x';

/** What an image address answers: a file of the pictures' folder, or a fault. */
export const IMAGES = new Map(
  Object.entries({
    [`${MATERIAL}/6f1d2a90-3c47-4e0b-9b52-8e7c1f0a4d11.jpeg`]: { file: 'listing-main.jpg' },
    [`${MATERIAL}/6f1d2a90-3c47-4e0b-9b52-8e7c1f0a4d12.jpeg`]: { file: 'listing-pair.jpg' },
    [`${MATERIAL}/6f1d2a90-3c47-4e0b-9b52-8e7c1f0a4d13.jpeg`]: { file: 'listing-above.jpg' },
    [`${MATERIAL}/b03c77e1-0f5d-4d36-a8b4-51f7cc2ad901.jpeg`]: { file: 'recommended.jpg' },
    [`${AUDIT}/2026-11-17/4be08d5c.jpeg`]: { file: 'generated-earlier.jpg' },
    [`${AUDIT}/2026-11-20/ed63f69d.jpeg`]: { file: 'cracked.jpg' },
    [`${AUDIT}/2026-11-19/97a41c02.jpeg`]: { file: 'genuine-front.jpg' },
    [`${AUDIT}/2026-11-19/97a41c03.jpeg`]: { file: 'genuine-close.jpg' },
    [`${AUDIT}/2026-11-20/c85f20b7.png`]: { file: 'generated.png' },
    [`${AUDIT}/2026-11-21/0bad0001.jpeg`]: { file: 'not-an-image.jpg' },
    [`${AUDIT}/2026-11-21/0bad0002.jpeg`]: { file: 'truncated.jpg' },
    [`${AUDIT}/2026-11-21/0bad0003.png`]: { file: 'huge.png' },
    [`${AUDIT}/2026-11-21/0bad0004.jpeg`]: { file: 'empty.jpg' },
    [`${AUDIT}/2026-11-21/0bad0005.jpeg`]: { fault: 'forbidden' },
    [`${AUDIT}/2026-11-21/0bad0006.jpeg`]: { fault: 'not-found' },
    [`${AUDIT}/2026-11-21/0bad0007.jpeg`]: { fault: 'html' },
    [`${AUDIT}/2026-11-21/0bad0008.jpeg`]: { fault: 'silent' },
    'https://chat-img.pddugc.com/chat-pic-mall-user-v1/2026-11-20/7b788296.jpeg': { file: 'packing.jpg' },
    'https://avatar3.pddpic.com/a/buyer-1.png': { file: 'avatar-buyer.png' },
    'https://avatar3.pddpic.com/a/mall.png': { file: 'avatar-seller.png' },
  }),
);

const [MAIN, PAIR, ABOVE, RECOMMENDED] = [...IMAGES.keys()].filter((url) => url.startsWith(MATERIAL));
const GOODS = {
  goodsId: '518273645019',
  goodsName: '青屿陶社 手绘远山马克杯 粗陶窑变咖啡杯 350ml 礼盒装',
  goodsNumber: 1,
  thumbUrl: MAIN,
  snapshotUrls: [MAIN, PAIR, ABOVE],
};
export const RECOMMENDED_GOODS = [
  { goodsName: '青屿陶社 远山系列 蓝釉马克杯', price: '86.00', thumbUrl: RECOMMENDED },
  { goodsName: '青屿陶社 远山对杯 两只礼盒装', price: '149.00', thumbUrl: PAIR },
];

/** One claim; the defaults are what most of them share. */
function claim(fields) {
  return {
    ...GOODS,
    goodsSpec: '远山白 350ml',
    afterSalesType: 1,
    afterSalesTypeName: '仅退款',
    afterSalesTitle: '待商家处理',
    afterSalesReasonDesc: '商品破损',
    refundAmount: 7900,
    receiveAmount: 7900,
    sellerAfterSalesShippingStatusDesc: '已发货',
    counterEvidence: [],
    ...fields,
  };
}

/** The claims by their name in the demo, in the order in which they are shown and gone through. */
export const CLAIMS = {
  earlier: claim({
    id: '31078852140',
    orderSn: '261110-402718833650417',
    buyerName: '林***木',
    goodsSpec: '青瓷绿 350ml',
    remark: '收到就碎成这样，全是碎片，没法用，退款。',
    images: imagesOf('generated-earlier.jpg'),
    payTime: '2026-11-10 09:12:40',
    shippingTime: '2026-11-11 16:30:00',
    signTime: '2026-11-16 18:22:09',
    createdAt: '2026-11-17 10:05:33',
    orderTrackingNumber: 'YT8846120937715',
  }),
  a: claim({
    id: '31079916027',
    orderSn: '261114-102938475610293',
    buyerName: '青山不改8',
    remark: '杯身裂了一道大口子，不敢装水，要求退款不退货。',
    images: imagesOf('cracked.jpg'),
    payTime: '2026-11-14 21:40:18',
    shippingTime: '2026-11-15 17:05:00',
    signTime: '2026-11-19 12:48:51',
    createdAt: '2026-11-20 08:31:07',
    orderTrackingNumber: 'YT8846120941168',
    counterEvidence: ['https://chat-img.pddugc.com/chat-pic-mall-user-v1/2026-11-20/7b788296.jpeg'],
  }),
  b: claim({
    id: '31079604415',
    orderSn: '261115-288104067735521',
    buyerName: '何***然',
    remark: '拆开发现杯口磕掉一块，往下还有一条裂纹，包装盒角是瘪的。',
    images: imagesOf('genuine-front.jpg', 'genuine-close.jpg'),
    payTime: '2026-11-15 11:02:55',
    shippingTime: '2026-11-15 17:05:00',
    signTime: '2026-11-19 19:36:20',
    createdAt: '2026-11-19 20:31:44',
    orderTrackingNumber: 'YT8846120941302',
  }),
  c: claim({
    id: '31080127739',
    orderSn: '261116-650019283374610',
    buyerName: '青山不改8',
    goodsSpec: '青瓷绿 350ml',
    remark: '杯子碎了，差点划到手，马上退款，不然投诉。',
    images: imagesOf('generated.png'),
    payTime: '2026-11-16 13:27:02',
    shippingTime: '2026-11-17 15:50:00',
    signTime: '2026-11-20 10:11:36',
    createdAt: '2026-11-20 22:47:15',
    orderTrackingNumber: 'YT8846120955046',
  }),
  bad: claim({
    id: '31080330951',
    orderSn: '261117-771200394816625',
    buyerName: '郑***心',
    remark: '图片传了好几次都不成功。',
    images: [...IMAGES.keys()].filter((url) => url.includes('/0bad')),
    payTime: '2026-11-17 08:15:30',
    shippingTime: '2026-11-17 15:50:00',
    signTime: '2026-11-20 16:02:48',
    createdAt: '2026-11-21 09:20:11',
    orderTrackingNumber: 'YT8846120955113',
  }),
};

/** The address of a claim's page. */
export function claimUrl({ id, orderSn }) {
  return `https://mms.pinduoduo.com/aftersales-ssr/detail?id=${id}&orderSn=${orderSn}`;
}

export const LIST_URL = 'https://mms.pinduoduo.com/aftersales/aftersale_list?msfrom=mms_sidenav';

function imagesOf(...files) {
  return files.map((file) => [...IMAGES].find(([, answer]) => answer.file === file)[0]);
}
