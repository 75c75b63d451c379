import puppeteer from 'puppeteer-core';
import { startRecordingProxy } from './recording-proxy.mjs';

/**
 * Starts Firefox without a window and with the extension, every host name leading to one port on loopback through a
 * proxy that writes down what is asked for, so that nothing leaves the machine.
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.extensionDir the folder with manifest.json
 * @param {number} options.hostPort port of the server that answers for every host
 * @param {(host: string) => boolean} [options.isLed] the hosts that lead there; the others are refused
 * @returns {Promise<{ browser: import('puppeteer-core').Browser, proxy: Awaited<ReturnType<typeof startRecordingProxy>>, close: () => Promise<void> }>}
 */
export async function launchFirefox({ executablePath, extensionDir, hostPort, isLed }) {
  const proxy = await startRecordingProxy({ port: hostPort, ...(isLed ? { isLed } : {}) });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: preferencesFor(proxy),
  });
  await browser.installExtension(extensionDir);
  return {
    browser,
    proxy,
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

/**
 * What a Firefox under test is told: every host through the proxy, pages in Chinese.
 * @param {{ port: number }} proxy
 */
export function preferencesFor({ port }) {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'intl.accept_languages': 'zh-CN',
  };
}
