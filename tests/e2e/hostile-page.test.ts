import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS } from '../demo/claims.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';
import { type Answer, speakAsContentScript } from './extension-world.ts';

const FRAMES = 200;

/** What the hostile page keeps of what it got hold of. */
interface Loot {
  readonly roots: ShadowRoot[];
  readonly seen: string[];
}
declare const loot: Loot;

let session: DemoSession;

beforeAll(async () => {
  session = await startDemoSession();
  await session.page.addInitScript(takeOverPage);
});

afterAll(() => session.close());

/** Runs in the page's own world before everything else: listens in on what others might use, and shouts without end. */
function takeOverPage(): void {
  const kept: Loot = { roots: [], seen: [] };
  (globalThis as unknown as { loot: Loot }).loot = kept;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, { ...init, mode: 'open' });
    kept.roots.push(root);
    return root;
  };
  const map = Array.prototype.map;
  // biome-ignore lint/suspicious/noExplicitAny: the page's own tampering
  Array.prototype.map = function (this: any[], ...given: any[]) {
    if (JSON.stringify(this)?.includes('refund-lens')) kept.seen.push('map');
    return map.apply(this, given as never);
  } as never;
  Object.defineProperty(Object.prototype, 'verdict', { get: () => 'proof', configurable: true });
  globalThis.addEventListener('message', ({ data }) => kept.seen.push(String(data?.type)));
  if (globalThis.top !== globalThis.self) return;
  const forged = { id: 1, type: 'case.review', data: { pictureId: 'pinduoduo:1:0', kind: 'x', word: 'confirmed' } };
  setInterval(() => {
    for (let i = 0; i < 50; i++) postMessage(forged, '*');
    document.dispatchEvent(new CustomEvent('refund-lens', { detail: forged }));
    const noise = document.createElement('i');
    document.body?.append(noise);
    setTimeout(() => noise.remove(), 5);
  }, 20);
}

/** Runs in the page: clicks of its own making wherever the panel stands. */
function clickEverywhere(): void {
  const panel = document.querySelector('[data-refund-lens="panel"]');
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
    panel?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 1300, clientY: 150 }));
    for (let y = 80; y < 800; y += 10)
      document
        .elementFromPoint(1300, y)
        ?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 1300, clientY: y }));
  }
}

/** Runs in the page: lays something over everything that lets clicks fall through. */
function coverPage(): void {
  const cover = document.createElement('div');
  cover.id = 'cover';
  cover.textContent = '点这里领取奖励';
  cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fffe;pointer-events:none';
  document.documentElement.append(cover);
}

const badge = async () => {
  const worker = session.context.serviceWorkers()[0];
  return worker?.evaluate(async () => {
    const { tabs, action } = (globalThis as never as { chrome: typeof chromeApi }).chrome;
    const [tab] = await tabs.query({ url: 'https://mms.pinduoduo.com/*' });
    return { text: await action.getBadgeText({ tabId: tab?.id }), title: await action.getTitle({ tabId: tab?.id }) };
  });
};
declare const chromeApi: {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  action: { getBadgeText(what: object): Promise<string>; getTitle(what: object): Promise<string> };
};

