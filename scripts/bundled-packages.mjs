import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Development packages that leave code of their own in what they build. */
const LEAVES_CODE = ['wxt', '@wxt-dev/browser'];

/**
 * Names of all packages whose code is in the extension, sorted: what the lock file holds for production, and the
 * development packages that leave code behind.
 * @param {string} root the project's folder
 * @returns {string[]}
 */
export function bundledPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const production = Object.entries(packages)
    .filter(([path, { dev, optional }]) => path.startsWith('node_modules/') && !dev && !optional)
    .map(([path]) => path.slice('node_modules/'.length));
  return [...new Set([...production, ...LEAVES_CODE])].filter((name) => !name.includes('node_modules/')).sort();
}
