import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithLine } from './end-with-line.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OLDEST_NODE = [20, 19];

/** Installs the packages that package-lock.json names when any of them is missing or of another version. */
export function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    endWithLine(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. 请升级 Node。`);
  const installedFile = join(ROOT, 'node_modules/.package-lock.json');
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  if (existsSync(installedFile) && isInstalled(wanted, JSON.parse(readFileSync(installedFile, 'utf8')))) return;
  console.error('Installing the packages of package-lock.json … 正在安装依赖……');
  // Standard output belongs to the caller: npm's goes to standard error.
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (error || status !== 0) endWithLine(`npm ci failed (${error?.message ?? `status ${status}`}). 依赖安装失败。`);
}

/**
 * Whether every package of the wanted lock file is installed in its version; packages for other systems need not be.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }> }} wanted
 *   package-lock.json, version 3
 * @param {{ packages: Record<string, { version?: string }> }} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}
