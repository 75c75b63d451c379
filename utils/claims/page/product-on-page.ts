import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import { isInScope } from '../choose-claim.ts';
import type { FieldSource, ProductOnPage } from '../claim.ts';
import { type FieldReader, readField, readLine, valuesOf } from '../claim-fields.ts';
import type { PictureToken, TextToken, Token } from './page-outline.ts';
import { productLinkOf } from './picture-exclusions.ts';

const MIN_PICTURE_PX = 24;
const MAX_CLIMB = 4;
/** A product's own element holds its picture, title and a few figures, not the rest of the claim. */
const MAX_PRODUCT_TEXTS = 14;
const NOT_LISTING = /avatar|icon|logo|qr-?code|emoji|头像/i;

/** The product of the claim, with the seller's own pictures of it that stand beside its name or link to it. */
export function productOnPage(
  reader: FieldReader,
  evidence: ReadonlySet<string>,
): { product: ProductOnPage; source: FieldSource | null } {
  const labelled = readLine(reader, 'product');
  const pictures = listingPictures(reader, evidence);
  const link = firstLink(reader);
  const title = labelled?.value ?? link?.text ?? null;
  const product: ProductOnPage = {
    title,
    id:
      readField(reader, 'productId', ({ texts }) => /[A-Za-z0-9-]{4,}/.exec(texts.join(' '))?.[0] ?? null)?.value ??
      null,
    spec: readLine(reader, 'productSpec')?.value ?? null,
    link: link?.href ?? null,
    listingImages: [...new Set(pictures.map(({ picture }) => picture.url))],
  };
  const isFound = title !== null || product.link !== null || pictures.length > 0;
  return { product, source: labelled?.source ?? (isFound ? { via: 'label', hint: link ? 'a[href]' : 'img' } : null) };
}

function listingPictures(reader: FieldReader, evidence: ReadonlySet<string>): PictureToken[] {
  const { outline, scope, hits } = reader;
  const isListing = (token: Token | undefined, index: number): token is PictureToken =>
    token?.kind === 'picture' &&
    token.picture.kind === 'image' &&
    isInScope(scope, index) &&
    !evidence.has(token.picture.url) &&
    !NOT_LISTING.test(`${token.element.getAttribute('class')} ${token.picture.url}`) &&
    !(token.picture.box && Math.max(token.picture.box.widthPx, token.picture.box.heightPx) < MIN_PICTURE_PX);
  const linked = outline.tokens.filter((token, index): token is PictureToken => {
    return isListing(token, index) && productLinkOf(outline, token.element) !== null && !isRecommended(token.element);
  });
  if (linked.length > 0) return linked;
  for (const { from } of hits.filter((hit) => hit.field === 'product' && isInScope(scope, hit.from))) {
    const places = [
      from,
      ...valuesOf(reader, hits.find((hit) => hit.from === from) ?? (hits[0] as never)).map((value) => value.from),
    ];
    for (const place of places) {
      const found = picturesAround(reader, place, isListing);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function picturesAround(
  { outline }: FieldReader,
  at: number,
  isListing: (token: Token | undefined, index: number) => token is PictureToken,
): PictureToken[] {
  let box: Element | null = (outline.tokens[at] as Token).element;
  for (let climb = 0; box && climb <= MAX_CLIMB; climb++, box = outline.parentOf(box)) {
    const [from, to] = outline.rangeOf(box);
    const inside = outline.tokens.slice(from, to);
    const texts = inside.filter((token): token is TextToken => token.kind === 'text');
    if (texts.length > MAX_PRODUCT_TEXTS || texts.some((token) => isOtherPictures(token))) return [];
    const found = inside.filter((token, index): token is PictureToken => isListing(token, from + index));
    if (found.length > 0) return found;
  }
  return [];
}

function isOtherPictures(token: TextToken): boolean {
  const label = pictureLabelOf(token.key);
  return label !== null && (label.kind !== 'other' || label.role === 'seller');
}

function isRecommended(element: Element): boolean {
  return element.closest('[class*="recommend" i],[class*="banner" i],[class*="guess" i],[class*="advert" i]') !== null;
}

/** The first link to a product, with its text; the text may stand in a second link to the same product. */
function firstLink({ outline, scope }: FieldReader): { href: string; text: string | null } | null {
  let first: { href: string; text: string | null } | null = null;
  for (let index = scope.from; index < scope.to; index++) {
    const token = outline.tokens[index] as Token;
    if (!isInScope(scope, index) || isRecommended(token.element)) continue;
    const href = productLinkOf(outline, token.element);
    if (!href || (first && first.href !== href)) continue;
    first ??= { href, text: null };
    if (token.kind === 'text' && token.key.length > 0) return { href, text: token.text };
    first = { href, text: first.text ?? token.element.getAttribute('alt') };
  }
  return first;
}
