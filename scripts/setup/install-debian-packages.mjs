import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { endWithLine } from './end-with-line.mjs';

const APT_GET = '/usr/bin/apt-get';

/** True on Debian as root, where packages can be installed without asking anyone. */
export function canInstallDebianPackages() {
  if (process.getuid?.() !== 0 || !existsSync(APT_GET) || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Installs packages with apt; ends the program where that fails.
 * @param {readonly string[]} names
 */
export function installDebianPackages(names) {
  console.error(`Installing ${names.join(', ')} with apt … 正在安装 ${names.join('、')}……`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const { status } = spawnSync(APT_GET, ['-q', ...args], {
      // Standard output belongs to the caller.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) endWithLine(`apt-get ${args.join(' ')} failed (status ${status}). 安装失败。`);
  }
}
