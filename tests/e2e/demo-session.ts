import type { BrowserContext, Page } from 'playwright-core';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { drivePanel } from './panel-driver.mjs';

export type DemoClaim = keyof typeof CLAIMS;
export type PanelDriver = Awaited<ReturnType<typeof drivePanel>>;

/** A browser with the extension beside the demo's seller center, and what went wrong in it. */
export interface DemoSession {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly page: Page;
  /** Every request that the demo's server has answered, under the address that the browser asked for. */
  readonly requests: readonly { readonly method: string; readonly url: string }[];
  /** Errors that pages and extension pages wrote to their console, resources of the demo's own faults left out. */
  readonly errors: readonly string[];
  /** Opens a claim and waits for its card. */
  openClaim(name: DemoClaim): Promise<PanelDriver>;
  /** Opens a page of the extension. */
  openOwnPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** A folder that is kept, so that a later session goes on with it; a fresh one that is removed where not given. */
  readonly profileDir?: string;
  /** Further switches of the browser, which may depend on the port of the demo's server. */
  readonly switchesFor?: (serverPort: number) => Promise<readonly string[]>;
}

/** Starts the demo as `npm start` does, without a display. */
export async function startDemoSession({ profileDir, switchesFor }: DemoOptions = {}): Promise<DemoSession> {
  const server = await serveDemo();
  const browser = await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    hostPort: server.port,
    headless: true,
    ...(profileDir ? { profileDir } : {}),
    switches: (await switchesFor?.(server.port)) ?? [],
  });
  const { context, extensionId } = browser;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://mms.pinduoduo.com' });
  const errors: string[] = [];
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        errors.push(`${page.url()}: ${message.text()}`);
      }
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  const page = await context.newPage();
  return {
    context,
    extensionId,
    page,
    requests: server.requests,
    errors,
    async openClaim(name) {
      await page.goto(claimUrl(CLAIMS[name]));
      const panel = await drivePanel(page);
      await panel.waitForPanel(({ status }) => status !== '');
      return panel;
    },
    async openOwnPage(path) {
      const own = await context.newPage();
      await own.goto(`chrome-extension://${extensionId}${path}`);
      return own;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Clicks 分析 and waits for the end. */
export async function analyse(panel: PanelDriver) {
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.clickInPanel('分析');
  return panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
}
