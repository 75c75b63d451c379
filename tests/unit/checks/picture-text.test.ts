import { beforeAll, describe, expect, it } from 'vitest';
import type { OcrReader } from '../../../utils/checks/ocr-reader.ts';
import { pictureText } from '../../../utils/checks/picture-text.ts';
import { CLAIM, checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { labelPicture } from '../../fixtures/label-picture.ts';
import { loadOcr } from '../../fixtures/load-ocr.ts';

let ocr: OcrReader;
beforeAll(async () => {
  ocr = await loadOcr();
});

const claim = { ...CLAIM, claimType: 'refund_only', forwardTracking: 'SF1234567890123' };

describe('picture-text', () => {
  it('reads the lines of a picture, says where they are, and masks mobile numbers', async () => {
    const outcome = await pictureText.run(checkInput({ picture: await labelPicture('SF1234567890123'), claim, ocr }));
    const { pictureText: read } = (outcome.status === 'done' ? outcome.measured : {}) as {
      pictureText: { lines: { text: string; box: number[] }[] };
    };
    const line = read.lines.find(({ text }) => text.includes('1234567890'));
    expect(line?.box[0]).toBeCloseTo(150 / 900, 1);
    expect(line?.box[1]).toBeCloseTo(324 / 600, 1);
    expect(read.lines.filter(({ text }) => /^138/.test(text))).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/^138\*{4}\d{4}$/) }),
    ]);
  });

  it('compares numbers where there is no bar code, and leaves those with one to the check of labels', async () => {
    const other = 'SF 9876 5432 10987';
    const barless = await pictureText.run(checkInput({ picture: await labelPicture(other, false), claim, ocr }));
    expect(barless).toMatchObject({ findings: [{ check: 'picture-text', kind: 'label-tracking-differs' }] });
    const barred = await pictureText.run(checkInput({ picture: await labelPicture(other), claim, ocr }));
    expect(barred).toMatchObject({ status: 'done', findings: [] });
  });

  it('finds no text in a plain picture', async () => {
    const plain = pictureOf({ pixels: pictureFrom(400, 400, (x, y) => [x / 3, y / 3, 120]) });
    expect(await pictureText.run(checkInput({ picture: plain, claim, ocr }))).toEqual({
      status: 'done',
      measured: { pictureText: { lines: [] } },
      findings: [],
    });
  });
});
