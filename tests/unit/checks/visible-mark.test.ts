import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../../../utils/checks/check.ts';
import type { OcrReader } from '../../../utils/checks/ocr-reader.ts';
import { visibleMark } from '../../../utils/checks/visible-mark.ts';
import type { DecodedImage } from '../../../utils/image/decoded-image.ts';
import { checkInput, pictureOf } from '../../fixtures/check-input.ts';
import { CORPUS_FOLDER } from '../../fixtures/corpus-folder.ts';
import { pictureFrom } from '../../fixtures/cosine-picture.ts';
import { decodeWithSharp } from '../../fixtures/decode-with-sharp.ts';
import { loadOcr } from '../../fixtures/load-ocr.ts';
import { type MarkPlacement, putMark } from '../../fixtures/put-mark.ts';
import { noisyPicture, screenshotPicture } from '../../fixtures/screenshot-picture.ts';

let ocr: OcrReader;
beforeAll(async () => {
  ocr = await loadOcr();
});

const readPage = () => Promise.reject(new Error('only edges should be read'));
const photo = noisyPicture(9, 900, 1200);
const marked = async (mark: MarkPlacement, on: DecodedImage = photo): Promise<DecodedImage> =>
  decodeWithSharp(await putMark(on, mark));
const run = async (pixels: DecodedImage): Promise<Extract<CheckOutcome, { status: 'done' }>> => {
  const outcome = await visibleMark.run(checkInput({ picture: pictureOf({ pixels }), ocr }));
  if (outcome.status !== 'done') throw new Error(`skipped: ${outcome.reason}`);
  return outcome;
};

