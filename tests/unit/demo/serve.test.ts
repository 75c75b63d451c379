import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, IMAGES } from '../../demo/claims.mjs';
import { serveDemo } from '../../demo/serve.mjs';

let picturesDirectory: string;
let server: Awaited<ReturnType<typeof serveDemo>>;
let original: Buffer;

beforeAll(async () => {
  picturesDirectory = mkdtempSync(join(tmpdir(), 'demo-pictures-'));
  mkdirSync(picturesDirectory, { recursive: true });
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 };
  original = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(picturesDirectory, 'cracked.jpg'), original);
  server = await serveDemo({ picturesDirectory, dataDelayMs: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(picturesDirectory, { recursive: true });
});

/** One request to the demo under a real host name. */
function get(url: string, { method = 'GET', body = '' } = {}) {
  const { host, pathname, search } = new URL(url);
  return new Promise<{ status: number; type: string; bytes: Buffer }>((resolve, reject) => {
    const target = { host: '127.0.0.1', port: server.port, path: pathname + search, rejectUnauthorized: false };
    const sent = request({ ...target, method, headers: { host } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const type = String(response.headers['content-type']);
      resolve({ status: response.statusCode ?? 0, type, bytes: Buffer.concat(chunks) });
    });
    sent.on('error', reject).end(body);
  });
}

const urlOf = (wanted: { file?: string; fault?: string }) =>
  [...IMAGES].find(([, image]) => JSON.stringify(image) === JSON.stringify(wanted))?.[0] as string;

describe('serveDemo', () => {
  it('gives the original untouched, and a smaller re-encoded picture as its thumbnail', async () => {
    const url = urlOf({ file: 'cracked.jpg' });
    expect((await get(url)).bytes.equals(original)).toBe(true);
    const thumbnail = (await get(`${url}?imageMogr2/thumbnail/240x`)).bytes;
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 240, height: 180, format: 'jpeg' });
  });

  it.each([
    ['forbidden', 403, 'application/xml'],
    ['not-found', 404, 'text/plain'],
    ['html', 200, 'text/html; charset=utf-8'],
  ])('answers %s by %i', async (fault, status, type) => {
    expect(await get(urlOf({ fault }))).toMatchObject({ status, type });
  });

  it('shows one page for every path of the seller center, and its data by claim', async () => {
    const page = await get('https://mms.pinduoduo.com/aftersales-ssr/detail?id=1&orderSn=2');
    expect(page.bytes.toString()).toContain('<div id="root">');
    const { id } = CLAIMS.b as unknown as { id: string };
    const options = { method: 'POST', body: JSON.stringify({ id }) };
    const detail = await get('https://mms.pinduoduo.com/mercury/mms/afterSales/detail', options);
    expect(JSON.parse(detail.bytes.toString()).result).toMatchObject({ id, refundAmount: 7900 });
  });

  it('serves nothing outside the site, and no other host', async () => {
    expect((await get('https://mms.pinduoduo.com/assets/%2e%2e/%2e%2e/serve.mjs')).bytes.toString()).not.toContain(
      'createServer',
    );
    expect((await get('https://example.org/')).status).toBe(404);
  });

  it('records every request under its real name', async () => {
    await get('https://img.pddpic.com/nothing.jpeg');
    expect(server.requests.at(-1)).toMatchObject({ method: 'GET', url: 'https://img.pddpic.com/nothing.jpeg' });
  });
});
