import type { PageOutline, TextToken } from './page-outline.ts';
import type { TitledPicture } from './picture-title.ts';

/** Names that developers give to what holds a product. */
const PRODUCT_NAME = /goods|product|commodity|(?:^|[-_ ])(?:item|prod|ware|sku|offer|listing)s?(?:$|[-_ ])/i;
/** Parts of addresses under which shops keep pictures of their goods. */
const PRODUCT_ADDRESS = /goods|product|commodity|material|bao\/uploaded|\/(?:item|sku|ware|listing)s?[-_/.]/i;
const QUANTITY =
  /^(?:[×xX✕*]\s?\d{1,4}|\d{1,4}\s?[件个只套份]|.*\s[×xX✕]\s?\d{1,4}|(?:数量|qty|quantity).{0,4}\d{0,4})$/i;
const PRICE = /^(?:.{0,8}\s)?(?:US ?\$|NT\$|R\$|RM|Rp\.?|[¥￥$€£₫฿₱])\s?\d[\d.,]*(?:\s[×xX✕]\s?\d{1,4})?$|^\d+\.\d\d$/;
const CHOICE = /^(?:规格|颜色|尺码|款式|型号|規格)|^(?:sku|colou?r|size|variation|variant|style|quantity)\b/i;

/** How many kinds of sign say that a picture with a name is the order's product: what it is called, price, number, choice. */
export function productCues(outline: PageOutline, { picture, box }: TitledPicture): number {
  const around = outline.parentOf(box);
  const names = [picture.element, box, ...(around ? [around] : [])].map(namesOf).join(' ');
  const texts = outline.tokens
    .slice(...outline.rangeOf(box))
    .filter((token): token is TextToken => token.kind === 'text');
  const signs = [
    PRODUCT_NAME.test(names),
    PRODUCT_ADDRESS.test(picture.picture.url.split(/[?#]/, 1)[0] ?? ''),
    ...[QUANTITY, PRICE, CHOICE].map((sign) => texts.some(({ text }) => sign.test(text))),
  ];
  return signs.filter(Boolean).length;
}

function namesOf(element: Element): string {
  return ['class', 'id', 'data-testid'].map((name) => element.getAttribute(name) ?? '').join(' ');
}
