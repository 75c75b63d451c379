import type { ClaimOnPage } from '../claims/claim.ts';
import { MAX_LISTING_PICTURES } from '../limits.ts';
import type { CapturedImage } from './case.ts';
import type { CaseDatabase } from './database.ts';
import { productKeysOf } from './product-key.ts';
import type { PictureAtHand } from './store-claim.ts';

/** A picture of a product that the seller added by hand. */
export interface ProductPicture {
  readonly productKey: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly name: string;
  /** ISO 8601. Pictures of an earlier version of the product stay, under their earlier date. */
  readonly addedAt: string;
  readonly image: CapturedImage;
}

type ClaimOfProduct = Parameters<typeof productKeysOf>[0] & Pick<ClaimOnPage, 'product'>;

/** The pictures kept for the product of a claim, newest first. */
export async function readProductPictures(database: CaseDatabase, claim: ClaimOfProduct): Promise<ProductPicture[]> {
  const found = await Promise.all(
    productKeysOf(claim).map((key) => database.getAllFromIndex('productPictures', 'by-product', key)),
  );
  const newestFirst = found
    .flat()
    .toSorted((a, b) => b.addedAt.localeCompare(a.addedAt) || a.name.localeCompare(b.name));
  return [...new Map(newestFirst.map((picture) => [picture.sha256, picture])).values()];
}

/** Keeps pictures for a product. One that is there already keeps its date. */
export async function addProductPictures(database: CaseDatabase, pictures: readonly ProductPicture[]): Promise<void> {
  const transaction = database.transaction('productPictures', 'readwrite');
  for (const picture of pictures) {
    if (!(await transaction.store.get([picture.productKey, picture.sha256]))) await transaction.store.put(picture);
  }
  await transaction.done;
}

/** Forgets a picture of a claim's product. Cases that were compared with it keep their record. */
export async function removeProductPicture(
  database: CaseDatabase,
  claim: ClaimOfProduct,
  sha256: string,
): Promise<void> {
  for (const key of productKeysOf(claim)) await database.delete('productPictures', [key, sha256]);
}

/** The kept pictures of a claim's product as parts of its case. Their address stands for their bytes. */
export async function productPicturesAtHand(database: CaseDatabase, claim: ClaimOfProduct): Promise<PictureAtHand[]> {
  const pictures = await readProductPictures(database, claim);
  return pictures
    .slice(0, MAX_LISTING_PICTURES)
    .map(({ sha256, name, image }) => ({ role: 'listing', url: `product:${sha256}`, name, captured: image }));
}
