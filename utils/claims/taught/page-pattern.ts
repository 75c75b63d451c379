/** Parameters that name a page of an application with one path; any other parameter may name a claim. */
const PAGE_PARAMETERS = /^(?:page|view|route|module|mod|m|c|a|act|action|op|method|tab|menu|path|type)$/i;

/**
 * The kind of page that an address is of: its path, those parameters that name a page, and the path of a hash route.
 * Parts that look like an id become `*`.
 */
export function pagePatternOf(url: URL): string {
  const hashRoute = /^#!?(\/[^?]*)(?:\?(.*))?$/.exec(url.hash);
  const hash = hashRoute ? `#${patternOfPath(hashRoute[1] ?? '/')}${namedParameters(hashRoute[2] ?? '')}` : '';
  return `${patternOfPath(url.pathname)}${namedParameters(url.search)}${hash}`;
}

/** Whether an address is of a kind of page. */
export function isOfPattern(url: URL, pattern: string): boolean {
  return pagePatternOf(url) === pattern;
}

function patternOfPath(path: string): string {
  const parts = path.split('/').map((part) => (isId(part) ? '*' : part));
  return parts.join('/').replace(/(?<=.)\/$/, '') || '/';
}

/** An id has four digits or more in all, as numbers, UUIDs and mixed codes have; `v2` and `1688` of a name do not. */
function isId(part: string): boolean {
  const digits = part.replace(/\D/g, '').length;
  return digits >= 4 && (digits >= part.length / 3 || part.length >= 16);
}

function namedParameters(query: string): string {
  const named = [...new URLSearchParams(query)]
    .filter(([name, value]) => PAGE_PARAMETERS.test(name) && value.length <= 60 && !/\d{3}/.test(value))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return named.length > 0 ? `?${named.join('&')}` : '';
}
