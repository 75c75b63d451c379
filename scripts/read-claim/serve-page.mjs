// A saved page under its real address, and the files beside it: one HTTPS server on loopback that answers by Host
// header, as the demo's does.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { generate } from 'selfsigned';
import sharp from 'sharp';

const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
};
const STAND_IN_SIDE_PX = 320;

/**
 * Serves one page after another.
 * @returns {Promise<{ port: number, requests: string[], show: (page: PageToServe) => void, close: () => Promise<void> }>}
 *   `show` says which page is served from now on; `requests` are the addresses asked for, in order
 *
 * @typedef {{ url: URL, html: string | Buffer, assets: string | null }} PageToServe `assets` is a folder with files by
 *   path, or by host and path
 */
export async function servePage() {
  const certificate = await generate([{ name: 'commonName', value: 'saved page' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const standIn = await sharp({
    create: { width: STAND_IN_SIDE_PX, height: STAND_IN_SIDE_PX, channels: 3, background: '#999' },
  })
    .jpeg()
    .toBuffer();
  const requests = [];
  let page = null;
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const url = new URL(request.url, `https://${request.headers.host}`);
    url.port = '';
    requests.push(url.href);
    answer(request, url, response, page, standIn).catch((error) => {
      console.error(error);
      response.destroy(error);
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    requests,
    show(next) {
      page = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(request, url, response, page, standIn) {
  allowPage(request, response);
  if (request.method === 'OPTIONS') return send(response, 204, undefined, '');
  const wanted = request.headers['sec-fetch-dest'];
  const isPage = page && url.host === page.url.host && url.pathname === page.url.pathname;
  if (isPage && /^(document|iframe|undefined)$/.test(`${wanted}`)) {
    return send(response, 200, CONTENT_TYPES['.html'], page.html);
  }
  const asset = page?.assets ? await findAsset(page.assets, url) : null;
  if (asset) return send(response, 200, asset.contentType, asset.bytes);
  // A saved page that sends the browser elsewhere, to a login for example, stays where it is.
  if (wanted === 'document') return send(response, 204, undefined, '');
  // A picture that is not there must not set off what a page does about broken ones.
  if (wanted === 'image') return send(response, 200, 'image/jpeg', standIn);
  send(response, 404, 'text/plain', 'not found');
}

/** The page's own data may come from another host of its platform. */
function allowPage({ headers }, response) {
  if (!headers.origin) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', '*, GET, POST, PUT');
  response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '*');
}

/** The file of an address: by host and path or by path alone, with or without `.json`. */
async function findAsset(folder, url) {
  const path = normalize(decodeURIComponent(url.pathname));
  if (path.includes('..')) return null;
  const name = path.endsWith('/') ? `${path}index` : path;
  for (const root of [join(folder, url.host), folder]) {
    for (const candidate of [
      name,
      `${name}${url.search}`,
      `${name}.json`,
      `${name}.html`,
      join('/', name.split('/').at(-1)),
    ]) {
      const bytes = await readIfFile(join(root, candidate));
      if (bytes) return { bytes, contentType: CONTENT_TYPES[extname(candidate).toLowerCase()] ?? typeOf(bytes) };
    }
  }
  return null;
}

async function readIfFile(path) {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code)) return null;
    throw error;
  }
}

function typeOf(bytes) {
  const head = bytes.subarray(0, 200).toString('latin1');
  if (/^\s*[{[]/.test(head)) return CONTENT_TYPES['.json'];
  if (head.startsWith('\xff\xd8')) return CONTENT_TYPES['.jpg'];
  if (head.startsWith('\x89PNG')) return CONTENT_TYPES['.png'];
  return /^\s*</.test(head) ? CONTENT_TYPES['.html'] : 'application/octet-stream';
}

function send(response, status, contentType, body) {
  response.writeHead(status, { ...(contentType ? { 'content-type': contentType } : {}), 'cache-control': 'no-store' });
  response.end(body);
}
