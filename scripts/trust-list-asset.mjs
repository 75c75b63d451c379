// The list of C2PA signers that comes with a build: empty unless REFUND_LENS_TRUST_LIST names a PEM file.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the list as the extension reads it, with its date: REFUND_LENS_TRUST_LIST_DATE (YYYY-MM-DD), else the day on
 * which the file was last changed. An unchanged list is not written again, so that its time tells whether a build is old.
 * @param {string} folder where the file is made
 * @returns {{ absoluteSrc: string, relativeDest: string }} in WXT's form for public assets
 * @throws Error when the file holds no certificate, or the date is none
 */
export function trustListAsset(folder) {
  const path = join(folder, 'trust-list.json');
  const written = `${JSON.stringify(listOf(process.env.REFUND_LENS_TRUST_LIST))}\n`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== written) writeFileSync(path, written);
  return { absoluteSrc: path, relativeDest: 'c2pa/trust-list.json' };
}

function listOf(file) {
  if (!file) return { pem: '', date: null };
  const pem = readFileSync(file, 'utf8');
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`REFUND_LENS_TRUST_LIST: no certificate in ${file}`);
  const date = process.env.REFUND_LENS_TRUST_LIST_DATE ?? statSync(file).mtime.toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`REFUND_LENS_TRUST_LIST_DATE is no date: ${date}`);
  return { pem, date };
}
