import { describe, expect, it } from 'vitest';
import { findingText, readableParams } from '../../../utils/text/finding-text.ts';
import { textIn } from '../../../utils/text/text.ts';

describe('readableParams', () => {
  it('writes a moment in the zone of the claim', () => {
    const params = readableParams({ at: '2026-11-05T16:30:00Z' }, textIn('zh-CN'), 'Asia/Shanghai');
    expect(params.at).toBe('2026/11/06 00:30');
  });

  it('names the zone of a moment', () => {
    const zoneIn = (timeZone: string) =>
      readableParams({ at: '2026-07-05T16:30:00Z' }, textIn('zh-CN'), timeZone).atZone;
    expect(zoneIn('Asia/Shanghai')).toBe('UTC+08:00');
    expect(zoneIn('America/New_York')).toBe('UTC-04:00');
    expect(zoneIn('UTC')).toBe('UTC+00:00');
  });

  it('leaves text that only resembles a moment alone', () => {
    const params = readableParams({ at: '2026-11-05T16:30:00' }, textIn('zh-CN'), 'Asia/Shanghai');
    expect(params.at).toBe('2026-11-05T16:30:00');
  });

  it('numbers a listing picture, and leaves the middle of a long name out', () => {
    const params = { listing: '6f1d2a90-3c47-4e0b-9b52-8e7c1f0a4d11.jpeg', listingNumber: 2 };
    expect(readableParams(params, textIn('zh-CN'), 'Asia/Shanghai').listing).toBe('2（6f1d2a90…a4d11.jpeg）');
    expect(readableParams({ listing: 'main.jpg', listingNumber: 1 }, textIn('en'), 'UTC').listing).toBe('1 (main.jpg)');
    expect(readableParams({ listing: 'main.jpg' }, textIn('en'), 'UTC').listing).toBe('main.jpg');
  });

  it('adds a percentage to a share', () => {
    expect(readableParams({ sameFraction: 0.9743 }, textIn('en'), 'UTC')).toEqual({
      sameFraction: 0.9743,
      samePercent: 97.4,
    });
  });

  it('puts text of foreign origin on one line of bounded length', () => {
    const { listing } = readableParams({ listing: `a\n\u202e${'b'.repeat(500)}` }, textIn('en'), 'UTC');
    expect(listing).toHaveLength(80);
    expect(listing).not.toContain('\n');
    expect(listing).not.toContain('\u202e');
  });
});

describe('findingText', () => {
  const listed = (listing: string) => ({
    kind: 'listing-altered',
    params: { listing, listingNumber: 1, sameFraction: 0.96 },
  });

  it('leaves no space between a full-width bracket and the word after it', () => {
    const sentence = findingText(textIn('zh-CN'), listed('main.jpg'), 'says', 'Asia/Shanghai');
    expect(sentence).toContain('商品图 1（main.jpg）是同一张照片');
  });

  it('keeps the spaces of English', () => {
    expect(findingText(textIn('en'), listed('main.jpg'), 'says', 'UTC')).toContain('(main.jpg) ');
  });
});
