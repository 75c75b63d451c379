import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { productKeysOf } from '../../../utils/cases/product-key.ts';
import {
  addProductPictures,
  type ProductPicture,
  productPicturesAtHand,
  readProductPictures,
  removeProductPicture,
} from '../../../utils/cases/product-pictures.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { MAX_LISTING_PICTURES } from '../../../utils/limits.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

let database: CaseDatabase;
let count = 0;

beforeEach(async () => {
  database = await openDatabase(`product-pictures-${count++}`);
});

const claimOf = (claimId: string, id: string | null, title: string | null = '马克杯') =>
  claimWith({
    claimId,
    evidence: [evidence('https://a/1.jpg')],
    product: { id, title, spec: null, link: null, listingImages: [] },
  });

function picture(claim: ReturnType<typeof claimOf>, sha256: string, addedAt: string): ProductPicture {
  const image = { url: '', receivedAt: addedAt, contentType: null, sizeBytes: 1, sha256, blob: new Blob(['x']) };
  return { productKey: productKeysOf(claim)[0], sha256, name: `${sha256}.jpg`, addedAt, image };
}

describe('pictures kept for a product', () => {
  it('are found in another claim of it, by id or by title, the newest first, and not in claims of another', async () => {
    const first = claimOf('1', null);
    await addProductPictures(database, [
      picture(first, 'a', '2026-11-01T00:00:00Z'),
      picture(first, 'b', '2026-11-20T00:00:00Z'),
    ]);
    const later = await readProductPictures(database, claimOf('2', '880', ' 马克杯 '));
    expect(later.map(({ sha256 }) => sha256)).toEqual(['b', 'a']);
    expect(await readProductPictures(database, claimOf('3', '880', '餐盘'))).toEqual([]);
  });

  it('stay with the claim alone where the page names no product', async () => {
    const nameless = claimOf('1', null, null);
    await addProductPictures(database, [picture(nameless, 'a', '2026-11-01T00:00:00Z')]);
    expect(await readProductPictures(database, nameless)).toHaveLength(1);
    expect(await readProductPictures(database, claimOf('2', null, null))).toEqual([]);
  });

  it('keep their first date, and are gone when removed', async () => {
    const claim = claimOf('1', '880');
    await addProductPictures(database, [picture(claim, 'a', '2026-11-01T00:00:00Z')]);
    await addProductPictures(database, [picture(claim, 'a', '2026-11-20T00:00:00Z')]);
    expect((await readProductPictures(database, claim)).map(({ addedAt }) => addedAt)).toEqual([
      '2026-11-01T00:00:00Z',
    ]);
    await removeProductPicture(database, claim, 'a');
    expect(await readProductPictures(database, claim)).toEqual([]);
  });

  it('become listing pictures of a case once, behind those of the page, and no more than a claim takes', async () => {
    const claim = claimOf('1', '880');
    const onPage = { ...claim, product: { ...claim.product, listingImages: ['https://a/listing.jpg'] } };
    const many = Array.from({ length: MAX_LISTING_PICTURES + 5 }, (_, index) =>
      picture(claim, `${index}`, '2026-11-01T00:00:00Z'),
    );
    await addProductPictures(database, many);
    const listing = async () => {
      await storeClaim(database, onPage, await productPicturesAtHand(database, onPage), 'now');
      const stored = await database.getAllFromIndex('pictures', 'by-case', 'pinduoduo:1');
      return stored.filter(({ role }) => role === 'listing').toSorted((a, b) => a.index - b.index);
    };
    const once = await listing();
    expect(once).toHaveLength(MAX_LISTING_PICTURES);
    expect(once[0]?.url).toBe('https://a/listing.jpg');
    expect(once[1]?.delivered?.blob).toBeDefined();
    expect(await listing()).toHaveLength(MAX_LISTING_PICTURES);
  });
});
