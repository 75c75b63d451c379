/** Match patterns as browser extensions have them: scheme, host with an optional leading `*.`, path with `*`. */
export function matchesPattern(url: URL, pattern: string): boolean {
  const hostAt = pattern.indexOf('://') + 3;
  const pathAt = pattern.indexOf('/', hostAt);
  const host = pattern.slice(hostAt, pathAt);
  const isSubdomain = host.startsWith('*.') && url.hostname.endsWith(host.slice(1));
  // Most of the time it ends here: this runs on every page of a seller center.
  if (hostAt < 3 || pathAt < 0 || (url.hostname !== host.replace('*.', '') && !isSubdomain)) return false;
  const scheme = pattern.slice(0, hostAt - 3);
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : url.protocol !== `${scheme}:`) return false;
  const path = pattern.slice(pathAt);
  if (path === '/*') return true;
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(url.pathname + url.search);
}
