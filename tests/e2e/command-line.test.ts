import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisLine } from '../../utils/engine/analysis-line.ts';
import { makePictures } from '../demo/make-pictures.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
let pictures: string;

beforeAll(async () => {
  pictures = await makePictures();
});

/** What `npm run -s analyze -- …` prints and ends with. */
function analyze(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'scripts/analyze.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnalysisLine & { id?: string });
  return { lines, stderr, status };
}

const picture = (name: string) => relative(ROOT, join(pictures, name));
const kindsOf = (line: AnalysisLine | undefined) => line?.findings.map(({ kind }) => kind) ?? [];

describe('npm run analyze', () => {
  it('answers for every file in input order, whatever it is, and ends well', () => {
    const files = [
      'genuine-front.jpg',
      'not-an-image.jpg',
      'truncated.jpg',
      'huge.png',
      'empty.jpg',
      'no-such-file.jpg',
      'generated.png',
      `${'longer-than-any-file-name-'.repeat(200)}.jpg`,
    ];
    const { lines, status } = analyze(...files.map(picture));
    expect(status).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual(files.map(picture));
    expect(lines.map(({ reason }) => reason)).toEqual([
      undefined,
      'not-an-image',
      expect.stringMatching(/truncated|undecodable/),
      'too-many-pixels',
      'empty-file',
      'file-not-found',
      undefined,
      'file-not-found',
    ]);
    for (const line of [lines[1], lines[3], lines[4], lines[5]]) expect(line?.verdict).toBe('cannot-judge');
    expect(lines[0]?.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(join(pictures, 'genuine-front.jpg')))
        .digest('hex'),
    );
    expect(lines[0]?.measured).toMatchObject({
      pdq: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), quality: expect.any(Number) },
    });
    expect(lines[0]?.timingsMs).toMatchObject({ decode: expect.any(Number), metadata: expect.any(Number) });
    expect(lines[0]?.skipped).toContainEqual({ check: 'listing-match', reason: 'no-listing' });
    expect(lines.flatMap(({ failed }) => failed)).toEqual([]);
  });

  it('compares with listing pictures and with pictures of other orders', () => {
    const listing = ['listing-main.jpg', 'listing-pair.jpg'].flatMap((name) => ['--listing', picture(name)]);
    const { lines } = analyze(
      ...listing,
      '--seen',
      picture('generated-earlier.jpg'),
      picture('cracked.jpg'),
      picture('generated.png'),
      picture('genuine-front.jpg'),
    );
    const [cracked, generated, genuine] = lines;
    expect(cracked?.verdict).toBe('proof');
    const altered = cracked?.findings.find(({ kind }) => kind === 'listing-altered');
    expect(altered).toMatchObject({
      grade: 'proof',
      confirmed: false,
      params: { listing: picture('listing-main.jpg') },
    });
    for (const region of altered?.regions ?? []) {
      for (const value of Object.values(region)) expect(value).toBeGreaterThanOrEqual(0);
      expect(region.x + region.width).toBeLessThanOrEqual(1.0001);
    }
    expect(generated?.verdict).toBe('proof');
    expect(kindsOf(generated)).toEqual(expect.arrayContaining(['reused', 'tc260-label']));
    expect(['none', 'note']).toContain(genuine?.verdict);
  });

  it('runs a batch, each claim with a history of its own', () => {
    const batch = join(pictures, '..', 'batch.jsonl');
    const claims = [
      { id: 'c1', files: ['pictures/generated.png'], seen: ['pictures/generated-earlier.jpg'] },
      { id: 'c2', files: ['pictures/generated.png', 'pictures/missing.jpg'] },
      {
        id: 'c3',
        files: ['pictures/genuine-close.jpg'],
        listing: ['pictures/listing-main.jpg'],
        claim: { orderId: '77', dispatchTime: '2026-11-10T00:00:00Z' },
      },
    ];
    writeFileSync(batch, claims.map((claim) => JSON.stringify(claim)).join('\n'));
    const { lines, status } = analyze('--checks', 'fingerprint,seen-before', '--batch', batch);
    expect(status).toBe(0);
    expect(lines.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'c1 pictures/generated.png',
      'c2 pictures/generated.png',
      'c2 pictures/missing.jpg',
      'c3 pictures/genuine-close.jpg',
    ]);
    expect(kindsOf(lines[0])).toContain('reused');
    expect(kindsOf(lines[1])).toEqual([]);
    expect(Object.keys(lines[0]?.timingsMs ?? {}).sort()).toEqual(['decode', 'fingerprint', 'seen-before']);
  });

  it('tells a wrong call from a bad picture', () => {
    const { status, stderr, lines } = analyze('--listing', 'nowhere.jpg', picture('cracked.jpg'));
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere.jpg');
    expect(lines).toEqual([]);
    expect(analyze().status).toBe(2);
  });
});
