import { describe, expect, it } from 'vitest';
import { cleanClaim, MAX_CLAIM_TEXT } from '../../../utils/claims/clean-claim.ts';
import { claimWith, evidence } from '../../fixtures/claim.ts';

describe('cleanClaim', () => {
  it('leaves a claim that a page shows as it is', () => {
    const claim = claimWith({ reason: '商品破损\n第二行', description: 'It is broken, see <photo> & "note" 😀' });
    expect(cleanClaim(claim)).toEqual(claim);
  });

  it('takes out what would turn the text around it, and controls', () => {
    const claim = claimWith({ reason: 'a\u202Egpj\u2066\u200F.exe\u0000\u0007', buyerName: '\u061Cb\u2069' });
    expect(cleanClaim(claim)).toMatchObject({ reason: 'agpj.exe', buyerName: 'b' });
  });

  it('bounds texts and lists, and no address of a picture', () => {
    const url = `https://img.pddpic.com/a.jpg?sign=${'x'.repeat(MAX_CLAIM_TEXT)}`;
    const claim = claimWith({
      description: '长'.repeat(100_000),
      evidence: Array.from({ length: 1_000 }, () => ({ ...evidence('https://a.test/1.jpg'), url })),
    });
    const { description, evidence: kept } = cleanClaim(claim);
    expect(description).toHaveLength(MAX_CLAIM_TEXT);
    expect(kept.length).toBeLessThan(1_000);
    expect(kept[0]?.url).toBe(url);
  });

  it('ends on what nests without end', () => {
    const nested: Record<string, unknown> = {};
    nested.within = nested;
    expect(() => cleanClaim(claimWith({ product: nested as never }))).not.toThrow();
  });
});
