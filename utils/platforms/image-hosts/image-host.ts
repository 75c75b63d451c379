/** The address rules of one family of image servers. Facts about addresses, gathered 2026-11; no server was asked. */
export interface ImageHost {
  /** Matches the host names that the rules are for. */
  readonly hosts: RegExp;
  /**
   * Addresses that may hold a larger version, best first; empty where none is known. A fixpoint: the candidates of a
   * candidate are among the candidates.
   */
  originals(url: URL): readonly string[];
}

/** Declares a family of image servers; returns it unchanged. */
export function defineImageHost(host: ImageHost): ImageHost {
  return host;
}

/** The address with another path and without a query. */
export function withPath(url: URL, path: string): string {
  return `${url.origin}${path}`;
}

/** Applies a replacement until it changes nothing: suffixes stand on top of each other. */
export function replaceAllLayers(path: string, pattern: RegExp, replacement: string): string {
  const shorter = path.replace(pattern, replacement);
  return shorter === path ? path : replaceAllLayers(shorter, pattern, replacement);
}
