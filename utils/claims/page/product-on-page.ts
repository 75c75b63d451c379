import { isInScope } from '../choose-claim.ts';
import type { FieldSource, ProductOnPage } from '../claim.ts';
import { type FieldReader, readField, readLine } from '../claim-fields.ts';
import { listingPictures } from './listing-pictures.ts';
import { isOffered } from './offered-goods.ts';
import type { Token } from './page-outline.ts';
import { productLinkOf } from './picture-exclusions.ts';

/**
 * The product of the claim, with the seller's own pictures of it.
 * @param isEvidence whether an address, in any size, is one of the claim's evidence
 */
export function productOnPage(
  reader: FieldReader,
  isEvidence: (url: string) => boolean,
): { product: ProductOnPage; source: FieldSource | null } {
  const labelled = readLine(reader, 'product');
  const pictures = listingPictures(reader, isEvidence);
  const link = firstLink(reader);
  const title = labelled?.value ?? link?.text ?? pictures.title;
  const product: ProductOnPage = {
    title,
    id:
      readField(reader, 'productId', ({ texts }) => /[A-Za-z0-9-]{4,}/.exec(texts.join(' '))?.[0] ?? null)?.value ??
      null,
    spec: readLine(reader, 'productSpec')?.value ?? null,
    link: link?.href ?? null,
    listingImages: pictures.urls,
  };
  const isFound = title !== null || product.link !== null || pictures.urls.length > 0;
  return { product, source: labelled?.source ?? (isFound ? { via: 'label', hint: link ? 'a[href]' : 'img' } : null) };
}

/** The first link to a product, with its text; the text may stand in a second link to the same product. */
function firstLink({ outline, scope }: FieldReader): { href: string; text: string | null } | null {
  let first: { href: string; text: string | null } | null = null;
  for (let index = scope.from; index < scope.to; index++) {
    const token = outline.tokens[index] as Token;
    const href = isInScope(scope, index) ? productLinkOf(outline, token.element) : null;
    if (!href || (first && first.href !== href) || isOffered(outline, index)) continue;
    first ??= { href, text: null };
    if (token.kind === 'text' && token.key.length > 0) return { href, text: token.text };
    first = { href, text: first.text ?? token.element.getAttribute('alt') };
  }
  return first;
}
