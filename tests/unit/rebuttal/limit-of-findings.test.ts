import { describe, expect, it } from 'vitest';
import { composeRebuttal } from '../../../utils/rebuttal/compose-rebuttal.ts';
import { textIn } from '../../../utils/text/text.ts';
import { BEFORE_DISPATCH, LISTING_ALTERED, makePicture, makeView } from '../../fixtures/case-view.ts';

const CONFIRMED = { ...LISTING_ALTERED, review: 'confirmed' } as const;
const text = textIn('en');
const written = (view: ReturnType<typeof makeView>, audience: 'refusal' | 'appeal' | 'complaint' | 'police') =>
  composeRebuttal(view, text, { audience, tone: 'firm' });

describe('what findings do not show', () => {
  const cluesAlone = makeView([makePicture(0, { findings: [BEFORE_DISPATCH] })]);
  const mixed = makeView([
    makePicture(0, { findings: [CONFIRMED] }),
    makePicture(1, { findings: [BEFORE_DISPATCH] }),
    makePicture(2, { findings: [CONFIRMED, BEFORE_DISPATCH] }),
  ]);

  it.each(['refusal', 'appeal', 'complaint'] as const)('is everything where all are clues (%s)', (audience) => {
    expect(written(cluesAlone, audience)).toContain('nothing can be concluded from them alone');
  });

  it.each(['refusal', 'appeal', 'complaint', 'police'] as const)(
    'names the pictures with clues only (%s)',
    (audience) => {
      expect(written(mixed, audience)).toContain('For picture 2 there are only points to check');
    },
  );

  it('says nothing of clues where every picture has more', () => {
    expect(written(makeView([makePicture(0, { findings: [CONFIRMED] })]), 'refusal')).not.toContain('points to check');
  });

  it('names no picture whose finding had to leave a short text', () => {
    for (let maxLength = 150; maxLength < 1500; maxLength += 50) {
      const short = composeRebuttal(mixed, text, { audience: 'refusal', maxLength });
      if (short.includes('For picture 2')) expect(short).toContain('Picture 2: ');
    }
  });
});
