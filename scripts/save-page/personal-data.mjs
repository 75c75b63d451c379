import { createHash } from 'node:crypto';
import {
  ADDRESS_KEY,
  ADDRESS_LABEL,
  EMAIL,
  EPOCH,
  ID,
  KEPT,
  PERSONAL_KEY,
  PERSONAL_LABEL,
  PHONE,
  PLACE,
  PLATE,
  REACHED_KEY,
  SECRET_KEY,
  WORDS_KEY,
  WORDS_LABEL,
} from './personal-patterns.mjs';

/** What names a file or a claim in an address. */
const ID_OR_NAME = new RegExp(`${ID.source}|[A-Za-z0-9]{6,}`, 'g');
const SECRET_PARAMETER = /([?&][^=&]*(?:token|sign|auth)[^=&]*=)([^&]*)/gi;
/** Parts of an address that are not ASCII stand in it like this (RFC 3986, 2.1). */
const PERCENT_ENCODED = /[^/?&=#]*%[\dA-F]{2}[^/?&=#]*/gi;
const PARAMETER = /([?&])([^=&#]+)=([^&#]*)/g;
const ADDRESS_OF_PICTURE = /\b(?:https?:)?\/\/[^\s"'<>()]+/g;
/** A picture that is written into the page: nobody can see what it shows. */
const DATA_OF_PICTURE = /data:(?:image|video)\/[\w.+-]+[;,][^"')\s]*/g;
/** So short a picture is a placeholder of a lazy one. */
const MAX_PLACEHOLDER_LENGTH = 160;
/** Parts of a picture's address that say how it is delivered, not which it is. */
const TEMPLATE = /~[^/?]*|imageMogr2|imageView2|[_@!][a-z]?\d+x\d+[^/?]*|resize_[^/?]*/gi;

/**
 * Replaces personal data in the texts of one page: the same by the same, in the same form (digits by digits, letters by
 * letters), so that ids still agree with each other. What names and addresses there are is learnt first.
 */
export class PersonalData {
  #salt;
  #isLabel;
  #known = new Map();

  /**
   * @param {string} salt differs from page to page, so that two fixtures cannot be joined
   * @param {(text: string) => boolean} isLabel what heads a value: after a label without a value it is no name
   */
  constructor(salt, isLabel) {
    this.#salt = salt;
    this.#isLabel = isLabel;
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

  /** @param {readonly (readonly [name: string, value: string])[]} attributes of the page's elements */
  learnFromAttributes(attributes) {
    for (const [name, value] of attributes) {
      this.learnFromJson(jsonIn(value) ?? { [name.replace(/^data-/, '').replaceAll('-', '_')]: value });
    }
  }

  /** @returns {string} an attribute's value without personal data */
  replaceAttribute(value) {
    const json = jsonIn(value);
    if (json) return JSON.stringify(this.replaceJson(json));
    if (value.startsWith('data:')) return this.#replacePicture(value);
    return /^(?:(?:https?:)?\/\/|\/\w|\?[\w-]+=)/.test(value) ? this.replaceAddress(value) : this.replaceText(value);
  }

  /** @returns {string} the text without personal data */
  replaceText(text) {
    const replaced = this.#replaceKnown(text).replace(DATA_OF_PICTURE, (found) => this.#replacePicture(found));
    const parts = splitBy(replaced, ADDRESS_OF_PICTURE);
    return parts
      .map(({ text: part, isMatch }) => (isMatch ? this.replaceAddress(part) : this.#replacePlain(part)))
      .join('');
  }

  /** An address: its host, path and parameters stay, what they hold is replaced. */
  replaceAddress(address) {
    const [, origin, path] = /^((?:https?:)?\/\/[^/?#]*)(.*)$/s.exec(address) ?? [null, '', address];
    const rest = this.#replaceKnown(path)
      .replace(PARAMETER, (_, mark, name, value) => `${mark}${name}=${this.#replaceParameter(name, value) ?? value}`)
      .replace(PERCENT_ENCODED, (part) => encodeLike(part, (text) => this.#replacePlain(this.#replaceKnown(text))));
    const replaceRuns = (text) =>
      text.replace(ID_OR_NAME, (run) => (/\d/.test(run) && !EPOCH.test(run) ? this.#standFor(run) : run));
    const keepDates = (text) =>
      splitBy(text, KEPT)
        .map((part) => (part.isMatch ? part.text : replaceRuns(part.text)))
        .join('');
    const done = new RegExp(`${TEMPLATE.source}|${PERCENT_ENCODED.source}`, 'gi');
    const replaced = splitBy(rest, done).map(({ text, isMatch }) => (isMatch ? text : keepDates(text)));
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

  #replaceKnown(text) {
    let replaced = text;
    const known = [...this.#known].sort(([a], [b]) => b.length - a.length);
    for (const [value, stand] of known) replaced = replaced.replaceAll(value, stand);
    return replaced;
  }

  /** What stands for the value of a parameter that is named after a person; null for any other. */
  #replaceParameter(name, value) {
    const isPersonal = [PERSONAL_KEY, ADDRESS_KEY, REACHED_KEY].some((key) => key.test(name));
    if (!isPersonal) return null;
    return encodeLike(value, (text) => this.#known.get(text) ?? this.#standFor(text));
  }

  /** A grey picture in the place of one that is written into the page, another one for another. */
  #replacePicture(address) {
    if (address.length < MAX_PLACEHOLDER_LENGTH && !/^data:image\/svg/i.test(address)) return address;
    const colour = this.#standFor(`${address}111111`).slice(-6);
    return `data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22320%22 height=%22320%22%3E%3Crect width=%22320%22 height=%22320%22 fill=%22%23${colour}%22/%3E%3C/svg%3E`;
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
              .replace(PLATE, (found) => this.#standFor(found))
              .replace(ID, (found) => (EPOCH.test(found) ? found : this.#standFor(found))),
      )
      .join('');
  }

  #learn(label, value, personal, address, words) {
    const isMeant = personal.test(label) || address.test(label) || words.test(label);
    // A value of one character would be replaced all over the page.
    if (!isMeant || value.length < 2 || value.length > 2_000 || /^[-\d.,:/ ]*$/.test(value)) return;
    if (this.#isLabel(value) || [PERSONAL_LABEL, ADDRESS_LABEL, WORDS_LABEL].some((known) => known.test(value))) return;
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

/** An object or a list that is written into an attribute. */
function jsonIn(value) {
  if (!/^\s*[[{]/.test(value)) return null;
  try {
    const json = JSON.parse(value);
    return typeof json === 'object' ? json : null;
  } catch {
    // A text that begins with a bracket.
    return null;
  }
}

/** Changes a part of an address as a person reads it. */
function encodeLike(part, change) {
  let text = part;
  try {
    text = decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // Not UTF-8: letter by letter it is replaced all the same.
    return change(part.replace(/%[\dA-F]{2}/gi, 'x1'));
  }
  const changed = change(text);
  return changed === text ? part : encodeURIComponent(changed);
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
