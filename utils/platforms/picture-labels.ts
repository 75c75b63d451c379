import type { EvidenceRole } from '../claims/claim.ts';
import { labelKey } from './label-key.ts';

/**
 * What a heading says about the pictures after it.
 * `evidence`: pictures sent to support the claim; `log`: a record of both sides' entries; `chat`: messages;
 * `other`: never evidence of the claim (product, recommendations, parcels, the seller's own side).
 */
export interface PictureLabel {
  readonly kind: 'evidence' | 'log' | 'chat' | 'other';
  readonly role: EvidenceRole;
}

const LOG_LABELS = [
  '协商记录',
  '协商历史',
  '协商详情',
  '协商过程',
  '处理记录',
  '售后记录',
  '留言记录',
  '沟通记录',
  '售后进度',
  '举证记录',
  'History',
  'Negotiation history',
  'Timeline',
  'Return timeline',
  'Case timeline',
  'Activity',
  'Activity log',
  '操作记录',
  '操作日志',
  '售后日志',
  '沟通历史',
];
const CHAT_LABELS = ['聊天记录', '聊天凭证', 'Chat history', 'Messages'];
const EVIDENCE_LABELS = [
  ...[
    '凭证',
    '举证',
    '佐證',
    '證據',
    '憑證',
    '证据',
    '售后图片',
    '问题图片',
    '问题照片',
    '图片说明',
    '申请图片',
    '退款图片',
    '实拍图',
    '问题视频',
  ],
  ...[
    'Evidence',
    'Photos',
    'Attachments',
    'Images',
    'Photo',
    'Pictures',
    'Proof',
    'Uploaded photos',
    'Photos and videos',
  ],
  ...['Bằng chứng', 'Bukti', 'หลักฐาน', 'Evidências', 'Provas', 'Hình ảnh', 'Foto', 'Fotos', 'Gambar', 'รูปภาพ'],
  ...['Pruebas', 'Evidencias', 'Imágenes'],
  ...['Beweise', 'Nachweise', 'Bilder', 'Preuves', 'Pièces jointes'],
  ...[
    'Prove',
    'Immagini',
    'Foto del cliente',
    'Allegati',
    '画像',
    '写真',
    '証拠',
    '添付画像',
    '証拠写真',
    'Zdjęcia',
    'Dowody',
    "Foto's",
    'Bewijs',
  ],
];
const OTHER_LABELS = [
  ...[
    '商品信息',
    '商品',
    '商品图片',
    '商品详情',
    '宝贝',
    '宝贝信息',
    '订单商品',
    '售后商品',
    '退款商品',
    '商品名称',
    '商品快照',
    '主图',
    '商品主图',
    '商品資訊',
    '交易快照',
    '买家秀',
    '商品评价',
    '评价',
    '晒图',
    '签收照片',
  ],
  ...[
    '推荐',
    '为你推荐',
    '相关推荐',
    '推荐商品',
    '猜你喜欢',
    '热门活动',
    '广告',
    '活动',
    '公告',
    '通知',
    '消息通知',
    '系统通知',
    '店铺动态',
  ],
  ...[
    '物流信息',
    '发货物流',
    '退货物流',
    '退货物流信息',
    '物流详情',
    '物流轨迹',
    '发货凭证',
    '签收凭证',
    '打款凭证',
    '转账凭证',
    '发票',
  ],
  ...[
    '示例',
    '凭证示例',
    '示例图',
    '参考示例',
    '二维码',
    '扫码下载',
    '客服',
    '在线客服',
    '帮助中心',
    '操作指南',
    '新手指引',
  ],
  ...[
    'Product',
    'Item',
    'Items',
    'Product information',
    'Recommended',
    'Recommendations',
    'You may also like',
    'Related products',
  ],
  ...[
    'Notifications',
    'Announcements',
    'Shipping',
    'Logistics',
    'Example',
    'Examples',
    'Sản phẩm',
    'Produk',
    'สินค้า',
    'Produto',
  ],
];

