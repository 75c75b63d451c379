// Builds the extension when a source is newer than the last build.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trustListAsset } from './trust-list-asset.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'scripts/ocr-assets.mjs',
  'scripts/c2pa-assets.mjs',
  'scripts/opencv-assets.mjs',
  'scripts/trust-list-asset.mjs',
  'scripts/video-reader-without-hang.mjs',
  'wxt.config.ts',
  'package-lock.json',
];

/**
 * The folder of a build whose host permissions are granted in its manifest, made where it is missing or old. What the
 * build prints goes to standard error, so that standard output stays the caller's.
 * @param {'chrome' | 'firefox'} browser
 * @returns {string} absolute path of the unpacked extension
 */
export function ensureGrantedBuild(browser = 'chrome') {
  const output = join(ROOT, '.output', `${browser}-mv3-granted`);
  const manifest = join(output, 'manifest.json');
  const sources = [
    ...SOURCES.map((source) => join(ROOT, source)),
    trustListAsset(join(ROOT, '.cache/c2pa')).absoluteSrc,
  ];
  const isFresh = existsSync(manifest) && newest(sources) <= statSync(manifest).mtimeMs;
  if (!isFresh) {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser], {
      cwd: ROOT,
      // A test runner sets NODE_ENV to `test`, and React would be bundled for that.
      env: { ...process.env, NODE_ENV: 'production', REFUND_LENS_HOSTS: 'granted' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return resolve(output);
}

/** The newest modification time below some files and folders, in milliseconds. */
function newest(paths) {
  const times = paths.map((path) => {
    const stat = statSync(path);
    return stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
  });
  return Math.max(0, ...times);
}
