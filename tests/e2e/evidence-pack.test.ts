import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { type Browser, chromium } from 'playwright-core';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser, ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { makePictures } from '../demo/make-pictures.mjs';

const firefox = ensureFirefox();
const ROOT = resolve(import.meta.dirname, '../..');
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
let folder: string;
let packFile: string;
let entries: Record<string, Uint8Array>;
let pictures: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-pack-'));
  packFile = join(folder, 'pack.zip');
  pictures = await makePictures();
  const claim = join(folder, 'claim.json');
  writeFileSync(
    claim,
    JSON.stringify({
      orderId: '77',
      reason: '<script>alert(1)</script>',
      buyerId: 'buyer-9',
      dispatchTime: '2026-11-12T09:00:00+08:00',
      applyTime: '2026-11-20T09:00:00+08:00',
    }),
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'scripts/analyze.mjs'),
      ...['--claim', claim, '--listing', join(pictures, 'listing-main.jpg'), '--pack', packFile, '--language', 'en'],
      ...['--packing', join(pictures, 'genuine-front.jpg')],
      // The same bytes as a listing picture lie among the packing records all the same.
      ...['--packing', join(pictures, 'listing-main.jpg'), '--packed-at', '2026-11-11T10:00:00+08:00'],
      ...['cracked.jpg', 'truncated.jpg'].map((name) => join(pictures, name)),
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  expect(stderr).not.toContain('Error');
  expect(status).toBe(0);
  entries = unzipSync(readFileSync(packFile));
  browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an evidence pack', () => {
  it('holds the originals byte for byte, and a manifest that is right for every file', () => {
    expect(entries['originals/buyer-01-delivered-cracked.jpg']).toEqual(
      new Uint8Array(readFileSync(join(pictures, 'cracked.jpg'))),
    );
    const listed = text(entries['manifest.sha256']).trim().split('\n');
    for (const line of listed) {
      const [digest, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(entries[name] ?? '')
          .digest('hex'),
        name,
      ).toBe(digest);
    }
    expect(listed.length).toBe(Object.keys(entries).length - 3);
    expect(text(entries['root-hash.txt'])).toContain(
      createHash('sha256')
        .update(entries['manifest.sha256'] ?? '')
        .digest('hex'),
    );
  });

  it('says in its record what was found, without the buyer id of the platform', () => {
    const record = JSON.parse(text(entries['analysis.json']));
    const findings = record.pictures.flatMap(({ results }: { results: { findings?: { kind: string }[] }[] }) =>
      results.flatMap((result) => (result.findings ?? []).map(({ kind }) => kind)),
    );
    expect(findings).toContain('listing-altered');
    for (const bytes of Object.values(entries)) expect(text(bytes)).not.toContain('buyer-9');
  });

  it('states no number that was not given, and no folder of the computer that it was made on', () => {
    expect(text(entries['page/claim.txt'])).toMatch(/^Order number: 77$/m);
    expect(text(entries['page/claim.txt'])).not.toContain('Claim number');
    expect(JSON.parse(text(entries['page/claim.json']))).toMatchObject({ orderId: '77', claimId: '' });
    for (const bytes of Object.values(entries)) expect(text(bytes)).not.toContain(pictures);
  });

  it('holds what was packed, with its hash and time of arrival, and says why there is no screenshot', () => {
    const bytes = new Uint8Array(readFileSync(join(pictures, 'genuine-front.jpg')));
    const file = 'originals/packing/packing-01-genuine-front.jpg';
    expect(entries[file]).toEqual(bytes);
    expect(entries['originals/packing/packing-02-listing-main.jpg']).toEqual(
      entries['originals/listing-01-delivered-listing-main.jpg'],
    );
    const record = JSON.parse(text(entries['analysis.json']));
    expect(record.pictures).toContainEqual(
      expect.objectContaining({
        role: 'packing',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        delivered: expect.objectContaining({ file, receivedAt: '2026-11-11T02:00:00.000Z' }),
      }),
    );
    expect(text(entries['report.html'])).toContain('before dispatch');
    expect(record.page).toMatchObject({ screenshot: null, problem: { reason: 'screenshot-none' } });
    expect(text(entries['page/claim.txt'])).toContain('No screenshot of the page');
    expect(text(entries['report.html'])).not.toMatch(/\{\w+\}/);
  });

  it('passes sha256sum -c when it is unpacked, and not with one changed byte', () => {
    const unpacked = mkdtempSync(join(folder, 'unpacked-'));
    for (const [name, bytes] of Object.entries(entries)) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true });
      writeFileSync(join(unpacked, name), bytes);
    }
    const check = () => spawnSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: unpacked, encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0 });
    appendFileSync(join(unpacked, 'page/claim.txt'), 'x');
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringMatching(/page\/claim\.txt: FAILED/) });
  });

  it('has a report that shows both pictures and runs nothing', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', () => expect.unreachable('a script ran'));
    writeFileSync(join(folder, 'report.html'), entries['report.html'] ?? '');
    await page.goto(`file://${join(folder, 'report.html')}`);
    // One pair with the listing picture, one with the packing photo.
    expect(await page.locator('.comparison img').count()).toBe(4);
    expect(await page.locator('.comparison').allInnerTexts()).toContainEqual(expect.stringContaining('packing photo'));
    const widths = await page
      .locator('img')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(await page.textContent('body')).toContain('<script>alert(1)</script>');
    // Every placeholder of its texts is filled.
    expect(await page.innerText('body')).not.toMatch(/\{\w+\}/);
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await page.close();
  });

  it('checks itself when its page is opened from a disk, and sees one changed byte', async () => {
    const verify = writeVerifier();
    writeChangedPack();
    const page = await browser.newPage();
    await page.goto(`file://${verify}`);
    await page.setInputFiles('#zip', packFile);
    await page.waitForSelector('[data-result=good]');
    await page.setInputFiles('#zip', join(folder, 'changed.zip'));
    await page.waitForSelector('[data-result=bad]');
    expect(await page.textContent('#result')).toContain('originals/buyer-01-delivered-cracked.jpg');
    await page.setInputFiles('#zip', join(pictures, 'cracked.jpg'));
    await page.waitForFunction(() => document.querySelector('#result')?.textContent?.includes('not a ZIP'));
    await page.close();
  });

  it.skipIf(!firefox)(
    'checks itself in a second browser, and sees a changed byte, a missing and an added file there too',
    async () => {
      const second = await puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox as string,
        headless: true,
      });
      try {
        const page = await second.newPage();
        await page.goto(`file://${writeVerifier()}`);
        const choose = async (file: string, result: 'good' | 'bad') => {
          const input = (await page.$('#zip')) as ElementHandle<HTMLInputElement>;
          await input.uploadFile(file);
          await page.waitForSelector(`#result[data-result=${result}]`);
          return page.$eval('#result', (element) => element.textContent ?? '');
        };
        const rootHash = createHash('sha256')
          .update(entries['manifest.sha256'] ?? '')
          .digest('hex');
        expect(await choose(packFile, 'good')).toContain(rootHash);
        expect(await choose(writeChangedPack(), 'bad')).toContain('originals/buyer-01-delivered-cracked.jpg');
        const added = { ...entries, 'originals/buyer-09-delivered-late.jpg': new Uint8Array(9) };
        expect(await choose(writePack('added.zip', added), 'good')).toContain('originals/buyer-09-delivered-late.jpg');
        const { 'page/claim.txt': _left, ...rest } = entries;
        expect(await choose(writePack('missing.zip', rest), 'bad')).toContain('page/claim.txt');
      } finally {
        await second.close();
      }
    },
  );
});

function writeVerifier(): string {
  const verify = join(folder, 'verify.html');
  writeFileSync(verify, entries['verify.html'] ?? '');
  return verify;
}

/** The pack with one bit of an original turned round. */
function writeChangedPack(): string {
  const original = Uint8Array.from(entries['originals/buyer-01-delivered-cracked.jpg'] ?? []);
  original[1000] = (original[1000] ?? 0) ^ 1;
  return writePack('changed.zip', { ...entries, 'originals/buyer-01-delivered-cracked.jpg': original });
}

function writePack(name: string, files: Record<string, Uint8Array>): string {
  const file = join(folder, name);
  writeFileSync(file, zipSync(files));
  return file;
}