describe('visible-mark', () => {
  it.each<[string, MarkPlacement, string, string | null]>([
    ['white', { name: 'doubao', corner: 'bottom-right', heightFraction: 0.045 }, '豆包AI生成', 'doubao'],
    ['black', { name: 'ai-generated', corner: 'top-left', heightFraction: 0.06, gray: 10 }, 'AI生成', null],
    ['small', { name: 'ai-generated', corner: 'bottom-left', heightFraction: 0.032 }, 'AI生成', null],
    ['see-through', { name: 'jimeng', corner: 'bottom-right', heightFraction: 0.06, opacity: 0.7 }, '即梦AI', 'jimeng'],
  ])('finds a %s mark and frames it', async (_, mark, text, vendor) => {
    const { findings } = await run(await marked(mark));
    expect(findings).toMatchObject([
      { kind: 'visible-ai-mark', grade: 'clue', params: { text, vendor, place: mark.corner } },
    ]);
    expect(findings[0]?.params.heightFraction).toBeCloseTo(mark.heightFraction, 1);
    const region = findings[0]?.regions?.[0];
    const isRight = mark.corner.endsWith('right');
    expect(isRight ? 1 - (region?.x ?? 0) - (region?.width ?? 0) : region?.x).toBeCloseTo(0.025, 1);
  });

  it.each<MarkPlacement>([
    { name: 'phone-camera', corner: 'bottom-left', heightFraction: 0.04 },
    { name: 'ai-life', corner: 'bottom-right', heightFraction: 0.05 },
  ])('says nothing about $name', async (mark) => {
    expect((await run(await marked(mark))).findings).toEqual([]);
  });

  it('takes a notice of a platform for a note', async () => {
    const { findings } = await run(
      await marked(
        { name: 'platform-notice', corner: 'bottom-right', heightFraction: 0.04 },
        noisyPicture(5, 900, 1200),
      ),
    );
    expect(findings).toMatchObject([{ kind: 'visible-ai-text-inside', grade: 'note' }]);
  });

  it('looks at the edges of the photograph inside a screenshot, and takes text of the interface for a note', async () => {
    const inner = await marked(
      { name: 'doubao', corner: 'bottom-right', heightFraction: 0.06 },
      noisyPicture(6, 640, 640),
    );
    const whole = await screenshotPicture(inner, 40, 400, 'Parcel');
    const withNotice = await marked(
      { name: 'ai-generated', corner: 'top-right', heightFraction: 0.05, gray: 0 },
      whole,
    );
    const { findings } = await run(withNotice);
    expect(findings.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['visible-ai-mark', 'clue'],
      ['visible-ai-text-interface', 'note'],
    ]);
    expect(findings[0]?.regions?.[0]?.y).toBeGreaterThan(0.6);
  });

  it('reads nothing where nothing looks like text', async () => {
    const silent: OcrReader = {
      readPage,
      readLine: () => Promise.reject(new Error('nothing should be read')),
    };
    const flat = pictureFrom(800, 600, (x, y) => [x / 5, y / 5, 90]);
    const outcome = await visibleMark.run(checkInput({ picture: pictureOf({ pixels: flat }), ocr: silent }));
    expect(outcome).toEqual({ status: 'done', measured: { edgeText: { found: 0, read: 0 } }, findings: [] });
  });

  it('takes a notice for a note also where its words were not surely read', async () => {
    const unsure: OcrReader = {
      readPage,
      readLine: async () => ({
        text: '内容由 AI生成',
        confidence: 40,
        words: [
          { text: '内容由', confidence: 20 },
          { text: 'AI生成', confidence: 95 },
        ],
      }),
    };
    const pixels = await marked({ name: 'ai-generated', corner: 'bottom-right', heightFraction: 0.05 });
    const outcome = await visibleMark.run(checkInput({ picture: pictureOf({ pixels }), ocr: unsure }));
    expect(outcome).toMatchObject({ findings: [{ kind: 'visible-ai-text-inside', grade: 'note' }] });
  });

  it('takes texture beside a mark for texture', async () => {
    const unsure: OcrReader = {
      readPage,
      readLine: async () => ({
        text: '工二人二人 AI生成 八要',
        confidence: 70,
        words: [
          { text: '工二人二人', confidence: 30 },
          { text: 'AI生成', confidence: 95 },
          { text: '八要', confidence: 40 },
        ],
      }),
    };
    const pixels = await marked({ name: 'ai-generated', corner: 'bottom-right', heightFraction: 0.05 });
    const outcome = await visibleMark.run(checkInput({ picture: pictureOf({ pixels }), ocr: unsure }));
    expect(outcome).toMatchObject({ findings: [{ kind: 'visible-ai-mark', params: { text: 'AI生成' } }] });
  });

  it('reads a bounded number of lines, whatever the picture', async () => {
    let reads = 0;
    const counting: OcrReader = {
      readPage,
      async readLine() {
        reads++;
        return { text: '生', confidence: 0, words: [] };
      },
    };
    const bars = pictureFrom(1200, 1200, (x, y) =>
      y % 60 > 20 && x % 40 < 25 && x % 400 < 300 ? [20, 20, 20] : [200, 200, 200],
    );
    await visibleMark.run(checkInput({ picture: pictureOf({ pixels: bars }), ocr: counting }));
    // The picture and the bordered picture in it, each with a bound of its own and one line more.
    expect(reads).toBeLessThanOrEqual(2 * 28);
  });

  it('is skipped without pixels', async () => {
    const input = checkInput({ picture: pictureOf({ pixels: null }), ocr });
    expect(await visibleMark.run(input)).toEqual({ status: 'skipped', reason: 'no-pixels' });
  });

  describe.skipIf(CORPUS_FOLDER === null)('on real files', () => {
    it.each([
      ['doubao/doubao_gray_1x1_1.png', 'doubao'],
      ['jimeng/jimeng_cap_A.png', 'jimeng'],
    ])('finds the mark of %s', async (file, vendor) => {
      const folder = join(CORPUS_FOLDER ?? '', 'generated/wiltodelta_remove-ai-watermarks/data/calibration');
      const { findings } = await run(await decodeWithSharp(readFileSync(join(folder, file))));
      expect(findings).toMatchObject([{ kind: 'visible-ai-mark', grade: 'clue', params: { vendor } }]);
    });
  });
});
