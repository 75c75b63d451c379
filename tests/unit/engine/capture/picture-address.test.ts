import { describe, expect, it } from 'vitest';
import { isPrivateHost, mayBeAnsweredFrom, mayBeAskedFor } from '../../../../utils/engine/capture/picture-address.ts';

const CENTER = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=1';
const hostOf = (host: string) => new URL(`http://${host}/`).hostname;

describe('addresses of this machine and its network', () => {
  it.each([
    ...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '0.0.0.0', '10.1.2.3', '172.31.255.255', '192.168.0.1'],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['[::1]', '[::]', '[::ffff:10.0.0.1]', '[fd00::1]', '[fe80::1]', '[64:ff9b::7f00:1]', '[ff02::1]'],
    ...['[2002:7f00:1::]', '[2001:0:4136::1]', '127.0.0.1.', '0300.0250.0.1', '192.168.1'],
    ...['localhost.localdomain', 'nas.home', 'wiki.corp'],
    ...['localhost', 'a.localhost', 'localhost.', 'printer.local', 'router', 'router.', 'wiki.internal', 'nas.lan'],
  ])('%s', (host) => {
    expect(isPrivateHost(hostOf(host))).toBe(true);
  });

  it.each([
    ...[
      'img.pddpic.com',
      '8.8.8.8',
      '172.32.0.1',
      '172.15.0.1',
      '100.128.0.1',
      '[2001:db8::1]',
      'localhost.example.com',
    ],
    ...['local.taobao.com', 'internal-img.jd.com'],
  ])('not %s', (host) => {
    expect(isPrivateHost(hostOf(host))).toBe(false);
  });
});

describe('what may be asked for', () => {
  it('is any public server and data, whatever the page', () => {
    expect(mayBeAskedFor(new URL('https://img.pddpic.com/a.jpeg'), CENTER)).toBe(true);
    expect(mayBeAskedFor(new URL('data:image/png;base64,AAAA'), null)).toBe(true);
  });

  it('is a server in the network only where the claim’s page is on it', () => {
    const picture = new URL('http://192.168.1.20:8080/a.jpg');
    expect(mayBeAskedFor(picture, 'http://192.168.1.20:9000/claim/1')).toBe(true);
    expect(mayBeAskedFor(picture, 'http://192.168.1.21/claim/1')).toBe(false);
    expect(mayBeAskedFor(picture, CENTER)).toBe(false);
    expect(mayBeAskedFor(picture, '')).toBe(false);
  });

  it('is nothing that is no web address', () => {
    for (const url of ['file:///etc/passwd', 'chrome-extension://a/b.png', 'ftp://a.com/b', 'blob:https://a.com/1'])
      expect(mayBeAskedFor(new URL(url), CENTER)).toBe(false);
  });
});

describe('what a redirect may lead to', () => {
  const asked = new URL('https://img.pddpic.com/a.jpeg');
  it.each([
    ['https://img.pddpic.com/b.jpeg', true],
    ['https://chat-img.pddugc.com/b.jpeg', true],
    ['http://img.pddpic.com/b.jpeg', false],
    ['https://example.com/b.jpeg', false],
    ['https://10.0.0.1/b.jpeg', false],
    ['https://img.pddpic.com.example.com/b.jpeg', false],
  ])('%s: %s', (final, isTaken) => {
    expect(mayBeAnsweredFrom(new URL(final), asked, CENTER)).toBe(isTaken);
  });
});
