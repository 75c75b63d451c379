import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { servePage } from '../../scripts/read-claim/serve-page.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { drivePanel } from './panel-driver.mjs';
import { until } from './until.ts';

/** A document that is made to keep the panel away, to read it, or to exhaust whoever reads along. */
interface HostileDocument {
  /** Runs before everything else of the page. */
  readonly first?: string;
  /** Runs after the claim was written. */
  readonly after?: string;
  readonly policy?: string;
}

const DOCUMENTS: Readonly<Record<string, HostileDocument>> = {
  'forbids scripts, styles and trusted types': {
    policy: `default-src 'none'; img-src https:; script-src 'unsafe-inline'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  'has frozen every prototype': {
    first: `for (const name of Object.getOwnPropertyNames(window)) { try {
      const it = window[name]; if (typeof it === 'function' && it.prototype) { Object.freeze(it.prototype); Object.freeze(it); }
    } catch {} }`,
  },
  'has put its own functions in the place of the browser’s': {
    first: `const bomb = () => { throw new Error('hostile'); };
      for (const name of ['MutationObserver', 'IntersectionObserver', 'AbortController', 'CustomEvent', 'URL', 'Promise'])
        Object.defineProperty(window, name, { get: () => bomb });
      JSON.parse = JSON.stringify = customElements.define = customElements.get = fetch = XMLHttpRequest = bomb;
      Array.prototype.splice = Array.prototype.unshift = Array.prototype.indexOf = bomb;
      Document.prototype.createElement = Element.prototype.attachShadow = Element.prototype.append = bomb;
      EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = bomb;
      Object.defineProperty(Array.prototype, '0', { get: () => 'forged', set() {}, configurable: true });`,
  },
  'names elements so that they stand before the browser’s own names': {
    after: `document.body.insertAdjacentHTML('beforeend', '<form id=browser><input name=runtime id=x></form>' +
      '<form id=chrome><input name=runtime></form><img name=documentElement><form name=body></form><iframe name=location></iframe>')`,
  },
  'moves what is not its own out of sight': {
    after: `setInterval(() => {
      const own = document.querySelector('[data-refund-lens]');
      if (window.moved || !own) return;
      window.moved = true;
      const cellar = document.createElement('div');
      cellar.style.cssText = 'display: none';
      document.body.append(cellar);
      cellar.append(own);
    }, 50)`,
  },
  'writes its document anew': {
    after: `setTimeout(() => { document.open(); document.write(window.claim); document.close(); window.written = true; }, 1_500)`,
  },
  'changes without end': {
    after: `const text = document.body.appendChild(document.createElement('p'));
      const change = () => { text.textContent = '退款金额：¥' + Math.random().toFixed(2); requestAnimationFrame(change); };
      change();`,
  },
  'receives 2 000 answers and a long one that does not say its length': {
    after: `(async () => {
      const json = { headers: { 'content-type': 'application/json' } };
      for (let count = 0; count < 2_000; count++) await new Response('{"orderSn":"261118-' + count + '"}', json).json();
      const part = new TextEncoder().encode('"orderSn":"261118-1",'.repeat(50_000));
      let parts = 0;
      const body = new ReadableStream({ pull: (to) => (++parts > 12 ? to.close() : to.enqueue(part)) });
      window.received = (await new Response(body, json).text()).length;
    })()`,
  },
  'has 60 frames with claims of others': {
    after: `for (let count = 0; count < 60; count++) {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>售后编号：9900' + count + '</p><p>订单编号：261118-99' + count + '</p><p>退款金额：¥99.00</p>';
      document.body.append(frame);
    }`,
  },
};

let server: Awaited<ReturnType<typeof servePage>>;
let launched: { context: BrowserContext; extensionId: string; close: () => Promise<void> };
let page: Page;

beforeAll(async () => {
  server = await servePage();
  launched = (await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild('chrome'),
    hostPort: server.port,
    headless: true,
  })) as typeof launched;
  const own = await launched.context.newPage();
  await own.goto(`chrome-extension://${launched.extensionId}/popup.html`);
  // A script counts only for pages that are opened after it was registered.
  await own.waitForFunction(async () => {
    const { scripting } = (globalThis as unknown as { chrome: Scripting }).chrome;
    return (await scripting.getRegisteredContentScripts()).length > 0;
  });
  await own.close();
});

afterAll(async () => {
  await launched?.close();
  await server?.close();
});

interface Scripting {
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
}

/** Opens a claim of Pinduoduo's on a document that does what it can; each is a claim of its own. */
async function openClaim(claimId: string, { first = '', after = '', policy = '' }: HostileDocument) {
  const orderId = `261118-${claimId}001`;
  const claim = `<p>售后编号：${claimId}</p><p>订单编号：${orderId}</p><p>退款金额：¥12.90</p><p>申请原因：商品破损</p>
    <h3>买家凭证</h3><div><img src="https://img.pddpic.com/gaudit-image/2026-11-20/${claimId}.jpeg" width="90" height="90"></div>`;
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const url = new URL(`https://mms.pinduoduo.com/aftersales-ssr/detail?id=${claimId}&orderSn=${orderId}`);
  const html = `<!doctype html><meta charset="utf-8">${meta}<script>window.claim = ${JSON.stringify(claim)}; ${first}</script>
    <body>${claim}<script>${after}</script></body>`;
  server.show({ url, html, assets: null });
  page = await launched.context.newPage();
  await page.goto(url.href);
  return { orderId, panel: await drivePanel(page) };
}

