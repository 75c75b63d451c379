import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { captureImage } from '../../../../utils/engine/capture/capture-image.ts';
import { FETCH_TIMEOUT_SECONDS, MAX_PICTURE_BYTES } from '../../../../utils/limits.ts';

let server: Server;
let origin: string;
const asked: string[] = [];
const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers.accept ?? '');
    switch (request.url) {
      case '/ok.jpg':
        return response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(BYTES);
      case '/html':
        return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>请登录</title>');
      case '/mislabelled.jpg':
        return response.writeHead(200, { 'Content-Type': 'text/html' }).end(BYTES);
      case '/endless': {
        response.writeHead(200, { 'Content-Type': 'image/jpeg' });
        const chunk = Buffer.alloc(1 << 20);
        const push = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', push);
        return push();
      }
      case '/long.mp4':
        return response.writeHead(200, { 'Content-Type': 'video/mp4' }).end(Buffer.alloc(MAX_PICTURE_BYTES + 1));
      case '/never':
        return;
      case '/403':
        return response.writeHead(403).end();
      case '/moved.jpg':
        return response.writeHead(302, { Location: '/ok.jpg' }).end();
      case '/led-away.jpg':
        return response.writeHead(302, { Location: `${origin.replace('127.0.0.1', 'localhost')}/ok.jpg` }).end();
      case '/500':
        return response.writeHead(500).end();
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const capture = (path: string) => captureImage(`${origin}${path}`, () => '2026-11-21T00:00:00Z', origin);

describe('captureImage', () => {
  it('keeps the bytes exactly as received, with their SHA-256', async () => {
    const captured = await capture('/ok.jpg');
    if (!('image' in captured)) throw new Error(JSON.stringify(captured));
    expect(Buffer.from(await captured.image.blob.arrayBuffer())).toEqual(BYTES);
    expect(captured.image).toMatchObject({
      sizeBytes: 8,
      contentType: 'image/jpeg',
      receivedAt: '2026-11-21T00:00:00Z',
      sha256: '73fd127876cb1552466d2c9806524fe33826bf160b0c82092ab5b082f890e132',
    });
  });

  it('asks for the formats that keep an upload as it was', async () => {
    await capture('/ok.jpg');
    expect(asked.at(-1)).toContain('image/jpeg');
    expect(asked.at(-1)).not.toMatch(/webp|avif/);
  });

  it.each([
    ['/403', 'http-403'],
    ['/404', 'http-404'],
    ['/500', 'http-error'],
    ['/html', 'html-instead'],
  ])('answers %s with %s', async (path, reason) => {
    expect(await capture(path)).toMatchObject({ problem: { reason } });
  });

  it('takes a picture for a picture whatever the server calls it', async () => {
    expect(await capture('/mislabelled.jpg')).toHaveProperty('image');
  });

  it('stops reading at the limit', async () => {
    expect(await capture('/endless')).toMatchObject({
      problem: { reason: 'too-many-bytes', params: { limitMegabytes: MAX_PICTURE_BYTES / 2 ** 20 } },
    });
  });

  it('takes more bytes and time for a video', async () => {
    const captured = await capture('/long.mp4');
    expect('image' in captured && captured.image.sizeBytes).toBe(MAX_PICTURE_BYTES + 1);
  });

  it('gives up on a server that never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = capture('/never');
    vi.advanceTimersByTime(FETCH_TIMEOUT_SECONDS * 1000);
    vi.useRealTimers();
    expect(await answer).toMatchObject({
      problem: { reason: 'timed-out', params: { seconds: FETCH_TIMEOUT_SECONDS } },
    });
  });

  it('says that a server cannot be reached', async () => {
    expect(await captureImage('http://127.0.0.1:1/x.jpg', () => 'now', origin)).toMatchObject({
      problem: { reason: 'network' },
    });
  });

  it('follows a redirect on the same server, and takes nothing from another', async () => {
    expect(await capture('/moved.jpg')).toHaveProperty('image');
    expect(await capture('/led-away.jpg')).toEqual({
      problem: { reason: 'redirect-refused', params: { host: 'localhost' } },
    });
  });

  it('asks nothing of this machine or its network for a page that is elsewhere', async () => {
    const before = asked.length;
    for (const page of ['https://mms.pinduoduo.com/aftersales/detail', '', null])
      expect(await captureImage(`${origin}/ok.jpg`, () => 'now', page)).toEqual({
        problem: { reason: 'address-refused' },
      });
    expect(asked.length).toBe(before);
  });
});
