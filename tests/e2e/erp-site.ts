import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import sharp from 'sharp';

export const ERP_HOST = 'erp.wdy-erp.test';
export const claimAddress = (id: number) => `https://${ERP_HOST}/app/#/aftersale/detail/${id}`;

/** Serves an order management system that no release knows, and pictures for it, on loopback. */
export async function serveErp(): Promise<{ port: number; close(): Promise<void> }> {
  const certificate = await generate([{ name: 'commonName', value: ERP_HOST }], { keyType: 'ec', algorithm: 'sha256' });
  const page = readFileSync(join(import.meta.dirname, '../fixtures/taught-pages/erp-app.html'));
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    if (request.headers.host?.startsWith(ERP_HOST)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    erpPicture(request.url ?? '').then(
      (bytes) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes),
      (error: unknown) => response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A picture of its own for every path, with enough texture to be compared. */
export async function erpPicture(name: string): Promise<Buffer> {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const [width, height] = [480, 480];
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave =
        Math.sin((x * (1 + (seed % 7))) / 37) +
        Math.cos((y * (1 + (seed % 5))) / 29) +
        Math.sin((x * y) / (900 + (seed % 900)));
      const at = (y * width + x) * 3;
      pixels[at] = 128 + 40 * wave;
      pixels[at + 1] = 110 + 30 * wave + ((seed >> 3) % 40);
      pixels[at + 2] = 90 + 35 * wave + ((seed >> 5) % 60);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}
