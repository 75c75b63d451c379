/** Match patterns as browser extensions have them: scheme, host with an optional leading `*.`, path with `*`. */
export function matchesPattern(url: URL, pattern: string): boolean {
  const [, scheme, host = '', path = ''] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const hasScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const domain = host.replace(/^\*\./, '');
  const hasHost = url.hostname === domain || (host.startsWith('*.') && url.hostname.endsWith(`.${domain}`));
  // Most of the time it ends here: this runs on every page of a seller center.
  if (!hasScheme || !hasHost) return false;
  if (path === '/*') return true;
  const paths = new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
  return paths.test(url.pathname + url.search);
}
