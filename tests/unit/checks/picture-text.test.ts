import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckInput } from '../../../utils/checks/check.ts';
import type { OcrReader } from '../../../utils/checks/ocr-reader.ts';
import { pictureText } from '../../../utils/checks/picture-text.ts';
import { LANGUAGES, textIn } from '../../../utils/text/text.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { decodeWithSharp } from '../../fixtures/decode-with-sharp.ts';
import { loadOcr } from '../../fixtures/load-ocr.ts';

let ocr: OcrReader;
beforeAll(async () => {
  ocr = await loadOcr();
});

/** A label with printed bars and a number, 900 × 600 pixels. */
async function labelWith(number: string): Promise<CheckInput['picture']> {
  const bars = Array.from(
    { length: 60 },
    (_, at) => `<rect x="${120 + at * 11}" y="180" width="${2 + ((at * 7) % 6)}" height="120"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600" font-family="DejaVu Sans, sans-serif">
    <rect width="900" height="600" fill="#f4f2ee"/><text x="60" y="110" font-size="54" font-weight="700">EXPRESS</text>
    ${bars.join('')}<text x="150" y="350" font-size="36">${number}</text><text x="60" y="470" font-size="30">138 1234 5678</text></svg>`;
  return pictureOf({ pixels: await decodeWithSharp(await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()) });
}

const claim = { ...CLAIM, claimType: 'refund_only', forwardTracking: 'SF1234567890123' };
const findingsOn = async (number: string, parts: Partial<CheckInput> = {}) => {
  const outcome = await pictureText.run(checkInput({ picture: await labelWith(number), claim, ocr, ...parts }));
  if (outcome.status !== 'done') throw new Error(outcome.reason);
  return outcome.findings;
};

describe('picture-text', () => {
  it('reads the lines of a picture and says where they are', async () => {
    const outcome = await pictureText.run(checkInput({ picture: await labelWith('SF1234567890123'), claim, ocr }));
    const { pictureText: read } = (outcome.status === 'done' ? outcome.measured : {}) as {
      pictureText: { lines: { text: string; box: number[] }[] };
    };
    const line = read.lines.find(({ text }) => text.includes('1234567890'));
    expect(line?.box[0]).toBeCloseTo(150 / 900, 1);
    expect(line?.box[1]).toBeCloseTo(324 / 600, 1);
  });

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
      ...ocr,
      readPage: (page) => ocr.readPage(page),
      readLine: async () => ({ text: 'SF1234567890124', confidence: 90, words: [] }),
    };
    expect(await findingsOn('SF9876543210987', { ocr: unsure })).toEqual([]);
  });

  it('finds no text in a plain picture', async () => {
    const plain = pictureOf({ pixels: pictureFrom(400, 400, (x, y) => [x / 3, y / 3, 120]) });
    expect(await pictureText.run(checkInput({ picture: plain, claim, ocr }))).toEqual({
      status: 'done',
      measured: { pictureText: { lines: [] } },
      findings: [],
    });
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
