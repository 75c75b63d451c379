import type { PageOutline, Token } from './page-outline.ts';
import { isHeadingElement } from './picture-section.ts';

const OFFER_NAME =
  '[class*="recommend" i],[class*="banner" i],[class*="guess" i],[class*="advert" i],[class*="promo" i]';
/** Headings over what a page shows to sell more, and over goods of others. */
const OFFER_HEADING =
  /推荐|推薦|相似|同款|猜你|猜您|热销|热卖|爆款|好货|货源|看了又看|买了又买|广告|活动|最近发布|其他订单|优惠|sponsored|also (?:like|bought|sourced|viewed)|recommend|similar|inspired by|related|hot products|more from|best ?sellers?|promot|suggest|trending|deals|advert/i;
const MAX_HEADING_LENGTH = 80;

/** Words that are no heading count only where they stand this near, in texts: beside a picture or just above it. */
const MAX_TEXTS_BETWEEN = 8;
/** How far back a heading is looked for, in texts and pictures. */
const MAX_LOOK_BACK = 300;

/** Whether a picture stands in what a page shows to sell more: a part named so, or one below such a heading. */
export function isOffered(outline: PageOutline, at: number): boolean {
  const { element } = outline.tokens[at] as Token;
  if (element.closest(OFFER_NAME) !== null) return true;
  let between = 0;
  for (let index = at - 1; index >= Math.max(0, at - MAX_LOOK_BACK); index--) {
    const token = outline.tokens[index] as Token;
    if (token.kind !== 'text') continue;
    const isHeading = isHeadingElement(token);
    if (!isHeading && ++between > MAX_TEXTS_BETWEEN) continue;
    if (token.text.length > MAX_HEADING_LENGTH || !outline.parentOf(token.element)?.contains(element)) continue;
    if (OFFER_HEADING.test(token.text)) return true;
    // The nearest heading over the picture says what it is.
    if (isHeading) return false;
  }
  return false;
}
