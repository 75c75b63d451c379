import { element, thumbnail } from './element.js';

/** The log of what both sides said: the buyer's pictures once more, and the seller's own. */
export function createNegotiation(claim) {
  const seller = claim.counterEvidence.length > 0 && {
    who: '商家',
    avatar: 'https://avatar3.pddpic.com/a/mall.png',
    time: '2026-11-20 09:02:16',
    text: '您好，发出前我们都会拍照留底，这是打包时的照片，请您再补拍几个角度。',
    label: '商家凭证',
    pictures: claim.counterEvidence.map((url) => element('img', { className: 'log_pic__1', src: url, alt: '' })),
  };
  const buyer = {
    who: `买家 ${claim.buyerName}`,
    avatar: 'https://avatar3.pddpic.com/a/buyer-1.png',
    time: claim.createdAt,
    text: `发起了${claim.afterSalesTypeName}申请，原因：${claim.afterSalesReasonDesc}，说明：${claim.remark}`,
    label: '凭证',
    pictures: claim.images.map((url) => thumbnail(url, 120, 'log_pic__1')),
  };
  return element(
    'section',
    { className: 'card_box__1Xy' },
    element('h3', { className: 'card_title__5w' }, '协商记录'),
    [seller, buyer].filter(Boolean).map(createEntry),
  );
}

function createEntry({ who, avatar, time, text, label, pictures }) {
  return element(
    'div',
    { className: 'log_item__9' },
    element('img', { className: 'avatar_img__7ya', src: avatar, alt: '' }),
    element(
      'div',
      { className: 'log_body__2' },
      element('div', { className: 'log_who__1' }, who, element('time', {}, time)),
      element('p', {}, text),
      element('div', { className: 'log_label__4' }, label),
      element('div', { className: 'log_pics__6' }, pictures),
    ),
  );
}
