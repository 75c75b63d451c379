import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import { isInScope } from '../choose-claim.ts';
import { type FieldReader, valuesOf } from '../claim-fields.ts';
import { isOffered } from './offered-goods.ts';
import type { PictureToken, TextToken, Token } from './page-outline.ts';
import { isDecoration, productLinkOf } from './picture-exclusions.ts';
import { titledPicture } from './picture-title.ts';
import { productCues } from './product-cues.ts';

const MIN_PICTURE_PX = 24;
const MAX_CLIMB = 4;
/** A product's own element holds its picture, title and a few figures, not the rest of the claim. */
const MAX_PRODUCT_TEXTS = 14;
/** An order of several products shows one picture of each. */
const MAX_TITLED_PICTURES = 6;
/** Bound against a page that is built to keep the reader busy. */
const MAX_CANDIDATES = 300;
const NOT_LISTING = /avatar|icon|logo|qr-?code|emoji|头像/i;

/** The seller's own pictures of the product, and its name where it stands beside one of them without a label. */
export interface ListingPictures {
  readonly urls: readonly string[];
  readonly title: string | null;
}

type IsListing = (token: Token | undefined, index: number) => token is PictureToken;

/**
 * The seller's own pictures on a claim's page: those that link to a product, else those around a label of the product,
 * else those that stand before a name as a product does. A picture that is evidence is never one of them, since it
 * would prove itself.
 * @param isEvidence whether an address, in any size, is one of the claim's evidence
 */
export function listingPictures(reader: FieldReader, isEvidence: (url: string) => boolean): ListingPictures {
  const { outline, scope, hits } = reader;
  const isListing = (token: Token | undefined, index: number): token is PictureToken =>
    token?.kind === 'picture' &&
    token.picture.kind === 'image' &&
    isInScope(scope, index) &&
    !isEvidence(token.picture.url) &&
    !NOT_LISTING.test(`${token.element.getAttribute('class')} ${token.picture.url}`) &&
    !(token.picture.box && Math.max(token.picture.box.widthPx, token.picture.box.heightPx) < MIN_PICTURE_PX);
  const linked = outline.tokens.filter((token, index): token is PictureToken => {
    return isListing(token, index) && productLinkOf(outline, token.element) !== null && !isOffered(outline, index);
  });
  if (linked.length > 0) return listingOf(linked);
  for (const hit of hits.filter(({ field, from }) => field === 'product' && isInScope(scope, from))) {
    for (const place of [hit.from, ...valuesOf(reader, hit).map((value) => value.from)]) {
      const found = picturesAround(reader, place, isListing);
      if (found.length > 0) return listingOf(found);
    }
  }
  return titledPictures(reader, isListing);
}

function listingOf(pictures: readonly PictureToken[], title: string | null = null): ListingPictures {
  return { urls: [...new Set(pictures.map(({ picture }) => picture.url))], title };
}

function picturesAround({ outline }: FieldReader, at: number, isListing: IsListing): PictureToken[] {
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

/**
 * The pictures before a name that look most like the order's product. With nothing that speaks for a product, a picture
 * counts only where it is the only one of its kind.
 */
function titledPictures({ outline, dictionary }: FieldReader, isListing: IsListing): ListingPictures {
  let asked = 0;
  const candidates = outline.tokens.flatMap((token, at) => {
    if (!isListing(token, at) || ++asked > MAX_CANDIDATES || isDecoration(outline, token) || isOffered(outline, at))
      return [];
    const titled = titledPicture(outline, at, dictionary);
    return titled ? [{ ...titled, cues: productCues(outline, titled) }] : [];
  });
  const most = Math.max(0, ...candidates.map(({ cues }) => cues));
  const best = candidates.filter(({ cues }) => cues === most);
  const count = new Set(best.map(({ picture }) => picture.picture.url)).size;
  if (count === 0 || count > (most > 0 ? MAX_TITLED_PICTURES : 1)) return { urls: [], title: null };
  return listingOf(
    best.map(({ picture }) => picture),
    best[0]?.title.text ?? null,
  );
}
