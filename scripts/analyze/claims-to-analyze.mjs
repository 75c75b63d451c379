import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * @typedef {object} FileToAnalyse
 * @property {string} name as the caller wrote it
 * @property {string} path absolute
 *
 * @typedef {object} ClaimToAnalyse
 * @property {string | undefined} id only in a batch
 * @property {FileToAnalyse[]} files
 * @property {FileToAnalyse[]} listing
 * @property {FileToAnalyse[]} [packing]
 * @property {string} [packedAt] when they arrived, ISO 8601; undefined for now
 * @property {FileToAnalyse[]} seen
 * @property {object} claim
 * @property {string[]} checks
 */

/**
 * One claim from the command line's own arguments; paths are relative to the working folder.
 * @returns {ClaimToAnalyse}
 * @throws Error when the claim's file cannot be read, or when a listing or earlier picture is not there
 */
export function readSingleClaim({ files, listing, packing = [], packedAt = undefined, seen, claim, checks }) {
  const named = (names = []) => names.map((name) => ({ name, path: resolve(name) }));
  return withFilesThere({
    id: undefined,
    files: named(files),
    listing: named(listing),
    packing: named(packing),
    packedAt: momentOf(packedAt),
    seen: named(seen),
    claim: claim ? JSON.parse(readFileSync(claim, 'utf8')) : {},
    checks,
  });
}

/**
 * The claims of a batch file, one JSON object a line; paths are relative to that file.
 * @returns {ClaimToAnalyse[]}
 * @throws Error with the line's number when a line is no claim
 */
export function readBatch(batchFile, checks) {
  const named = (names = []) => names.map((name) => ({ name, path: resolve(dirname(batchFile), name) }));
  const claims = [];
  for (const [index, line] of readFileSync(batchFile, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const { id, files, listing, packing, packedAt, seen, claim } = JSON.parse(line);
      if (!Array.isArray(files)) throw new Error('"files" is not a list');
      claims.push(
        withFilesThere({
          id: id === undefined ? undefined : String(id),
          files: named(files),
          listing: named(listing),
          packing: named(packing),
          packedAt: momentOf(packedAt),
          seen: named(seen),
          claim: claim ?? {},
          checks,
        }),
      );
    } catch (error) {
      throw new Error(`${batchFile}:${index + 1}: ${error.message}`);
    }
  }
  return claims;
}

/** An evidence file that is missing gets an answer of its own later; a missing picture to compare with is a wrong call. */
function withFilesThere(claim) {
  for (const { name, path } of [...claim.listing, ...(claim.packing ?? []), ...claim.seen]) {
    if (!isFile(path)) throw new Error(`No such file: ${name}`);
  }
  return claim;
}

/** @throws Error for text that is no moment with a zone */
function momentOf(text) {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`Not a moment with a zone (ISO 8601): ${text}`);
  return new Date(text).toISOString();
}

/** Whether a path is a file that can be looked at; a name that no file can have is none. */
export function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch (error) {
    if (error.code) return false;
    throw error;
  }
}
