import type { EvidenceRole } from './claim.ts';
import { countBefore } from './page/count-before.ts';
import type { PageOutline, Token } from './page/page-outline.ts';

/** Chinese and English, then the languages of the platforms abroad: Portuguese, Spanish, French, German, Italian, Indonesian, Vietnamese, Thai, Japanese. */
const BUYER =
  '买家|客户|用户|消费者|顾客|采购商|買家|买方|buyer|customer|compradora?|acheteu(?:r|se)|käufer(?:in)?|acquirente|pembeli|người mua|ผู้ซื้อ|購入者';
const SELLER =
  '商家|卖家|我方|店铺|商户|供应商|供货商|賣家|卖方|seller|merchant|you|shop|vendedora?|vendeu(?:r|se)|verkäufer(?:in)?|händler|venditore|penjual|người bán|ผู้ขาย|出品者';
/** A platform speaks as 平台, as its staff, or under its own name. */
const BRAND =
  '京东|淘宝|天猫|千牛|拼多多|多多|抖音|抖店|快手|小红书|微信|1688|shopee|lazada|tiktok(?: shop)?|temu|aliexpress|amazon|ebay|etsy';
const STAFF =
  '平台客服|平台|官方客服|官方|客服|系统|小二|售后质检员|质检员|仲裁员|审核员|platform|system|support|mediator|administrator';
const PLATFORM = `(?:(?:${BRAND})\\s?)?(?:${STAFF})|(?:${BRAND})(?: (?:team|agent|customer service))?`;
/** What may follow the word that names a side, so that `商家发的货坏了` names none. */
const AFTER =
  '(?=$|[\\s:：(（)）\\-—|,，【\\[·*＊@]|\\d|于|发起|申请|拒绝|同意|上传|举证|补充|提交|修改|回复|留言|处理了|已|凭证|客服)';
const STARTS = new RegExp(
  `^(?:[\\d\\s:：./年月日-]{8,25}\\s)?[(（【\\[]?(?:(${BUYER})|(${SELLER})|(${PLATFORM}))${AFTER}`,
  'i',
);
const ENDS = new RegExp(`[(（【\\[](?:(${BUYER})|(${SELLER})|(${PLATFORM}))[)）】\\]]$`, 'i');
/** What the page calls the seller's own part of it when it speaks to the seller. */
const OWN_PART =
  /^(?:your|my) (?:response|reply|answer|statement|comments?)$|^(?:我|您)的(?:回复|回應|答复|处理|说明|留言)$/i;
/** 官方客服提交的图片 heads pictures; it begins no entry. */
const SENT_THINGS = /(?:上传|提交|提供|补充|上傳)的/;
const MAX_CUE_LENGTH = 60;

/** The side that a short text names, as at the head of an entry; null for a text that names none. */
export function roleNamedBy(text: string): NamedRole | null {
  if (text.length > MAX_CUE_LENGTH || SENT_THINGS.test(text)) return null;
  if (OWN_PART.test(text.replace(/[\s:：]+$/, ''))) return 'seller';
  const match = STARTS.exec(text) ?? ENDS.exec(text);
  if (!match) return null;
  return match[1] ? 'buyer' : match[2] ? 'seller' : 'platform';
}

/**
 * Whose picture it is, by the head of the entry that it stands in, or by the nearest heading before it within `box`;
 * `unknown` where the page does not say.
 */
export function roleOfPicture(outline: PageOutline, picture: number, box: Element, from: number): EvidenceRole {
  let entry: Element | null = (outline.tokens[picture] as Token).element;
  while (entry && entry !== box) {
    const [start] = outline.rangeOf(entry);
    const isEntry = isRepeated(entry);
    const found = isEntry ? firstRole(outline, start, picture) : lastRole(outline, start, picture);
    if (found) return found;
    // A face stands before the name of whose entry it is.
    const after = isEntry ? firstRole(outline, picture, outline.rangeOf(entry)[1]) : null;
    if (after) return after;
    const byClass = isEntry ? roleOfClass(entry) : null;
    if (byClass) return byClass;
    entry = outline.parentOf(entry);
  }
  return lastRole(outline, from, picture) ?? 'unknown';
}

/** An entry has at least its side, a time and words beside the face; a picture with its caption is none. */
const MIN_ENTRY_TOKENS = 4;

/** Whether a picture is the first thing in an entry of a record, before the name of the side: the writer's face. */
export function isFaceOfEntry(outline: PageOutline, picture: number): boolean {
  let entry: Element | null = (outline.tokens[picture] as Token).element;
  while (entry && outline.rangeOf(entry)[0] === picture && !isRepeated(entry)) entry = outline.parentOf(entry);
  if (!entry) return false;
  const [from, to] = outline.rangeOf(entry);
  const next = outline.tokens[picture + 1];
  const isNamed = next?.kind === 'text' && roleNamedBy(next.text) !== null;
  return from === picture && to - from >= MIN_ENTRY_TOKENS && isNamed;
}

/** Whether an element is one of a list: a neighbour has the same tag and the same first class; entries of two sides differ in the rest. */
export function isRepeated(element: Element): boolean {
  const isAlike = (other: Element | null) =>
    other !== null &&
    other.tagName === element.tagName &&
    (other.className === element.className ||
      (element.classList.length > 0 && other.classList[0] === element.classList[0]));
  return isAlike(element.previousElementSibling) || isAlike(element.nextElementSibling);
}

type NamedRole = Exclude<EvidenceRole, 'unknown'>;

interface RoleOfText {
  readonly at: number;
  readonly role: NamedRole;
}

/** Every picture asks for the sides that texts name around it: they are looked for once a page. */
const rolesOfPage = new WeakMap<PageOutline, readonly RoleOfText[]>();

function rolesIn(outline: PageOutline): readonly RoleOfText[] {
  const known = rolesOfPage.get(outline);
  if (known) return known;
  const roles = outline.tokens.flatMap((token, at) => {
    const role = token.kind === 'text' ? roleNamedBy(token.text) : null;
    return role ? [{ at, role }] : [];
  });
  rolesOfPage.set(outline, roles);
  return roles;
}

/** The first side that a text from `from` on and before `to` names. */
function firstRole(outline: PageOutline, from: number, to: number): NamedRole | null {
  const roles = rolesIn(outline);
  const first = roles[countBefore(roles, from)];
  return first && first.at < to ? first.role : null;
}

function lastRole(outline: PageOutline, from: number, to: number): NamedRole | null {
  const roles = rolesIn(outline);
  const last = roles[countBefore(roles, to) - 1];
  return last && last.at >= from ? last.role : null;
}

function roleOfClass(element: Element): EvidenceRole | null {
  const names = element.getAttribute('class') ?? '';
  if (/(?:^|[-_ ])(?:buyer|customer)/i.test(names)) return 'buyer';
  return /(?:^|[-_ ])(?:seller|merchant|mall)/i.test(names) ? 'seller' : null;
}
