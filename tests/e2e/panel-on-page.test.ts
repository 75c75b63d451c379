import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireInBackground } from './browser-controls.mjs';
import { type DemoSession, type PanelDriver, startDemoSession } from './demo-session.ts';
import { openClosedRoot } from './views/open-closed-root.mjs';

const PANEL = '[data-refund-lens="panel"]';
const MAX_LENGTH = 100;

/** What a page of the extension itself may ask the browser for. */
interface OwnPage {
  readonly chrome: {
    readonly storage: {
      readonly local: {
        get(key: string): Promise<Record<string, object>>;
        set(values: Readonly<Record<string, object>>): Promise<void>;
      };
    };
    readonly scripting: { getRegisteredContentScripts(filter: { readonly ids: string[] }): Promise<unknown[]> };
  };
}

let session: DemoSession;
let panel: PanelDriver;

beforeAll(async () => {
  session = await startDemoSession();
  panel = await session.openClaim('b');
  // What was found does not matter here; a cancelled analysis has its reply too.
  await panel.clickInPanel('分析');
  await panel.waitForPanel(({ status }) => status === 'running', { timeoutMs: 90_000 });
  await panel.clickInPanel('取消');
  await panel.waitForPanel(({ status }) => status === 'cancelled', { timeoutMs: 90_000 });
});

afterAll(() => session?.close());

/** A reply form as pages have them: a limit, a listener on what is typed, and a button that sends. */
async function putReplyForm(): Promise<void> {
  await session.page.evaluate((maxLength) => {
    const form = document.createElement('form');
    form.innerHTML = `<textarea id="reply" maxlength="${maxLength}">您好。</textarea><button>发送</button>`;
    const heard = { inputs: 0, submits: 0 };
    Object.assign(globalThis, { heard });
    form.addEventListener('input', () => heard.inputs++);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      heard.submits++;
    });
    // Not below the page's own fixed header.
    form.style.cssText = 'position: fixed; z-index: 1000; inset: 120px auto auto 200px';
    document.body.prepend(form);
  }, MAX_LENGTH);
}

const replyOnPage = () => session.page.locator('#reply').inputValue();
const heardByPage = () =>
  session.page.evaluate(() => (globalThis as unknown as { heard: { inputs: number; submits: number } }).heard);

describe('a reply in the text box of the page', () => {
  it('is shortened to what the box takes, is heard as typing, and is never sent', async () => {
    await putReplyForm();
    await session.page.locator('#reply').click();
    await session.page.keyboard.press('Control+End');
    await panel.clickInPanel('修改回复');
    await panel.clickInPanel('填入输入框');
    await panel.waitForPanel(({ text }) => text.includes('缩短后填入'));
    const reply = await replyOnPage();
    expect(reply).toMatch(/^您好。请让买家补拍.*。$/s);
    expect(reply.length).toBeLessThanOrEqual(MAX_LENGTH);
    const { inputs, submits } = await heardByPage();
    expect(inputs).toBeGreaterThan(0);
    expect(submits).toBe(0);
  });

  it('is taken back', async () => {
    await panel.clickInPanel('撤销填入');
    expect(await replyOnPage()).toBe('您好。');
    expect((await heardByPage()).submits).toBe(0);
  });

  it('is not cut off where the box is full', async () => {
    await session.page.locator('#reply').fill('字'.repeat(MAX_LENGTH - 5));
    await panel.clickInPanel('填入输入框');
    await panel.waitForPanel(({ text }) => text.includes('没有填入'));
    expect(await replyOnPage()).toBe('字'.repeat(MAX_LENGTH - 5));
  });
});

describe('the place of the panel', () => {
  const box = () =>
    session.page.evaluate(
      (host) =>
        document.querySelector(host)?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect().toJSON() as DOMRect,
      PANEL,
    );
  const isThere = () => session.page.evaluate((host) => document.querySelector(host) !== null, PANEL);

  it('is where it was dragged to, also after the page was loaded again', async () => {
    await openClosedRoot(session.page, 'panel');
    const before = await box();
    const { mouse } = session.page;
    await mouse.move(before.left + 18, before.top + 20);
    await mouse.down();
    await mouse.move(before.left - 282, before.top + 60, { steps: 5 });
    await mouse.up();
    const moved = await box();
    expect(moved.left).toBeCloseTo(before.left - 300, -1);
    expect(moved.top).toBeCloseTo(before.top + 40, -1);
    panel = await session.openClaim('b');
    await panel.waitForPanel(({ status }) => status === 'cancelled', { timeoutMs: 90_000 });
    await openClosedRoot(session.page, 'panel');
    const restored = await box();
    expect(restored.left).toBeCloseTo(moved.left, -1);
    expect(restored.top).toBeCloseTo(moved.top, -1);
  });

  it('is none at all on a site that is to show nothing by itself, until the seller asks', async () => {
    const own = await session.openOwnPage('/history.html');
    await own.evaluate(async () => {
      const { storage } = (globalThis as unknown as OwnPage).chrome;
      const { panel: kept } = await storage.local.get('panel');
      await storage.local.set({ panel: { ...kept, hiddenOn: ['mms.pinduoduo.com'] } });
    });
    await own.waitForFunction(async () => {
      const { scripting } = (globalThis as unknown as OwnPage).chrome;
      return (await scripting.getRegisteredContentScripts({ ids: ['card-hidden'] })).length > 0;
    });
    await own.close();
    await session.page.bringToFront();
    await session.page.reload();
    // The claim has a stored result, which would open by itself: the loader is there, and shows nothing.
    await session.page.waitForLoadState('networkidle');
    expect(await isThere()).toBe(false);
    await fireInBackground(session.context, 'commands.onCommand', 'analyse');
    await panel.waitForPanel(({ status }) => status !== '', { timeoutMs: 60_000 });
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
