import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisBrowser } from '../../scripts/analyze/analysis-browser.mjs';
import { readSingleClaim } from '../../scripts/analyze/claims-to-analyze.mjs';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import type { AnalysisLine } from '../../utils/engine/analysis-line.ts';
import { putMark } from '../fixtures/put-mark.ts';
import { noisyPicture } from '../fixtures/screenshot-picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'refund-lens-marks-'));
const marked = join(folder, 'marked.jpg');
const stamped = join(folder, 'stamped.jpg');
let lines: AnalysisLine[];

beforeAll(async () => {
  const photo = noisyPicture(9, 900, 1200);
  writeFileSync(marked, await putMark(photo, { name: 'doubao', corner: 'bottom-right', heightFraction: 0.045 }));
  writeFileSync(stamped, await putMark(photo, { name: 'phone-camera', corner: 'bottom-left', heightFraction: 0.04 }));
  const browser = await AnalysisBrowser.launch({ executablePath: ensureBrowser(), extensionDir: ensureGrantedBuild() });
  try {
    const checks = ['screenshot', 'visible-mark'];
    const claim = readSingleClaim({ files: [marked, stamped], listing: [], seen: [], claim: undefined, checks });
    lines = (await browser.analyse(claim, 0)) as AnalysisLine[];
  } finally {
    await browser.close();
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('text recognition in the worker of the built extension', () => {
  it('reads a mark with nothing but what the package holds', () => {
    expect(lines[0]).toMatchObject({
      verdict: 'clue',
      failed: [],
      findings: [{ kind: 'visible-ai-mark', params: { text: '豆包AI生成', vendor: 'doubao', place: 'bottom-right' } }],
    });
  });

  it("says nothing about a camera's stamp", () => {
    expect(lines[1]).toMatchObject({ verdict: 'none', failed: [], findings: [] });
  });
});
