import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisBrowser } from '../../scripts/analyze/analysis-browser.mjs';
import { readSingleClaim } from '../../scripts/analyze/claims-to-analyze.mjs';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import type { AnalysisLine } from '../../utils/engine/analysis-line.ts';
import { SOURCE_TYPES, signPicture } from '../fixtures/c2pa/sign-picture.ts';
import { makeSigningAuthority } from '../fixtures/c2pa/signing-authority.ts';
import { cosinePicture } from '../fixtures/cosine-picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'refund-lens-c2pa-'));
const unsigned = join(folder, 'unsigned.jpg');
const signed = join(folder, 'signed.jpg');
const noPixels = join(folder, 'no-pixels.jpg');
let rootPem: string;

beforeAll(async () => {
  const { width, height, rgba } = cosinePicture(3);
  const jpeg = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .jpeg()
    .toBuffer();
  const authority = await makeSigningAuthority('Test Authority');
  rootPem = authority.rootPem;
  const actions = [{ action: 'c2pa.created', digitalSourceType: `${SOURCE_TYPES}trainedAlgorithmicMedia` }];
  const signer = await authority.makeSigner();
  writeFileSync(unsigned, jpeg);
  writeFileSync(signed, await signPicture({ bytes: jpeg, actions, signer }));
  // A frame of no size: no browser draws it, and the library signs it all the same.
  const frame = Buffer.from(jpeg);
  frame.writeUInt32BE(0, frame.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  writeFileSync(noPixels, await signPicture({ bytes: frame, actions, signer }));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(files: string[], trustList?: string): Promise<AnalysisLine[]> {
  const browser = await AnalysisBrowser.launch({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    ...(trustList ? { trustList } : {}),
  });
  try {
    const claim = readSingleClaim({ files, listing: [], seen: [], claim: undefined, checks: ['c2pa'] });
    return (await browser.analyse(claim, 0)) as AnalysisLine[];
  } finally {
    await browser.close();
  }
}

const kindsOf = (lines: AnalysisLine[]) => lines.map(({ findings }) => findings.map(({ kind }) => kind));

describe('C2PA in the worker of the built extension', () => {
  it('proves what a signer on the list signed, with or without pixels, and skips a file without a record', async () => {
    const lines = await linesOf([signed, noPixels, unsigned], rootPem);
    expect(lines.map(({ failed }) => failed)).toEqual([[], [], []]);
    expect(kindsOf(lines)).toEqual([['c2pa-ai-trusted'], ['c2pa-ai-trusted'], []]);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['proof', 'proof', 'none']);
    expect(lines[2]?.skipped).toEqual([{ check: 'c2pa', reason: 'no-manifest' }]);
  });

  it('knows nobody without a list', async () => {
    expect(kindsOf(await linesOf([signed]))).toEqual([['c2pa-ai-unknown-signer']]);
  });

  it('says so when the list is none', async () => {
    const [line] = await linesOf([signed], 'no certificate at all');
    expect(line?.failed).toMatchObject([{ check: 'analysis', reason: 'analysis-broke' }]);
  });
});
