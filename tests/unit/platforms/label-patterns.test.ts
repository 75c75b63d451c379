import { expect, test } from 'vitest';
import { labelKey } from '../../../utils/platforms/label-key.ts';
import { fieldOfWording } from '../../../utils/platforms/label-patterns.ts';
import { pictureLabelOf } from '../../../utils/platforms/picture-labels.ts';

test.each([
  ['期望退款金额', 'amount'],
  ['买家申请退款额', 'amount'],
  ['退还给客户', 'amount'],
  ['Buyer requests', 'amount'],
  ['Amount to be refunded', 'amount'],
  ['客户退货理由', 'reason'],
  ['维权原因', 'reason'],
  ['问题分类', 'reason'],
  ['申请退回', 'amount'],
  ['Why the buyer is returning it', 'reason'],
  ['Problem type', 'reason'],
  ['用户反馈原因', 'reason'],
  ['What went wrong', 'reason'],
  ['Motif de la demande', 'reason'],
  ['Grund für die Reklamation', 'reason'],
  ['返品の理由', 'reason'],
  ['Montant à rembourser', 'amount'],
  ['Voraussichtliche Erstattung', 'amount'],
  ['返金予定額', 'amount'],
  ['提交时间', 'applyTime'],
  ['售后发起日期', 'applyTime'],
  ['Claim opened on', 'applyTime'],
  ['Datum der Rücksendeanfrage', 'applyTime'],
  ['返品リクエスト日', 'applyTime'],
  ['客户反馈', 'description'],
  ['事情经过', 'description'],
  ['From the buyer', 'description'],
  ['What the customer wrote', 'description'],
  ['Commentaire de l’acheteur', 'description'],
  ['Nachricht vom Kunden', 'description'],
  ['お客様からのメッセージ', 'description'],
])('%s is worded as the %s', (label, field) => {
  expect(fieldOfWording(labelKey(label))).toBe(field);
});

test.each([
  ...[
    '已退金额',
    '最多可退金额',
    '运费退款',
    '退款方式',
    '拒绝原因',
    '商家拒绝理由',
    '实付金额',
    '优惠金额',
    '退货物流',
    '订单提交时间',
    '凭证提交时间',
    '商家说明',
    '卖家备注',
  ],
  ...[
    'Reason for rejection',
    'Order total',
    'Refund policy',
    'Return address',
    'Buyer',
    'Order date',
    'From the seller',
  ],
  ...['Montant de la commande', 'Kommentar des Verkäufers', '注文日', '出品者のコメント'],
])('%s is worded as no field', (label) => {
  expect(fieldOfWording(labelKey(label))).toBeNull();
});

test.each([
  ['情况佐证', { kind: 'evidence', role: 'unknown' }],
  ['客户提交的材料', { kind: 'evidence', role: 'buyer' }],
  ['采购商提供的照片', { kind: 'evidence', role: 'buyer' }],
  ['供应商提供的照片', { kind: 'other', role: 'seller' }],
  ['Photos jointes par le client', { kind: 'evidence', role: 'buyer' }],
  ['Photos de l’acheteur', { kind: 'evidence', role: 'buyer' }],
  ['Photos du vendeur', { kind: 'other', role: 'seller' }],
  ['Vos photos', { kind: 'other', role: 'seller' }],
  ['Vom Kunden hochgeladene Fotos', { kind: 'evidence', role: 'buyer' }],
  ['Bilder des Verkäufers', { kind: 'other', role: 'seller' }],
  ['購入者がアップロードした画像', { kind: 'evidence', role: 'buyer' }],
  ['出品者の写真', { kind: 'other', role: 'seller' }],
  ['Pruebas del comprador', { kind: 'evidence', role: 'buyer' }],
  ['Fotos enviadas por el cliente', { kind: 'evidence', role: 'buyer' }],
  ['Fotos y vídeos', { kind: 'evidence', role: 'unknown' }],
  ['Provas do comprador', { kind: 'evidence', role: 'buyer' }],
  ['Fotos del vendedor', { kind: 'other', role: 'seller' }],
  ['Imagens da loja', { kind: 'other', role: 'seller' }],
])('%s heads evidence', (label, meaning) => {
  expect(pictureLabelOf(labelKey(label))).toEqual(meaning);
});

test.each(['付款凭证', '寄回凭证', '资质证据', '进货凭证', '如何拍攝證據', '怎么拍摄凭证'])(
  '%s heads no evidence of the buyer',
  (label) => {
    expect(pictureLabelOf(labelKey(label))?.kind ?? 'other').toBe('other');
  },
);
