import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { endWithLine } from './end-with-line.mjs';
import { findProgram } from './find-program.mjs';
import { canInstallDebianPackages, installDebianPackages } from './install-debian-packages.mjs';

const APPLICATION_FOLDERS = ['/Applications', join(homedir(), 'Applications')];
const WINDOWS_FOLDERS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

const CHROMIUM_PROGRAMS = [
  ...['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'],
  ...inApplications('Google Chrome', 'Chromium', 'Microsoft Edge'),
  ...onWindows('Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'),
];
const FIREFOX_PROGRAMS = [
  ...['firefox', 'firefox-esr'],
  ...APPLICATION_FOLDERS.map((folder) => join(folder, 'Firefox.app/Contents/MacOS/firefox')),
  ...onWindows('Mozilla Firefox\\firefox.exe'),
];

/**
 * A Chromium, Chrome or Edge to run: the one that REFUND_LENS_BROWSER names, an installed one, or on Debian as root a
 * fresh one. Ends the program with one line where there is none. On Debian a Chinese font is seen to as well.
 * @returns {string} absolute path of the program
 */
export function ensureBrowser() {
  const named = process.env.REFUND_LENS_BROWSER;
  if (named)
    return findProgram([named]) ?? endWithLine(`REFUND_LENS_BROWSER: ${named} cannot be run. 该浏览器无法运行。`);
  const found = findProgram(CHROMIUM_PROGRAMS);
  if (canInstallDebianPackages()) {
    const missing = [...(found ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
    if (missing.length > 0) installDebianPackages(missing);
  }
  return (
    found ??
    findProgram(CHROMIUM_PROGRAMS) ??
    endWithLine(
      'No Chrome, Chromium or Edge was found: install one of them. 没有找到 Chrome 或 Edge，请先安装其中一个。',
    )
  );
}

/**
 * A Firefox to run, found or installed as above; null where there is none, since Firefox is an extra.
 * @returns {string | null} absolute path of the program
 */
export function ensureFirefox() {
  const named = process.env.REFUND_LENS_FIREFOX;
  if (named)
    return findProgram([named]) ?? endWithLine(`REFUND_LENS_FIREFOX: ${named} cannot be run. 该浏览器无法运行。`);
  const found = findProgram(FIREFOX_PROGRAMS);
  if (found || !canInstallDebianPackages()) return found;
  installDebianPackages(['firefox-esr']);
  return findProgram(FIREFOX_PROGRAMS);
}

function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function inApplications(...names) {
  return names.flatMap((name) =>
    APPLICATION_FOLDERS.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
  );
}

function onWindows(...paths) {
  return WINDOWS_FOLDERS.filter(Boolean).flatMap((folder) => paths.map((path) => join(folder, path)));
}
