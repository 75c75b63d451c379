// The demo's seller center and its image servers: one HTTPS server on loopback that answers by Host header.
// A browser reaches it under the real host names by --host-resolver-rules and --ignore-certificate-errors.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import sharp from 'sharp';
import { CLAIMS, IMAGES, LIST_URL, RECOMMENDED_GOODS } from './claims.mjs';
import { makePictures } from './make-pictures.mjs';

const SITE_DIRECTORY = join(import.meta.dirname, 'site');
const SITE_HOST = 'mms.pinduoduo.com';
const THUMBNAIL = /^\?imageMogr2\/thumbnail\/(\d{2,4})x$/;
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const LOGIN_PAGE = '<!doctype html><meta charset="utf-8"><title>登录</title><p>登录已过期，请重新登录。</p>';

/**
 * Serves the demo.
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {number} [options.dataDelayMs] how long the page waits for its data
 * @param {string} [options.contentSecurityPolicy] sent with the page
 * @param {string} [options.picturesDirectory] other pictures than those that makePictures makes
 * @returns {Promise<{ port: number, requests: { method: string, url: string, headers: object }[], close: () => Promise<void> }>}
 *   `requests` grows with every request, in order of arrival
 */
export async function serveDemo({ port = 0, dataDelayMs = 450, contentSecurityPolicy, ...given } = {}) {
  const picturesDirectory = given.picturesDirectory ?? (await makePictures());
  const names = [...new Set([...IMAGES.keys()].map((url) => new URL(url).hostname)), SITE_HOST];
  const certificate = await generate([{ name: 'commonName', value: SITE_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }],
  });
  const requests = [];
  const settings = { picturesDirectory, dataDelayMs, contentSecurityPolicy };
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const url = new URL(request.url, `https://${request.headers.host}`);
    url.port = '';
    requests.push({ method: request.method, url: url.href, headers: request.headers });
    answer(request, url, response, settings).catch((error) => {
      console.error(error);
      response.destroy(error);
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(request, url, response, settings) {
  if (url.hostname !== SITE_HOST) return answerImage(url, response, settings.picturesDirectory);
  if (url.pathname.startsWith('/mercury/')) return answerData(request, url, response, settings.dataDelayMs);
  const file = url.pathname.startsWith('/assets/') ? url.pathname : '/index.html';
  if (file.includes('..')) return send(response, 404, 'text/plain', '');
  const policy = settings.contentSecurityPolicy;
  if (policy) response.setHeader('content-security-policy', policy);
  try {
    send(response, 200, CONTENT_TYPES[extname(file)], await readFile(join(SITE_DIRECTORY, file)));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    send(response, 404, 'text/plain', 'not found');
  }
}

/** The page's own data, late, as a busy server would answer. Amounts are in fen, as the real one sends them. */
async function answerData(request, url, response, dataDelayMs) {
  const body = await readJson(request);
  await delay(dataDelayMs);
  const claims = Object.values(CLAIMS);
  if (url.pathname === '/mercury/mms/afterSales/queryList') {
    return sendJson(response, { list: claims.toReversed(), total: claims.length, recommended: RECOMMENDED_GOODS });
  }
  const claim = claims.find(({ id }) => id === body.id);
  if (url.pathname === '/mercury/mms/afterSales/detail' && claim)
    return sendJson(response, { ...claim, recommended: RECOMMENDED_GOODS });
  send(response, 404, 'application/json', '{"success":false}');
}

async function answerImage(url, response, picturesDirectory) {
  const image = IMAGES.get(url.origin + url.pathname);
  const width = Number(THUMBNAIL.exec(url.search)?.[1] ?? 0);
  if (!image || image.fault === 'not-found') return send(response, 404, 'text/plain', 'not found');
  if (image.fault === 'forbidden')
    return send(response, 403, 'application/xml', '<Error><Code>AccessDenied</Code></Error>');
  if (image.fault === 'html') return send(response, 200, CONTENT_TYPES['.html'], LOGIN_PAGE);
  if (image.fault === 'silent') return;
  const contentType = url.pathname.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const bytes = await readFile(join(picturesDirectory, image.file));
  const isPicture = bytes.length > 0 && !['not-an-image.jpg', 'truncated.jpg'].includes(image.file);
  send(response, 200, contentType, width > 0 && isPicture ? await thumbnail(bytes, width) : bytes);
}

const thumbnails = new Map();

/** A picture scaled to a width and encoded anew, without its metadata; a huge one gets a grey square. */
function thumbnail(bytes, width) {
  const key = `${bytes.length}:${width}`;
  if (!thumbnails.has(key)) thumbnails.set(key, reduce(bytes, width));
  return thumbnails.get(key);
}

async function reduce(bytes, width) {
  const { width: fullWidth, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const isHuge = fullWidth * height > 1e8;
  const source = isHuge
    ? sharp({ create: { width, height: width, channels: 3, background: '#888' } })
    : sharp(bytes).resize({ width });
  return source.jpeg({ quality: 70 }).toBuffer();
}

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function sendJson(response, result) {
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify({ success: true, errorCode: 1000000, result }));
}

function send(response, status, contentType, body) {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await serveDemo({ port: Number(process.env.PORT ?? 0) });
  console.log(`MAP * 127.0.0.1:${port}  ${LIST_URL}`);
}
