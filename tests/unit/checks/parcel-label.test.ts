import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckInput } from '../../../utils/checks/check.ts';
import type { OcrReader } from '../../../utils/checks/ocr-reader.ts';
import { parcelLabel } from '../../../utils/checks/parcel-label.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { labelPicture } from '../../fixtures/label-picture.ts';
import { loadOcr } from '../../fixtures/load-ocr.ts';
import { noisyPicture } from '../../fixtures/screenshot-picture.ts';

let ocr: OcrReader;
beforeAll(async () => {
  ocr = await loadOcr();
});

const claim = { ...CLAIM, claimType: 'refund_only', forwardTracking: 'SF1234567890123' };
const findingsOn = async (number: string, parts: Partial<CheckInput> = {}) => {
  const outcome = await parcelLabel.run(checkInput({ picture: await labelPicture(number), claim, ocr, ...parts }));
  if (outcome.status !== 'done') throw new Error(outcome.reason);
  return outcome.findings;
};

describe('parcel-label', () => {
  it('tells another parcel from the right one, and a misread number from another parcel', async () => {
    expect(await findingsOn('SF 9876 5432 10987')).toMatchObject([
      {
        kind: 'label-tracking-differs',
        grade: 'clue',
        params: { number: 'SF9876543210987', known: 'SF1234567890123' },
      },
    ]);
    expect(await findingsOn('SF 1234 5678 90123')).toMatchObject([{ kind: 'label-tracking-matches', grade: 'note' }]);
    expect(await findingsOn('SF 1234 5678 90187')).toEqual([]);
    expect(await findingsOn('YT 9876 5432 10987')).toEqual([]);
  });

  it('only notes another parcel while a return may be on its way', async () => {
    const returning = { ...claim, claimType: 'return_refund' };
    expect(await findingsOn('SF9876543210987', { claim: returning })).toMatchObject([{ grade: 'note' }]);
    const known = { ...returning, returnTracking: 'SF5555566666777' };
    expect(await findingsOn('SF9876543210987', { claim: known })).toMatchObject([{ grade: 'clue' }]);
    expect(await findingsOn('SF5555566666777', { claim: known })).toMatchObject([{ kind: 'label-tracking-matches' }]);
  });

  it('drops a number that reads differently the second time', async () => {
    const unsure: OcrReader = {
      readPage: (page) => ocr.readPage(page),
      readLine: async () => ({ text: 'SF1234567890124', confidence: 90, words: [] }),
    };
    expect(await findingsOn('SF9876543210987', { ocr: unsure })).toEqual([]);
  });

  it('reads nothing where there are no bars', async () => {
    const silent: OcrReader = {
      readPage: () => Promise.reject(new Error('nothing should be read')),
      readLine: () => Promise.reject(new Error('nothing should be read')),
    };
    const picture = pictureOf({ pixels: noisyPicture(2, 800, 600) });
    expect(await parcelLabel.run(checkInput({ picture, claim, ocr: silent }))).toMatchObject({ findings: [] });
    const barless = await labelPicture('SF9876543210987', false);
    expect(await parcelLabel.run(checkInput({ picture: barless, claim, ocr: silent }))).toMatchObject({ findings: [] });
  });

  it('has every text in both languages', () => {
    for (const language of LANGUAGES) {
      const text = textIn(language);
      for (const kind of ['tracking', 'order'])
        for (const end of ['differs', 'matches'])
          for (const part of ['title', 'says', 'means', 'meansNot', 'rebuttal'])
            expect(text.has(`finding.label-${kind}-${end}.${part}`)).toBe(true);
    }
  });
});