const BUYER = '买家|客户|用户|消费者|買家|买方|顾客|采购商';
const SELLER = '商家|卖家|賣家|我方|我的|店铺|卖方|商户|供应商|供货商';
const PLATFORM = '平台|客服|系统|小二|官方';
/** 买家举证, 上传凭证图片, 商家补充凭证, 图片凭证 … : words around 凭证 or 举证 that vary from page to page. */
const CHINESE_EVIDENCE = new RegExp(
  `^(?:(${BUYER})|(${SELLER})|(${PLATFORM}))?(?:已?(?:上传|提供|提交|补充|申请|发起|退款|售后|仲裁|维权|投诉|破损|问题|留言|备注|回复|反馈|拒绝|发货|打包|质检|收货|签收))*[了的]?(?:\\d+[张个份])?(?:图片|照片|视频|图文|相关|其他|历史)*(?:凭证|举证|证据|憑證|證據|实拍图|图片|照片)(?:图片|照片|图|材料|信息|内容|详情|资料|视频|及视频|/视频|和视频)*$`,
);
/** 诉求凭证, 情况佐证: words nobody listed before one that means evidence, unless they are about money, parcels or examples. */
const OTHER_CHINESE_EVIDENCE =
  /^\p{Script=Han}{1,5}(?:凭证|举证|佐证|证据|憑證|舉證|佐證|證據)(?:图片|照片|材料|图)?$/u;
const NO_EVIDENCE =
  /付|款项|打款|转账|汇|收据|发票|物流|快递|运|寄|发货|打包|签收|收货|质检|检测|鉴定|授权|资质|进货|示例|样例|範例|示范|示範|模板|说明|如何|怎么|怎麼|怎样|拍摄|拍攝|要求|指引|教程|商家|卖家|賣家|店|我方|平台|客服|官方|小二|系统/;
/** 买家上传: what a side sent, without a word for what it is. */
const BUYER_SENT = new RegExp(`^(?:${BUYER})(?:已)?(?:上传|提交|提供|上傳)(?:了)?的?(?:内容|材料|附件|文件|資料)?$`);
/** Pictures of the parcel are the shop's or the carrier's, unless they are said to be the buyer's. */
const ABOUT_PARCEL = /发货|打包|质检|签收/;
const ENGLISH_EVIDENCE =
  /^(?:(buyer|customer)(?:'?s)?|(seller|merchant|your|shop|my)(?:'?s)?|(platform|shopee|lazada|tiktok|amazon|ebay|etsy|temu)(?:'?s)?)?(?:uploaded|submitted|provided|return|refund|dispute|claim|attached|from)*(?:(buyer|customer)(?:'?s)?)?(?:evidence|proof|photos?|images?|pictures?|attachments?)(?:(?:and|&|\/)(?:videos?|photos?|images?))?(?:(?:uploaded|submitted|provided|sent|attached|shared|taken)?(?:from|by)(?:the)?(?:(buyer|customer)|(seller|merchant)))?$/;

