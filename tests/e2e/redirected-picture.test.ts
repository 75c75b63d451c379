import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIMS, IMAGES } from '../demo/claims.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';

/** A host of nobody's images, and an address of a home network; both lead to a server that notes who asks. */
const FOREIGN = 'pictures.example.com';
const PRIVATE = '192.168.7.7';
/** One picture of the claim is sent on to each. */
const REDIRECTS = [
  [CLAIMS.b.images[0] as string, `https://${FOREIGN}/elsewhere.jpg`],
  [CLAIMS.b.images[1] as string, `https://${PRIVATE}/router.jpg`],
] as const;

let session: DemoSession;
let imageServer: Server;
const asked: { host: string; path: string; cookie: string | undefined; referrer: string | undefined }[] = [];

beforeAll(async () => {
  const certificate = await generate([{ name: 'commonName', value: FOREIGN }], { keyType: 'ec', algorithm: 'sha256' });
  imageServer = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const host = request.headers.host ?? '';
    const address = `https://${host}${request.url?.split('?')[0] ?? ''}`;
    asked.push({ host, path: request.url ?? '', cookie: request.headers.cookie, referrer: request.headers.referer });
    const target = REDIRECTS.find(([from]) => from === address)?.[1];
    // The page's own small pictures are asked for by a query, and their referrer is the page's business.
    if (target) response.writeHead(302, { location: request.url?.includes('?') ? `${target}?page` : target }).end();
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from([0xff, 0xd8, 0xff, 0xd9]));
  });
  imageServer.listen(0, '127.0.0.1');
  await once(imageServer, 'listening');
  const address = imageServer.address();
  if (address === null || typeof address === 'string') throw new Error('The image server has no port');
  const imageHost = new URL(REDIRECTS[0][0]).hostname;
  session = await startDemoSession({
    switchesFor: async (demoPort) => [
      `--host-resolver-rules=${[imageHost, FOREIGN, PRIVATE]
        .map((host) => `MAP ${host} 127.0.0.1:${address.port}`)
        .join(', ')}, MAP * 127.0.0.1:${demoPort}`,
    ],
  });
});

afterAll(async () => {
  await session?.close();
  imageServer?.close();
});

const isOfExtension = ({ host, path }: { readonly host: string; readonly path: string }) =>
  [FOREIGN, PRIVATE].includes(host) && !path.endsWith('?page');

it('a picture whose server sends the browser on to a foreign or a private host is not read, and says so', async () => {
  expect(REDIRECTS.every(([from]) => IMAGES.has(from))).toBe(true);
  const { pictures } = await analyse(await session.openClaim('b'));
  expect(pictures).toHaveLength(2);
  for (const { problem, verdict } of pictures) {
    expect(problem).not.toBeNull();
    expect(verdict).toBe('cannot-judge');
  }
  // The browser follows before anyone can look: asked once at most, and never with the seller's cookies or page.
  for (const { cookie, referrer } of asked.filter(isOfExtension)) {
    expect(cookie).toBeUndefined();
    expect(referrer).toBeUndefined();
  }
  expect(asked.filter(({ host }) => host === new URL(REDIRECTS[0][0]).hostname).length).toBeGreaterThan(0);
});
