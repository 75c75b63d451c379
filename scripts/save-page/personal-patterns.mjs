/** Words for a person, before 昵称, 姓名 and the like. */
const PERSON = '买家|买方|買家|客户|用户|消费者|顾客|会员|收件人|收货人|寄件人|联系人|申请人|旺旺';

/** Labels whose values are people's names or accounts. */
export const PERSONAL_LABEL = new RegExp(
  `^(?:(?:${PERSON})(?:的)?(?:姓名|名称|名字|名|昵称|账号|帐号|账户|旺旺|id|openid)?|昵称|姓名|微信号?|(?:(?:buyer|customer|recipient|receiver|consignee|contact)(?:'s)?(?: ?(?:user)?name| account| id)?)|ship(?:ped)? to|người mua|pembeli|ผู้ซื้อ|comprador)$`,
  'i',
);
export const ADDRESS_LABEL =
  /^(?:(?:收货|收件|退货|寄件|发货|详细|联系)?(?:人)?(?:地址|信息)|收货人信息|(?:shipping |delivery |return )?address(?: line)?)$/i;
/** Labels of words that a person wrote. */
export const WORDS_LABEL =
  /^(?:申请说明|售后说明|退款说明|问题描述|申请描述|买家留言|买家备注|留言|补充描述|售后描述|description|customer comments?|buyer comments?)$/i;
/** The same as keys of JSON, parameters of addresses and attributes of elements. */
export const PERSONAL_KEY =
  /nick|(?:buyer|user|receiver|customer|consignee|contact|member|owner)_?(?:name|account|pin|login)|receiver$|consignee$|open_?id|union_?id|afsapplypin|wangwang/i;
export const ADDRESS_KEY = /address|addr$/i;
export const WORDS_KEY = /^(?:remark|refund_?desc|reason_?remark|text_?reason|buyer_?comment|message|content)$/i;
export const REACHED_KEY = /phone|mobile|(?:^|_|-)tel$|e-?mail|id_?card|wechat|weixin/i;
export const SECRET_KEY = /token|ticket|cookie|session|csrf|secret|password|signature/i;

/** Mobile numbers of China, and any number that is written in groups: `139 1234 5678`, `+84 912 345 678`, `(0571) 8765-4321`. */
export const PHONE =
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)|\+\d[\d ()-]{7,18}\d|\(\d{2,4}\)[ -]?\d{3,5}(?:[ -]?\d{3,4}){1,2}(?!\d)|(?<![\d.,-])\d{3,4}(?: \d{4}){2,4}(?: \d{1,4})?(?![\d.,-])/g;
export const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;
export const PLACE = /(?:[一-龥]{2,8}?(?:省|自治区))?[一-龥]{2,8}市[一-龥]{1,10}(?:区|县|镇|市)[一-龥\d-]{2,40}/g;
/** A vehicle's plate. */
export const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z\d]{5,6}(?![A-Za-z\d])/g;
/** Dates, times, amounts: kept, since they are what a fixture is for. */
export const KEPT =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|[¥￥$€£₫฿]\s?[\d.,]+|\d+\.\d{2}(?!\d)/g;
/** An id or a parcel number: at least six digits, perhaps with letters and hyphens between. */
export const ID =
  /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*\d(?:[A-Za-z-]*\d){5})[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])/g;
export const EPOCH = /^1[5-9]\d{8}(?:\d{3})?$/;
