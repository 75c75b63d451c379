import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

/** The earliest date that a ZIP can state: the same bytes whenever and wherever the package is made. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * A ZIP whose bytes depend on names and contents alone: sorted entries, one date, no attributes of the file system.
 * @param {Iterable<readonly [name: string, file: string]>} entries name in the ZIP → file on disk
 * @returns {Uint8Array}
 */
export function zipFiles(entries) {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([name, file]) => [name, readFileSync(file)])), {
    level: 9,
    mtime: NO_DATE,
  });
}
