import { browser } from 'wxt/browser';
import type { SiteRule } from '../claims/taught/site-rule.ts';
import { sitePattern } from '../claims/taught/taught-platform.ts';

/** The match patterns that a taught site needs: its pages, and the servers of its pictures. */
export function hostsOf(rule: SiteRule): string[] {
  return [...new Set([sitePattern(rule.origin), ...rule.imageHosts])];
}

/** Those of them that the browser has not granted. */
export async function missingHostsOf(rule: SiteRule): Promise<string[]> {
  const hosts = hostsOf(rule);
  const granted = await Promise.all(hosts.map((host) => browser.permissions.contains({ origins: [host] })));
  return hosts.filter((_, index) => !granted[index]);
}
