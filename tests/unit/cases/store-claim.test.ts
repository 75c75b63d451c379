import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { nameOf, type PictureAtHand, storeClaim } from '../../../utils/cases/store-claim.ts';
import { updatePicture } from '../../../utils/cases/write-results.ts';
import { MAX_EVIDENCE_PICTURES } from '../../../utils/limits.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

let database: CaseDatabase;
let count = 0;

beforeEach(async () => {
  database = await openDatabase(`store-claim-${count++}`);
});

const picturesOf = async (caseId: string) => {
  const pictures = await database.getAllFromIndex('pictures', 'by-case', caseId);
  return pictures.map(({ role, index, url }) => `${role} ${index} ${url}`).sort();
};

const file = (name: string): PictureAtHand => ({
  role: 'evidence',
  url: '',
  name,
  captured: {
    url: '',
    receivedAt: 'now',
    contentType: null,
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    blob: new Blob(['x']),
  },
});

describe('storeClaim', () => {
  it('makes a place for every picture of the buyer and of the listing, and none for the seller’s own evidence', async () => {
    const claim = claimWith({
      evidence: [
        evidence('https://a/1.jpg'),
        evidence('https://a/seller.jpg', 'seller'),
        evidence('https://a/2.jpg', 'unknown'),
      ],
      product: { ...claimWith().product, listingImages: ['https://a/listing.jpg'] },
    });
    const { caseId, status } = await storeClaim(database, claim, [], 'now');
    expect(status).toBe('running');
    expect(await picturesOf(caseId)).toEqual([
      'evidence 0 https://a/1.jpg',
      'evidence 1 https://a/2.jpg',
      'listing 0 https://a/listing.jpg',
    ]);
  });

  it('makes a place for a video among the pictures', async () => {
    const claim = claimWith({
      evidence: [evidence('https://a/1.jpg'), { ...evidence('https://a/2.mp4'), kind: 'video' }],
    });
    const { caseId } = await storeClaim(database, claim, [], 'now');
    expect(await picturesOf(caseId)).toEqual(['evidence 0 https://a/1.jpg', 'evidence 1 https://a/2.mp4']);
  });

  it('keeps what is known of a claim and adds what is new on the page behind it', async () => {
    const first = await storeClaim(database, claimWith({ evidence: [evidence('https://a/1.jpg')] }), [], 'first');
    await updatePicture(database, `${first.caseId}#e0`, { width: 800, height: 600 });
    const again = await storeClaim(
      database,
      claimWith({ evidence: [evidence('https://a/2.jpg'), evidence('https://a/1.jpg')] }),
      [],
      'second',
    );
    expect(again.createdAt).toBe('first');
    expect(await picturesOf(again.caseId)).toEqual(['evidence 0 https://a/1.jpg', 'evidence 1 https://a/2.jpg']);
    expect((await database.get('pictures', `${first.caseId}#e0`))?.width).toBe(800);
  });

  it('stops at the bound on pictures of a page, and answers for every file that is handed over', async () => {
    const urls = Array.from({ length: MAX_EVIDENCE_PICTURES + 5 }, (_, index) => evidence(`https://a/${index}.jpg`));
    const page = await storeClaim(database, claimWith({ evidence: urls }), [], 'now');
    expect(await picturesOf(page.caseId)).toHaveLength(MAX_EVIDENCE_PICTURES);
    const files = Array.from({ length: MAX_EVIDENCE_PICTURES + 5 }, () => file('same.jpg'));
    const handed = await storeClaim(database, claimWith({ claimId: 'files' }), files, 'now');
    expect(await picturesOf(handed.caseId)).toHaveLength(MAX_EVIDENCE_PICTURES + 5);
  });

  it('gives a buyer the same key in every claim, and none to a masked name', async () => {
    const key = async (claimId: string, buyerName: string | null) =>
      (await storeClaim(database, claimWith({ claimId, buyerName }), [], 'now')).buyerKey;
    expect(await key('1', '青山不改')).toMatch(/^[0-9a-f]{64}$/);
    expect(await key('2', '青山不改')).toBe(await key('3', '青山不改'));
    expect(await key('4', '绿水长流')).not.toBe(await key('1', '青山不改'));
    expect(await key('5', '青***改')).toBeNull();
    expect(await key('6', null)).toBeNull();
  });
});

describe('nameOf', () => {
  it('is the last part of the address, and never the whole of a data address', () => {
    expect(nameOf('https://img.pddpic.com/a/b/c.jpeg?x=1')).toBe('c.jpeg');
    expect(nameOf(`data:image/png;base64,${'A'.repeat(5000)}`)).toBe('data:');
    expect(nameOf(`https://a/${'x'.repeat(300)}.jpg`).length).toBeLessThanOrEqual(60);
  });
});
