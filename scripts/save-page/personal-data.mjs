import { createHash } from 'node:crypto';

/** Labels and JSON keys whose values are people's names, accounts or whereabouts, or words that a person wrote. */
const PERSONAL_LABEL =
  /^(?:买家|买家昵称|买家账号|客户账号|客户昵称|用户昵称|昵称|旺旺|收件人|收货人|姓名|联系人|消费者|買家|buyer|buyer name|buyer username|customer|customer name|recipient|người mua|pembeli|ผู้ซื้อ|comprador)$/i;
const ADDRESS_LABEL = /^(?:收货地址|收件地址|地址|退货地址|寄件地址|shipping address|address|delivery address)$/i;
const WORDS_LABEL =
  /^(?:申请说明|售后说明|退款说明|问题描述|申请描述|买家留言|留言|补充描述|售后描述|description|customer comments?|buyer comments?)$/i;
const PERSONAL_KEY =
  /nick|(?:buyer|user|receiver|customer|consignee|contact|member)_?(?:name|account|pin|login)|receiver$|consignee$|openid|afsapplypin/i;
const ADDRESS_KEY = /address|addr$/i;
const WORDS_KEY = /^(?:remark|refund_?desc|reason_?remark|text_?reason|buyer_?comment|message|content)$/i;
const SECRET_KEY = /token|ticket|cookie|session|csrf|secret|password|signature/i;