it.each(Object.entries(DOCUMENTS))('shows its claim, and nothing else, on a page that %s', async (name, hostile) => {
  const claimId = `1829304711${Object.keys(DOCUMENTS).indexOf(name)}`;
  const { panel, orderId } = await openClaim(claimId, hostile);
  if (hostile.after?.includes('window.moved')) await page.waitForFunction('window.moved');
  if (hostile.after?.includes('window.written')) await page.waitForFunction('window.written');
  if (hostile.after?.includes('window.received')) await page.waitForFunction('window.received > 12_000_000');
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.clickInPanel('分析');
  const { text, pictures } = await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 60_000 });
  expect(text).toContain(orderId);
  expect(text).toContain('¥12.90');
  expect(text).not.toMatch(/99\.00|261118-99|forged/);
  expect(pictures).toHaveLength(1);
  await page.close();
});

it('gives no page a way into its closed root, whatever class the page makes for its elements', async () => {
  const { panel } = await openClaim('182930471290', {
    first: `window.internals = [];
      const define = (name) => { try { customElements.define(name, class extends HTMLElement {
        constructor() { super(); window.internals.push(this.attachInternals()); }
      }); } catch {} };
      define('refund-lens-panel');
      new MutationObserver(() => {
        for (const element of document.documentElement.children) {
          define(element.localName);
          try { window.internals.push(element.attachInternals()); } catch {}
        }
      }).observe(document, { childList: true, subtree: true });`,
  });
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.clickInPanel('分析');
  await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 60_000 });
  const roots = await page.evaluate(
    'window.internals.filter((internals) => internals.shadowRoot).length + Number(document.querySelector("[data-refund-lens]").shadowRoot !== null)',
  );
  expect(roots).toBe(0);
  await page.close();
});

/** What hides the panel, covers it or makes it unreadable, though it stays where it was put; returns what ends that. */
const HIDINGS: Readonly<Record<string, string>> = {
  'makes its root transparent': bend('opacity: 0'),
  'mirrors its root': bend('transform: scaleX(-1)'),
  'moves its root away': bend('transform: translateX(-200vw)'),
  'cuts its root to nothing': bend('clip-path: inset(100%)'),
  'masks its root': bend('mask-image: linear-gradient(transparent, transparent)'),
  'shrinks its root': bend('zoom: 0.1'),
  'blurs its root': bend('filter: blur(20px)'),
  'does not draw its root': bend('display: none'),
  'makes its root deaf': `document.documentElement.inert = true;
    return () => { document.documentElement.inert = false; };`,
  'opens a dialog over everything': cover('dialog', 'it.showModal()'),
  'opens a popover over everything': cover('div', 'it.popover = "manual"; it.showPopover()'),
  'lays a forged element of ours over it': cover('div', 'it.dataset.refundLens = "panel"; it.style.position = "fixed"'),
  'shows one element on the whole screen': `await document.body.requestFullscreen();
    return () => document.exitFullscreen();`,
  'moves from one view to another without end': `const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '@keyframes still { to { opacity: 1 } } ::view-transition-group(root) { animation: still 600s }';
    const transition = document.startViewTransition(() => undefined);
    await transition.ready;
    return () => { transition.skipTransition(); style.remove(); };`,
};

function bend(style: string): string {
  return `const root = document.documentElement;
    root.style.cssText = '${style}';
    return () => { root.style.cssText = ''; };`;
}

function cover(tag: string, show: string): string {
  return `const it = document.documentElement.appendChild(document.createElement('${tag}'));
    it.style.cssText = 'inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; z-index: 2147483647; background: white';
    ${show};
    return () => it.remove();`;
}

describe('a panel that is there and cannot be seen', () => {
  let verdict: string[] | undefined;

  beforeAll(async () => {
    const { panel } = await openClaim('182930471292', {});
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 60_000 });
    const title = async () => ((await toolbar())?.[1]?.includes('182930471292') ? toolbar() : null);
    verdict = await until(title);
  });

  afterAll(() => page.close());

  it.each(Object.entries(HIDINGS))('is told of in the toolbar, for as long as a page %s', async (_, hide) => {
    const end = await page.evaluateHandle<() => void>(`(async () => { ${hide} })()`);
    await expect.poll(toolbar, { timeout: 30_000 }).toEqual(['!', expect.stringContaining('挡住或藏起来')]);
    await end.evaluate((show) => show());
    await expect.poll(toolbar, { timeout: 30_000 }).toEqual(verdict);
  });
});

it('says in the toolbar that a page takes the panel away again and again', async () => {
  await openClaim('182930471291', {
    first: `new MutationObserver(() => document.querySelectorAll('[data-refund-lens]').forEach((own) => {
      own.remove();
      window.taken = (window.taken ?? 0) + 1;
    })).observe(document, { childList: true, subtree: true });`,
  });
  await expect.poll(toolbar).toEqual(['!', expect.stringContaining('这个页面一再把面板拿掉')]);
  // The page had no wrestling match: what is taken away was put back five times.
  expect(await page.evaluate('window.taken')).toBe(6);
  await page.close();
});

/** Text and title of the toolbar icon over the tab in front. */
async function toolbar(): Promise<string[] | undefined> {
  const [worker] = launched.context.serviceWorkers();
  return worker?.evaluate(async () => {
    const { tabs, action } = (globalThis as unknown as { chrome: Toolbar }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return [await action.getBadgeText({ tabId: tab?.id }), await action.getTitle({ tabId: tab?.id })];
  });
}

interface Toolbar {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  action: { getBadgeText(what: object): Promise<string>; getTitle(what: object): Promise<string> };
}