/** The same in French, German, Japanese, Spanish and Portuguese: what, how it came, whose. First group: the buyer's; second: the seller's. */
const REGIONAL_EVIDENCE = [
  /^(?:photos?|images?|piècesjointes|preuves?|justificatifs?)(?:et(?:photos?|images?|vidéos?))?(?:jointes?|envoyée?s?|fournie?s?|ajoutée?s?|téléchargée?s?|transmise?s?)*(?:(?:(?:par|de|du|dela)(?:l'|le|la)?)(?:(acheteu(?:r|se)|cliente?)|(vendeu(?:r|se)|boutique)))?$|^(vos)(?:photos|images|preuves|justificatifs)$/,
  /^(?:(?:vom|von|des)(?:der)?(?:(käufers?|käuferin|kunden|kundin)|(verkäufers?|händlers?)))?(?:hochgeladen|gesendet|eingereicht|beigefügt|übermittelt)?e?n?(?:fotos?|bilder|beweise|nachweise|anhänge|belege)(?:und(?:fotos|bilder|videos))?(?:(?:vom|von|des)(?:der)?(?:(käufers?|käuferin|kunden|kundin)|(verkäufers?|händlers?)))?$/,
  /^(?:(購入者|お客様|お客さま|バイヤー)|(出品者|販売者|ストア|ショップ))?(?:が|から|より|の)?の?(?:アップロード|提出|添付|送信|提供)*(?:した|された|の)?(?:返品|返金)?の?(?:画像|写真|証拠|証拠画像|証拠写真|添付ファイル)(?:[・と](?:動画|写真|画像))?$/,
  /^(?:fotos?|imágenes|imagens|pruebas|provas|evid[eê]ncias?|adjuntos|anexos)(?:[ye](?:fotos?|v[ií]deos?|imágenes|imagens))?(?:enviad[ao]s|subid[ao]s|aportad[ao]s|adjunt[ao]s|anexad[ao]s)?(?:(?:por|del?|do|da)(?:el|la|o|a)?(?:(compradora?|cliente)|(vendedora?|tienda|loja)))?$/,
];

const FIXED = new Map<string, PictureLabel>([
  ...OTHER_LABELS.map((label): [string, PictureLabel] => [labelKey(label), { kind: 'other', role: 'unknown' }]),
  ...EVIDENCE_LABELS.map((label): [string, PictureLabel] => [labelKey(label), { kind: 'evidence', role: 'unknown' }]),
  ...LOG_LABELS.map((label): [string, PictureLabel] => [labelKey(label), { kind: 'log', role: 'unknown' }]),
  ...CHAT_LABELS.map((label): [string, PictureLabel] => [labelKey(label), { kind: 'chat', role: 'unknown' }]),
]);

/**
 * What a heading, in the form of `labelKey`, says about the pictures after it; null where it says nothing about
 * pictures. The seller's own evidence is `other` with role `seller`.
 */
export function pictureLabelOf(key: string): PictureLabel | null {
  if (key.length === 0 || key.length > 40) return null;
  const fixed = FIXED.get(key);
  if (fixed) return fixed;
  const chinese = CHINESE_EVIDENCE.exec(key);
  if (chinese && !chinese[1] && ABOUT_PARCEL.test(key)) return { kind: 'other', role: 'unknown' };
  if (chinese) return labelWithRole(chinese[1], chinese[2], chinese[3]);
  if (BUYER_SENT.test(key)) return { kind: 'evidence', role: 'buyer' };
  if (OTHER_CHINESE_EVIDENCE.test(key) && !NO_EVIDENCE.test(key)) return { kind: 'evidence', role: 'unknown' };
  const english = ENGLISH_EVIDENCE.exec(key);
  if (english) return labelWithRole(english[1] ?? english[4] ?? english[5], english[2] ?? english[6], english[3]);
  return regionalLabelOf(key);
}

/** Whether every word of a heading is in these lists: 李小明的凭证 heads pictures, and is about a person. */
export function isListedPictureLabel(key: string): boolean {
  return (
    pictureLabelOf(key) !== null && (FIXED.has(key) || !OTHER_CHINESE_EVIDENCE.test(key) || CHINESE_EVIDENCE.test(key))
  );
}

function regionalLabelOf(key: string): PictureLabel | null {
  const found = REGIONAL_EVIDENCE.map((pattern) => pattern.exec(key)).find((match) => match !== null);
  if (!found) return null;
  const [, buyer, seller, other, otherSeller] = found;
  // In the French pattern the third group is the seller's own, in the German one the buyer's after the noun.
  return other === 'vos' ? labelWithRole(undefined, other) : labelWithRole(buyer ?? other, seller ?? otherSeller);
}

function labelWithRole(buyer?: string, seller?: string, platform?: string): PictureLabel {
  if (seller) return { kind: 'other', role: 'seller' };
  return { kind: 'evidence', role: buyer ? 'buyer' : platform ? 'platform' : 'unknown' };
}