const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;
const PLACE = /[一-龥]{2,8}(?:省|自治区)?[一-龥]{2,8}市[一-龥]{1,10}(?:区|县|镇|市)[一-龥\d-]{2,40}/g;
/** Dates, times, amounts: kept, since they are what a fixture is for. */
const KEPT =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|[¥￥$€£₫฿]\s?[\d.,]+|\d+\.\d{2}(?!\d)/g;
/** An id or a parcel number: at least six digits, perhaps with letters and hyphens between. */
const ID = /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*\d(?:[A-Za-z-]*\d){5})[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])/g;
/** What names a file or a claim in an address. */
const ID_OR_NAME = new RegExp(`${ID.source}|[A-Za-z0-9]{6,}`, 'g');
const SECRET_PARAMETER = /([?&][^=&]*(?:token|sign|auth)[^=&]*=)([^&]*)/gi;
const EPOCH = /^1[5-9]\d{8}(?:\d{3})?$/;
const ADDRESS_OF_PICTURE = /\b(?:https?:)?\/\/[^\s"'<>()]+/g;
/** Parts of a picture's address that say how it is delivered, not which it is. */
const TEMPLATE = /~[^/?]*|imageMogr2|imageView2|[_@!][a-z]?\d+x\d+[^/?]*|resize_[^/?]*/gi;

/**
 * Replaces personal data in the texts of one page: the same by the same, in the same form (digits by digits, letters by
 * letters), so that ids still agree with each other. What names and addresses there are is learnt first.
 */
export class PersonalData {
  #salt;
  #known = new Map();

  /** @param {string} salt differs from page to page, so that two fixtures cannot be joined */
  constructor(salt) {
    this.#salt = salt;
  }

  /** @param {readonly string[]} texts the page's texts in reading order */
  learnFromTexts(texts) {
    for (const [index, text] of texts.entries()) {
      const [, head = text, inline = ''] = /^([^:：]{1,24})[:：]\s*(.*)$/s.exec(text) ?? [];
      this.#learn(
        head.trim(),
        inline.trim() || (texts[index + 1] ?? '').trim(),
        PERSONAL_LABEL,
        ADDRESS_LABEL,
        WORDS_LABEL,
      );
    }
  }

  /** @param {unknown} json anything that the page carries */
  learnFromJson(json) {
    if (typeof json !== 'object' || json === null) return;
    for (const [key, value] of Object.entries(json)) {
      if (typeof value === 'string') this.#learn(key, value.trim(), PERSONAL_KEY, ADDRESS_KEY, WORDS_KEY);
      else this.learnFromJson(value);
    }
  }

  /** @returns {string} the text without personal data */
  replaceText(text) {
    let replaced = text;
    const known = [...this.#known].sort(([a], [b]) => b.length - a.length);
    for (const [value, stand] of known) replaced = replaced.replaceAll(value, stand);
    const parts = splitBy(replaced, ADDRESS_OF_PICTURE);
    return parts
      .map(({ text: part, isMatch }) => (isMatch ? this.replaceAddress(part) : this.#replacePlain(part)))
      .join('');
  }

  /** An address: its host, path and parameters stay, what they hold is replaced. */
  replaceAddress(address) {
    const [, origin, rest] = /^((?:https?:)?\/\/[^/?#]*)(.*)$/s.exec(address) ?? [null, '', address];
    const replaceRuns = (text) =>
      text.replace(ID_OR_NAME, (run) => (/\d/.test(run) && !EPOCH.test(run) ? this.#standFor(run) : run));
    const keepDates = (text) =>
      splitBy(text, KEPT)
        .map((part) => (part.isMatch ? part.text : replaceRuns(part.text)))
        .join('');
    const replaced = splitBy(rest, TEMPLATE).map(({ text, isMatch }) => (isMatch ? text : keepDates(text)));
    return origin + replaced.join('').replace(SECRET_PARAMETER, (_, name, value) => name + this.#standFor(value));
  }

  /** @returns {unknown} the same JSON without personal data and secrets */
  replaceJson(json, key = '') {
    if (typeof json === 'string') return SECRET_KEY.test(key) ? this.#standFor(json) : this.replaceText(json);
    if (typeof json === 'number')
      return /^\d{6,}$/.test(`${json}`) && !EPOCH.test(`${json}`) && !/amount|price|fee|money/i.test(key)
        ? Number(this.#standFor(`${json}`))
        : json;
    if (Array.isArray(json)) return json.map((item) => this.replaceJson(item, key));
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [this.replaceText(name), this.replaceJson(value, name)]),
    );
  }

  #replacePlain(text) {
    return splitBy(text, KEPT)
      .map(({ text: part, isMatch }) =>
        isMatch
          ? part
          : part
              .replace(EMAIL, (found) => this.#standFor(found))
              .replace(PHONE, (found) => this.#standFor(found))
              .replace(PLACE, (found) => this.#standFor(found))
              .replace(ID, (found) => (EPOCH.test(found) ? found : this.#standFor(found))),
      )
      .join('');
  }

  #learn(label, value, personal, address, words) {
    const isMeant = personal.test(label) || address.test(label) || words.test(label);
    // A value of one character would be replaced all over the page.
    if (!isMeant || value.length < 2 || value.length > 2_000 || /^[-\d.,:/ ]*$/.test(value)) return;
    this.#known.set(value, this.#standFor(value));
  }

  /** The same form with other characters, always the same for the same value. */
  #standFor(value) {
    let bytes = createHash('sha256').update(`${this.#salt}:${value}`).digest();
    let at = 0;
    const next = () => {
      if (at === bytes.length) {
        bytes = createHash('sha256').update(bytes).digest();
        at = 0;
      }
      return bytes[at++];
    };
    return [...value]
      .map((character, index) => {
        if (/\d/.test(character)) return String(index === 0 ? 1 + (next() % 9) : next() % 10);
        if (/[a-z]/.test(character)) return String.fromCharCode(97 + (next() % 26));
        if (/[A-Z]/.test(character)) return String.fromCharCode(65 + (next() % 26));
        return /\p{L}/u.test(character) ? FILLER[next() % FILLER.length] : character;
      })
      .join('');
  }
}

/** What stands for letters of other scripts. */
const FILLER = [...'春夏秋冬山川湖海东西南北'];

function splitBy(text, pattern) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: text.slice(end, match.index), isMatch: false }, { text: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(end), isMatch: false }];
}