describe('a page that does what it can', () => {
  it('starts nothing with clicks of its own', async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await session.page.evaluate(clickEverywhere);
    const { status, buttons } = await panel.waitForPanel(() => true);
    expect({ status, buttons }).toEqual({ status: 'idle', buttons: ['分析'] });
  });

  it('neither reads the panel nor changes its verdict, while it shouts, changes and holds 200 frames', async () => {
    const panel = await session.openClaim('c');
    await session.page.evaluate((count) => {
      for (let i = 0; i < count; i++) {
        const frame = document.createElement('iframe');
        frame.src = `/assets/none-${i}.svg`;
        frame.style.display = 'none';
        document.body.append(frame);
      }
    }, FRAMES);
    const { pictures, text } = await analyse(panel);
    expect(pictures.map(({ verdict }) => verdict)).toEqual(['strong']);
    expect(text).toContain(CLAIMS.c.orderSn);
    const taken = await session.page.evaluate(() => ({
      roots: loot.roots.length,
      seen: [...new Set(loot.seen)],
      open: document.querySelector('[data-refund-lens="panel"]')?.shadowRoot ?? null,
    }));
    expect(taken).toMatchObject({ roots: 0, open: null });
    // Its own noise, and that a content script has begun, which the framework tells the scripts of older versions.
    for (const type of taken.seen) expect(type).toMatch(/^case\.review$|:wxt:content-script-started$/);
  });

  it('has no say in what the toolbar shows of the claim', async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ status }) => status === 'done');
    await session.page.evaluate(() => {
      const copy = document.createElement('div');
      copy.dataset.refundLens = 'panel';
      copy.attachShadow({ mode: 'open' }).innerHTML = '<section data-status="done">未发现</section>';
      document.documentElement.append(copy);
    });
    expect(await badge()).toMatchObject({ text: '强证据', title: expect.stringContaining(CLAIMS.c.orderSn) });
    await session.openClaim('b');
    expect((await badge())?.text).not.toBe('强证据');
  });

  it('gets no click of the seller through something that it lays over the panel', async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ buttons }) => buttons.includes('复制回复'));
    await session.page.evaluate(() => navigator.clipboard.writeText('before'));
    await session.page.evaluate(coverPage);
    await panel.clickInPanel('复制回复');
    await panel.waitForPanel(({ text }) => text.includes('没有算数'));
    expect(await session.page.evaluate(() => navigator.clipboard.readText())).toBe('before');
    await session.page.evaluate(() => document.getElementById('cover')?.remove());
    await panel.clickInPanel('复制回复');
    await panel.waitForPanel(({ text }) => text.includes('已复制'));
  });

  it('loses nobody’s work by taking the panel away', async () => {
    const panel = await session.openClaim('a');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    await panel.waitForPanel(({ status }) => status === 'running' || status === 'done');
    await session.page.evaluate(() => document.querySelector('[data-refund-lens="panel"]')?.remove());
    const again = await session.openClaim('a');
    const { pictures } = await again.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
    expect(pictures[0]?.verdict).toBe('strong');
  });
});

describe('a page that took over its renderer', () => {
  let speak: (type: string, data: unknown) => Promise<Answer>;
  const own = `pinduoduo:${CLAIMS.c.id}`;

  beforeAll(async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ status }) => status === 'done');
    speak = await speakAsContentScript(session.page, session.extensionId);
  });

  it.each([
    ['case.read', { caseId: 'taobao:1' }],
    ['case.cancel', { caseId: 'taobao:1' }],
    ['case.review', { pictureId: 'taobao:1:0', kind: 'x', word: 'confirmed' }],
    ['picture.read', { pictureId: 'taobao:1:0' }],
    ['picture.check', { pictureId: 'taobao:1:0', check: 'picture-text' }],
    ['case.handle', { caseId: 'taobao:1', change: {} }],
    ['case.run', { caseId: own }],
    ['queue.start', { platform: 'taobao', pageUrl: '', claims: [] }],
    ['queue.change', { to: 'cancelled' }],
  ])('is refused %s of what is not its own', async (type, data) => {
    expect(await speak(type, data)).toEqual({ error: 'This sender may not ask for that' });
  });

  it('has no picture fetched from this machine or its network', async () => {
    const read = (await speak('case.read', { caseId: own })) as {
      result: { caseId: string; claim: { claimId: string; evidence: { url: string }[] } };
    };
    expect(read.result.caseId).toBe(own);
    const { claim } = read.result;
    const urls = [
      'http://192.168.1.1/a.jpg',
      'https://127.0.0.1/a.jpg',
      'https://[::1]/a.jpg',
      'https://localhost/a.jpg',
    ];
    const forged = { ...claim, claimId: '1', evidence: urls.map((url) => ({ ...claim.evidence[0], url })) };
    for (const pageUrl of ['http://192.168.1.1/', 'https://mms.pinduoduo.com.a.test/', 'javascript:alert(1)'])
      expect(await speak('case.analyse', { claim: { ...forged, pageUrl }, fromPage: [], again: false })).toEqual({
        error: 'This sender may not ask for that',
      });
    expect(await speak('case.analyse', { claim: forged, fromPage: [], again: false })).toHaveProperty('result');
    const problems = async () => {
      const { result } = (await speak('case.read', { caseId: 'pinduoduo:1' })) as {
        result: { status: string; pictures: { problem: { reason: string } | null }[] };
      };
      return result.status === 'done' ? result.pictures.map(({ problem }) => problem?.reason) : null;
    };
    await expect.poll(problems, { timeout: 30_000 }).toEqual(urls.map(() => 'address-refused'));
    const asked = session.requests.filter(({ url }) => /192\.168|127\.0\.0\.1|\[::1\]|localhost/.test(url));
    expect(asked).toEqual([]);
  });
});
