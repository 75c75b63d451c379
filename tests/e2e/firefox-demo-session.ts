import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchFirefox } from '../browser/firefox-session.mjs';
import { launchKeptFirefox } from '../browser/kept-firefox.mjs';
import { IMAGES } from '../demo/claims.mjs';
import { serveDemo } from '../demo/serve.mjs';

const HOSTS = new Set(['mms.pinduoduo.com', ...[...IMAGES.keys()].map((url) => new URL(url).hostname)]);

export type FirefoxDemoSession = Awaited<ReturnType<typeof startFirefoxDemoSession>>;

/** The demo's seller center, and a Firefox with the built extension that is led to it. */
export async function startFirefoxDemoSession(executablePath: string) {
  const server = await serveDemo();
  const firefox = await launchFirefox({
    executablePath,
    extensionDir: ensureGrantedBuild('firefox'),
    hostPort: server.port,
    isLed: (host: string) => HOSTS.has(host),
  });
  return {
    server,
    browser: firefox.browser,
    proxy: firefox.proxy,
    async close() {
      await firefox.close();
      await server.close();
    },
  };
}

export type KeptFirefoxSession = Awaited<ReturnType<typeof startKeptFirefoxSession>>;

/** As above, on a profile that a later session can go on with. */
export async function startKeptFirefoxSession(
  executablePath: string,
  profileDir: string,
  preferences: Readonly<Record<string, unknown>> = {},
) {
  const server = await serveDemo();
  const firefox = await launchKeptFirefox({
    executablePath,
    extensionDir: ensureGrantedBuild('firefox'),
    profileDir,
    hostPort: server.port,
    isLed: (host: string) => HOSTS.has(host),
    preferences,
  });
  return {
    ...firefox,
    server,
    async kill() {
      await firefox.kill();
      await server.close();
    },
    async close() {
      await firefox.close();
      await server.close();
    },
  };
}
