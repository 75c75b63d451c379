import { expect, it } from 'vitest';
import { reportHtml } from '../../../../utils/evidence/report/report-html.ts';
import type { ReportModel } from '../../../../utils/evidence/report/report-model.ts';
import { wrapText } from '../../../../utils/evidence/report/wrap-text.ts';

const ATTACK = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

const model: ReportModel = {
  language: 'zh-CN',
  title: ATTACK,
  made: ATTACK,
  claimFacts: [{ name: ATTACK, value: ATTACK }],
  appendices: [
    {
      heading: ATTACK,
      note: ATTACK,
      items: [
        { heading: ATTACK, facts: [{ name: ATTACK, value: ATTACK }], image: null, problem: ATTACK, isWide: true },
      ],
    },
  ],
  verdict: { id: 'clue', word: '线索', hint: ATTACK },
  pictures: [
    {
      heading: ATTACK,
      verdict: { id: 'clue', word: '线索', hint: '' },
      facts: [],
      image: new Blob(['jpeg'], { type: 'image/jpeg' }),
      problem: ATTACK,
      nothing: null,
      findings: [
        {
          verdict: { id: 'clue', word: '线索', hint: '' },
          title: ATTACK,
          says: ATTACK,
          means: ATTACK,
          meansNot: ATTACK,
          falseAlarms: ATTACK,
          review: null,
          comparison: null,
        },
      ],
    },
  ],
  closing: [ATTACK],
  words: { means: '说明了什么', meansNot: '没有说明什么' },
};

async function pageOf(report: ReportModel): Promise<string> {
  let page = '';
  for await (const piece of reportHtml(report)) page += piece;
  return page;
}

it('turns no text of a page or picture into markup, and forbids scripts besides', async () => {
  const page = await pageOf(model);
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<img src=x');
  expect(page).toContain('&quot;&gt;&lt;script&gt;');
  expect(page).toContain("default-src 'none'");
});

it('comes picture by picture, so that no claim is in memory as a whole', async () => {
  const [picture] = model.pictures as [ReportModel['pictures'][number]];
  const pieces = reportHtml({ ...model, pictures: [picture, picture, picture] });
  const withPicture: boolean[] = [];
  for await (const piece of pieces) {
    const count = piece.split('src="data:').length - 1;
    expect(count).toBeLessThanOrEqual(1);
    withPicture.push(count === 1);
  }
  expect(withPicture.filter(Boolean)).toHaveLength(3);
});

it('holds its pictures itself', async () => {
  expect(await pageOf(model)).toContain(`src="data:image/jpeg;base64,${btoa('jpeg')}"`);
});

it('breaks lines between Chinese characters and between words, and a word that is too long anywhere', () => {
  const widthOf = (piece: string) => [...piece].length;
  expect(wrapText('同一张照片有一处不同', 4, widthOf)).toEqual(['同一张照', '片有一处', '不同']);
  expect(wrapText('the same photograph again', 10, widthOf)).toEqual(['the same', 'photograph', 'again']);
  expect(wrapText('b51d23e6945b', 5, widthOf)).toEqual(['b51d2', '3e694', '5b']);
});
