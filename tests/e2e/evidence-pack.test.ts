import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { makePictures } from '../demo/make-pictures.mjs';

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
  writeFileSync(claim, JSON.stringify({ orderId: '77', reason: '<script>alert(1)</script>', buyerId: 'buyer-9' }));
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'scripts/analyze.mjs'),
      ...['--claim', claim, '--listing', join(pictures, 'listing-main.jpg'), '--pack', packFile, '--language', 'en'],
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

  it('has a report that shows both pictures and runs nothing', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', () => expect.unreachable('a script ran'));
    writeFileSync(join(folder, 'report.html'), entries['report.html'] ?? '');
    await page.goto(`file://${join(folder, 'report.html')}`);
    expect(await page.locator('.comparison img').count()).toBe(2);
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
    const verify = join(folder, 'verify.html');
    writeFileSync(verify, entries['verify.html'] ?? '');
    const changed = { ...entries };
    const original = Uint8Array.from(entries['originals/buyer-01-delivered-cracked.jpg'] ?? []);
    original[1000] = (original[1000] ?? 0) ^ 1;
    changed['originals/buyer-01-delivered-cracked.jpg'] = original;
    writeFileSync(join(folder, 'changed.zip'), zipSync(changed));
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
});
