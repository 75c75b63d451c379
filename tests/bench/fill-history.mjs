/**
 * Writes invented claims into the history of the page that runs it: every record that a claim of two pictures has,
 * without the pictures' bytes. Handed to a browser as text, so it uses nothing from outside.
 * @param {number} count
 */
export async function fillHistory(count) {
  const PLATFORMS = ['pinduoduo', 'taobao', 'douyin', 'jd'];
  const VERDICTS = ['none', 'none', 'none', 'note', 'clue', 'strong', 'proof', 'cannot-judge'];
  const OUTCOMES = [null, null, 'won', 'lost', 'refunded', 'withdrawn'];
  const PRODUCTS = [
    '手作粗陶马克杯 400ml 复古釉面',
    '加厚不锈钢保温杯 500ml',
    '全棉四件套 1.8m 床',
    '儿童积木 120 粒',
    '实木小方凳',
  ];
  const HOUR_MS = 3_600_000;
  const BATCH = 2000;
  const now = Date.now();
  const iso = (ms) => new Date(ms).toISOString();
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('refund-lens');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  for (let start = 0; start < count; start += BATCH) {
    const transaction = database.transaction(['cases', 'summaries', 'handlings'], 'readwrite', {
      durability: 'relaxed',
    });
    for (let index = start; index < Math.min(count, start + BATCH); index++) put(transaction, index);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
  database.close();

  function put(transaction, index) {
    const platform = PLATFORMS[index % PLATFORMS.length];
    const claimId = String(98_127_364_000 + index);
    const caseId = `${platform}:${claimId}`;
    const orderId = `2611${String(index % 28).padStart(2, '0')}-468${String(index).padStart(12, '0')}`;
    const createdAt = iso(now - index * (HOUR_MS / 40));
    const outcome = index < 200 ? null : OUTCOMES[index % OUTCOMES.length];
    const deadline = iso(now + ((index % 96) - 8) * HOUR_MS);
    const buyer = (index * 7919) % Math.ceil(count / 3);
    const product = {
      title: `${PRODUCTS[index % PRODUCTS.length]} ${index % 40}`,
      id: null,
      spec: null,
      link: null,
      listingImages: [],
    };
    const amount = { value: (5 + ((index * 37) % 90_000) / 100).toFixed(2), currency: 'CNY', raw: '' };
    const buyerKey = index % 5 === 0 ? null : buyer.toString(16).padStart(64, '0');
    const buyerName = buyerKey === null ? '晴**点' : `买家${buyer}号`;
    const claim = {
      platform,
      pageUrl: `https://mms.pinduoduo.com/aftersales-ssr/detail?id=${claimId}&orderSn=${orderId}`,
      claimId,
      orderId,
      claimType: 'refund_only',
      claimTypeText: '仅退款',
      statusText: '待商家处理',
      amount,
      buyerName,
      buyerId: null,
      reason: '商品破损',
      description: '收到就是坏的',
      applyTime: createdAt,
      orderTime: createdAt,
      dispatchTime: null,
      deliveryTime: null,
      deadline,
      timeZone: 'Asia/Shanghai',
      forwardTracking: null,
      returnTracking: null,
      product,
      evidence: [],
      fieldSources: {},
      missing: [],
      readAt: createdAt,
    };
    const verdict = VERDICTS[index % VERDICTS.length];
    transaction.objectStore('cases').put({
      caseId,
      claim,
      orderId,
      platform,
      buyerKey,
      status: 'done',
      problem: null,
      checks: [],
      createdAt,
      updatedAt: createdAt,
    });
    if (outcome) transaction.objectStore('handlings').put({ caseId, outcome, closedAt: createdAt, notes: '' });
    transaction.objectStore('summaries').put({
      caseId,
      platform,
      orderId,
      claimId,
      buyerName,
      buyerKey,
      productTitle: product.title,
      amount: amount.value,
      currency: 'CNY',
      searchText: [orderId, claimId, product.title, buyerName].join('\n'),
      verdict,
      pictureCount: 2,
      reusedCount: index % 50 === 0 ? 1 : 0,
      status: 'done',
      outcome,
      createdAt,
      updatedAt: createdAt,
      keptFrom: createdAt,
      ...(outcome ? {} : { dueAtMs: Date.parse(deadline) }),
      marks: { e0: { verdict, isReused: index % 50 === 0 }, e1: { verdict: 'none', isReused: false } },
    });
  }
}
