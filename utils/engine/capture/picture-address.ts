import { isImageHost } from '../../platforms/image-hosts/is-image-host.ts';

/** Reserved for one machine or one network: RFC 6890, 6598, 1918, 3927, 5771; first and last address of each block. */
const PRIVATE_IPV4: readonly (readonly [first: string, last: string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['224.0.0.0', '255.255.255.255'],
];
/**
 * `::`, `::1`, mapped, compatible and translated IPv4, Teredo and 6to4 (both carry an IPv4 address), unique local,
 * link-local, multicast (RFC 4291, 4193, 6052, 4380, 3056).
 */
const PRIVATE_IPV6 = /^\[(?:::|64:ff9b:|2001:0?:|2002:|f[cd]|fe[89a-f]|ff)/;
/**
 * Names that no public server has (RFC 6761, 6762, 8375, 9476; `.internal` is reserved and `.home` and `.corp` are kept
 * out by ICANN; `.localdomain` is what many machines call their own network).
 */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/** Whether a host name of a parsed address stands for this machine or its network, as far as the name says. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return PRIVATE_IPV6.test(hostname);
  if (/^\d+(?:\.\d+){3}$/.test(hostname)) {
    const number = ipv4Number(hostname);
    return PRIVATE_IPV4.some(([first, last]) => number >= ipv4Number(first) && number <= ipv4Number(last));
  }
  // A name without a dot is looked up in the network that the machine is in.
  return PRIVATE_NAME.test(hostname) || !hostname.replace(/\.$/, '').includes('.');
}

/**
 * Whether a picture may be asked for: everything but this machine and its network, so that no page has pictures read
 * from there; a shop's own server there, which the claim's page itself is on, is what the seller looks at.
 * @param pageUrl of the claim; null for files without a page
 */
export function mayBeAskedFor(url: URL, pageUrl: string | null): boolean {
  if (url.protocol === 'data:') return true;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  return !isPrivateHost(url.hostname) || hostnameOf(pageUrl) === url.hostname;
}

/** Whether an answer that came from elsewhere than it was asked for counts: the same host, or a seller center's images. */
export function mayBeAnsweredFrom(final: URL, asked: URL, pageUrl: string | null): boolean {
  if (!mayBeAskedFor(final, pageUrl)) return false;
  if (asked.protocol === 'https:' && final.protocol !== 'https:') return false;
  return final.hostname === asked.hostname || isImageHost(final);
}

function hostnameOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : null;
}

function ipv4Number(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
