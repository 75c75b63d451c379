import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import type { DemoClaim } from './demo-session.ts';
import { type FirefoxDemoSession, startFirefoxDemoSession } from './firefox-demo-session.ts';
import { findOwnPage } from './firefox-own-page.mjs';
import { driveFirefoxPanel } from './firefox-panel-driver.mjs';
import { until } from './until.ts';

const firefox = ensureFirefox();
if (!firefox) console.warn('Firefox is not installed and cannot be: the journey in Firefox is left out.');

describe.skipIf(!firefox)('the main job in Firefox, as a seller does it', () => {
  let session: FirefoxDemoSession;
  let page: Page;

  beforeAll(async () => {
    session = await startFirefoxDemoSession(firefox as string);
    page = await session.browser.newPage();
  });

  afterAll(async () => {
    await session?.close();
  });

  const openClaim = async (name: DemoClaim) => {
    await page.goto(claimUrl(CLAIMS[name]));
    const panel = driveFirefoxPanel(session.browser, page);
    await panel.waitForPanel(({ status }) => status !== '');
    return panel;
  };

  const analyse = async (name: DemoClaim) => {
    const panel = await openClaim(name);
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    return panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
  };

  it('shows the card in a root that the page cannot open, and has read nothing for it', async () => {
    const panel = await openClaim('a');
    const { text } = await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    expect(text).not.toContain(CLAIMS.a.orderSn);
    const seenByPage = await page.evaluate(() => {
      const element = document.querySelector('[data-refund-lens="panel"]');
      return { isThere: element !== null, root: element?.shadowRoot ?? null, text: element?.textContent };
    });
    expect(seenByPage).toEqual({ isThere: true, root: null, text: '' });
  });

  it('marks the added crack, and counts it in full once the seller has confirmed the place', async () => {
    const { pictures } = await analyse('a');
    expect(pictures[0]?.verdict).toBe('strong');
    const panel = driveFirefoxPanel(session.browser, page);
    await panel.clickInPanel('不是，画面内容变了');
    const confirmed = await panel.waitForPanel((state) => state.pictures[0]?.verdict === 'proof');
    expect(confirmed.text).toContain('铁证');
  });

  it('does not accuse the buyer whose item really is broken', async () => {
    const { pictures } = await analyse('b');
    expect(pictures).toHaveLength(2);
    for (const { verdict } of pictures) expect(['none', 'note']).toContain(verdict);
  });

  it('recognises the picture of another order, and reads the label in the file', async () => {
    await analyse('earlier');
    const { pictures } = await analyse('c');
    expect(pictures[0]?.verdict).toBe('proof');
    expect(pictures[0]?.text).toContain('TC260:AIGC');
    expect(pictures[0]?.text).toContain(CLAIMS.earlier.orderSn);
  });

  it('copies a reply that can be pasted, says what was found and accuses nobody', async () => {
    const panel = await openClaim('c');
    await panel.waitForPanel(({ buttons }) => buttons.includes('复制回复'));
    await panel.clickInPanel('复制回复');
    await panel.waitForPanel(({ text }) => text.includes('已复制'));
    await page.evaluate(() => {
      const box = document.createElement('textarea');
      document.body.append(box);
      box.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const pasted = await page.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('body > textarea:last-child')?.value,
    );
    expect(pasted).toContain('TC260:AIGC');
    expect(pasted).not.toMatch(/骗子|欺诈|造假者|诈骗犯|羊毛党/);
  });

  it('opens the history at this claim, with all the others in its list', async () => {
    const panel = await openClaim('c');
    await panel.waitForPanel(({ status }) => status === 'done');
    await panel.clickInPanel('打开历史');
    const history = await until(() => findOwnPage(session.browser, '/history.html'));
    await until(async () => (await history.text()).includes('TC260:AIGC'));
    // A click into the page permits no screenshot here either.
    await until(async () => (await history.text()).includes('没有页面截图：浏览器没有允许'));
    await history.click('返回列表');
    await until(() => history.click('知道了'));
    for (const { orderSn } of [CLAIMS.a, CLAIMS.b, CLAIMS.c, CLAIMS.earlier])
      await until(async () => (await history.text()).includes(orderSn));
  });

  it('asked no host for anything but the demo’s, apart from what Firefox wants for itself', () => {
    const others = session.proxy.refused.filter((line) => !/\.(mozilla|firefox)\.(com|org|net):/.test(line));
    expect(others).toEqual([]);
  });
});
