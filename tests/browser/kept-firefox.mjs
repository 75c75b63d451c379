import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import puppeteer from 'puppeteer-core';
import { zipFiles } from '../../scripts/release/zip-files.mjs';
import { preferencesFor } from './firefox-session.mjs';
import { startRecordingProxy } from './recording-proxy.mjs';

/** A machine with much else to do takes minutes to start a browser. */
const START_TIMEOUT_MS = 600_000;
const ENDPOINT_LINE = /WebDriver BiDi listening on (ws:\S+)/;

/**
 * Starts Firefox without a window on a profile that is kept, with the extension installed for good, so that both outlive
 * the browser: what automation installs otherwise is removed at the next start, and its history with it. Only an ESR or a
 * developer's Firefox takes a package without a signature. Every host name leads to one port, as in `launchFirefox`.
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.extensionDir the folder with manifest.json
 * @param {string} options.profileDir
 * @param {number} options.hostPort
 * @param {(host: string) => boolean} options.isLed
 * @param {Record<string, unknown>} [options.preferences] beside those of every Firefox under test
 */
export async function launchKeptFirefox({
  executablePath,
  extensionDir,
  profileDir,
  hostPort,
  isLed,
  preferences: further = {},
}) {
  const proxy = await startRecordingProxy({ port: hostPort, isLed });
  const preferences = { 'xpinstall.signatures.required': false, ...preferencesFor(proxy), ...further };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profileDir, 'user.js'), lines.join('\n'));
  const program = spawn(
    executablePath,
    // Privileged scripts are how a test ends the background page or a process.
    ['--headless', '--no-remote', '--profile', profileDir, '--remote-debugging-port=0', '--remote-allow-system-access'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A run that is broken off leaves no browser behind.
  const kill = () => program.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise((resolve) => {
    program.once('exit', () => {
      process.off('exit', kill);
      resolve();
    });
  });
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${await endpointOf(program)}/session`,
    protocol: 'webDriverBiDi',
    protocolTimeout: START_TIMEOUT_MS,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1440, height: 900 },
  });
  const extensionPackage = join(profileDir, 'extension-package.zip');
  const isInstalled = existsSync(extensionPackage);
  if (!isInstalled) writeFileSync(extensionPackage, zipFiles(filesBelow(extensionDir)));
  /** Installs the package; over an installed one it is an update. */
  const install = () =>
    browser.connection.send('webExtension.install', {
      extensionData: { type: 'archivePath', path: extensionPackage },
      'moz:permanent': true,
      ...(further['browser.privatebrowsing.autostart'] ? { 'moz:allowPrivateBrowsing': true } : {}),
    });
  if (!isInstalled) await install();
  return {
    browser,
    proxy,
    install,
    /** Ends the whole browser at once, with nothing written that was not. */
    async kill() {
      kill();
      await ended;
      await proxy.close();
    },
    async close() {
      await browser.close();
      await ended;
      await proxy.close();
    },
  };
}

/** The address that the browser prints when it can be driven. */
function endpointOf(program) {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stderr.on('data', (text) => {
      printed += text;
      const [, address] = ENDPOINT_LINE.exec(printed) ?? [];
      if (address) resolve(address);
    });
    program.once('exit', () => reject(new Error(`Firefox ended: ${printed}`)));
  });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), file]);
}
