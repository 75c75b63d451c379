import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The first of some programs that is there and can be run.
 * @param {readonly string[]} candidates absolute paths, or names that are looked up on `searchPath`
 * @param {string} searchPath folders, as in the PATH variable
 * @returns {string | null} absolute path
 */
export function findProgram(candidates, searchPath = process.env.PATH ?? '') {
  const folders = searchPath.split(delimiter).filter(isAbsolute);
  for (const candidate of candidates) {
    const paths = isAbsolute(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate));
    const found = paths.find(canRun);
    if (found) return found;
  }
  return null;
}

function canRun(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error.code === 'EACCES') return false;
    throw error;
  }
}
