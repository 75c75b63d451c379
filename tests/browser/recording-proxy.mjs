import { connect, createServer } from 'node:net';

const CONNECT_LINE = /^CONNECT ([^\s:]+):(\d+) HTTP\/1\.1\r\n/;

/**
 * A proxy on loopback that writes down every connection that a browser asks for, leads the hosts it is told to one
 * port on loopback and refuses everything else, so that nothing leaves. What is no CONNECT is refused too: a browser
 * sends that for `http:` addresses.
 * @param {object} options
 * @param {number} options.port where led hosts are answered
 * @param {(host: string) => boolean} [options.isLed] all where not given
 * @returns {Promise<{ port: number, led: ReadonlySet<string>, refused: readonly string[], close: () => Promise<void> }>}
 *   `led` are host names, `refused` the first lines of what was asked for
 */
export async function startRecordingProxy({ port, isLed = () => true }) {
  const led = new Set();
  const refused = [];
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => {
      const text = request.toString('latin1');
      const host = CONNECT_LINE.exec(text)?.[1];
      if (host === undefined || !isLed(host)) {
        refused.push(text.slice(0, text.indexOf('\r\n')));
        socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      led.add(host);
      const upstream = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(upstream);
        upstream.pipe(socket);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('close', () => upstream.destroy());
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    led,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      }),
  };
}
