import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchFirefox } from '../browser/firefox-session.mjs';
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
