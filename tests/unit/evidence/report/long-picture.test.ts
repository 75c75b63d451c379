import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { longPictures } from '../../../../utils/evidence/report/long-picture.ts';
import type { ReportModel, ReportPicture } from '../../../../utils/evidence/report/report-model.ts';

const MAX_BYTES = 2_000_000;
const VERDICT = { id: 'none', word: '未发现', hint: '没有发现。' };
const PICTURE: ReportPicture = {
  heading: '图 1',
  verdict: VERDICT,
  facts: [],
  image: new Blob(['jpeg']),
  problem: null,
  findings: [],
  nothing: '没有发现。',
};

let open: number;
let mostOpen: number;
/** Text and pictures of each long picture, from top to bottom. */
let pages: string[][];
let canvases: { readonly width: number; readonly height: number }[];

/** A canvas that draws nothing and a decoder that counts: what is looked at is what is in memory at once. */
beforeEach(() => {
  open = 0;
  mostOpen = 0;
  canvases = [];
  pages = [];
  vi.stubGlobal('createImageBitmap', async () => {
    mostOpen = Math.max(mostOpen, ++open);
    return { width: 750, height: 1000, close: () => open-- };
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;

      constructor(width: number, height: number) {
        this.width = width;
        this.height = height;
        canvases.push(this);
      }

      getContext() {
        const drawn: string[] = [];
        pages.push(drawn);
        return {
          canvas: this,
          measureText: (text: string) => ({ width: text.length * 20 }),
          fillRect: () => undefined,
          fillText: (line: string) => drawn.push(line),
          drawImage: () => drawn.push('picture'),
        };
      }

      convertToBlob({ quality }: { quality: number }) {
        return Promise.resolve({ size: this.height * 400 * quality, type: 'image/jpeg' });
      }
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

function reportOf(count: number): ReportModel {
  return {
    language: 'zh-CN',
    title: '核验报告',
    made: '',
    claimFacts: [],
    verdict: VERDICT,
    pictures: Array.from({ length: count }, () => PICTURE),
    appendices: [],
    closing: [],
    words: { means: '', meansNot: '' },
  };
}

it('has one picture decoded at a time, however many the claim has', async () => {
  await longPictures(reportOf(24));
  expect(mostOpen).toBe(1);
  expect(open).toBe(0);
});

it('goes on in a further picture before one becomes too high, and keeps each under the limit of an upload', async () => {
  const written = await longPictures(reportOf(24));
  expect(written.length).toBeGreaterThan(1);
  for (const { height } of canvases) expect(height).toBeLessThanOrEqual(9000);
  for (const { size } of written) expect(size).toBeLessThanOrEqual(MAX_BYTES);
});

it('leaves no heading at the end of one picture while what it introduces begins the next', async () => {
  await longPictures(reportOf(24));
  const written = pages.filter((page) => page.length > 0);
  expect(written.length).toBeGreaterThan(1);
  for (const page of written) expect(page.at(-1)).not.toBe('图 1');
  for (const page of written.slice(1)) expect(page[0]).toBe('图 1');
});
