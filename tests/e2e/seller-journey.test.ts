import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, LIST_URL } from '../demo/claims.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';
import { drivePanel } from './panel-driver.mjs';

let session: DemoSession;

beforeAll(async () => {
  session = await startDemoSession();
});

afterAll(() => session.close());

/** Addresses of the claim's own pictures that were asked for since a moment. */
const pictureRequestsSince = (start: number) =>
  session.requests.slice(start).filter(({ url }) => url.includes('/gaudit-image/'));

describe('the main job, as a seller does it', () => {
  it('reads nothing before the seller turns to it, and shows the card in a root that the page cannot open', async () => {
    const panel = await session.openClaim('a');
    const { text, buttons } = await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    expect(buttons).toEqual(['分析']);
    expect(text).not.toContain(CLAIMS.a.orderSn);
    await panel.pointInPanel('分析');
    const read = await panel.waitForPanel((state) => state.text.includes(CLAIMS.a.orderSn));
    expect(read.text).toContain('1 张凭证图片');
    expect(read.buttons).toEqual(['分析']);
    const seenByPage = await session.page.evaluate(() => {
      const element = document.querySelector('[data-refund-lens="panel"]');
      return { isThere: element !== null, root: element?.shadowRoot ?? null, text: element?.textContent };
    });
    expect(seenByPage).toEqual({ isThere: true, root: null, text: '' });
  });

  it('fetches the original behind the thumbnail, and nothing before the click', async () => {
    const start = session.requests.length;
    const panel = await session.openClaim('a');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    const before = pictureRequestsSince(start);
    expect(before.every(({ url }) => url.includes('imageMogr2/thumbnail'))).toBe(true);
    await analyse(panel);
    const originals = pictureRequestsSince(start + before.length).filter(({ url }) => !url.includes('?'));
    expect(originals.map(({ method }) => method)).toContain('GET');
  });

  it('marks the added crack on the listing picture, and counts it in full once the seller has confirmed the place', async () => {
    const panel = await session.openClaim('a');
    const found = await panel.waitForPanel(({ status }) => status === 'done');
    expect(found.pictures[0]?.verdict).toBe('strong');
    await panel.clickInPanel('不是，画面内容变了');
    const confirmed = await panel.waitForPanel(({ pictures }) => pictures[0]?.verdict === 'proof');
    expect(confirmed.text).toContain('铁证');
  });

  it('does not accuse the buyer whose item really is broken', async () => {
    const panel = await session.openClaim('b');
    const { pictures } = await analyse(panel);
    expect(pictures).toHaveLength(2);
    for (const { verdict } of pictures) expect(['none', 'note']).toContain(verdict);
  });

  it('needs two clicks from 分析 to a reply on the clipboard', async () => {
    const panel = await session.openClaim('earlier');
    await session.page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    let clickCount = 0;
    const click = (name: string): Promise<void> => {
      clickCount++;
      return panel.clickInPanel(name);
    };
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await click('分析');
    await panel.waitForPanel(({ status, buttons }) => status === 'done' && buttons.includes('复制回复'), {
      timeoutMs: 90_000,
    });
    await click('复制回复');
    await panel.waitForPanel(({ text }) => text.includes('已复制'));
    expect(await session.page.evaluate(() => navigator.clipboard.readText())).toContain(CLAIMS.earlier.orderSn);
    expect(clickCount).toBe(2);
  });

  it('recognises the picture of the order before, and reads the label in the file', async () => {
    const { pictures } = await analyse(await session.openClaim('c'));
    expect(pictures[0]?.verdict).toBe('proof');
    expect(pictures[0]?.findings.length).toBeGreaterThanOrEqual(2);
    expect(pictures[0]?.text).toContain('TC260:AIGC');
    expect(pictures[0]?.text).toContain(CLAIMS.earlier.orderSn);
  });

  it('copies a reply that says what was found and accuses nobody', async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ buttons }) => buttons.includes('复制回复'));
    await panel.clickInPanel('复制回复');
    await panel.waitForPanel(({ text }) => text.includes('已复制'));
    const copied = await session.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('TC260:AIGC');
    expect(copied).not.toMatch(/骗子|欺诈|造假者|诈骗犯|羊毛党/);
  });

  it('shows the stored result at once when the claim is opened again, and fetches nothing', async () => {
    const start = session.requests.length;
    const panel = await session.openClaim('c');
    const { pictures } = await panel.waitForPanel(({ status }) => status === 'done');
    expect(pictures[0]?.verdict).toBe('proof');
    expect(pictureRequestsSince(start).filter(({ url }) => !url.includes('?'))).toEqual([]);
  });

  it('speaks English when asked, and remembers it', async () => {
    const panel = await session.openClaim('c');
    await panel.waitForPanel(({ status }) => status === 'done');
    await panel.clickInPanel('English');
    const { text } = await panel.waitForPanel(({ buttons }) => buttons.includes('Copy reply'));
    expect(text).toContain('Proof');
    await panel.clickInPanel('中文');
    await panel.waitForPanel(({ buttons }) => buttons.includes('复制回复'));
  });

  it('keeps the claims in the history, with their verdicts', async () => {
    const history = await session.openOwnPage('/history.html');
    await history.getByText(CLAIMS.c.orderSn).first().waitFor();
    const text = await history.locator('body').innerText();
    for (const { orderSn } of [CLAIMS.a, CLAIMS.b, CLAIMS.c, CLAIMS.earlier]) expect(text).toContain(orderSn);
    await history.getByText(CLAIMS.c.orderSn).first().click();
    await history.getByText('TC260:AIGC').first().waitFor();
    await history.goBack();
    await history.getByRole('tab', { name: /买家/ }).click();
    await history.getByRole('row', { name: /青.*2/ }).waitFor();
    await history.close();
  });

  it('follows the page to another claim without a reload', async () => {
    await session.page.goto(LIST_URL);
    const panel = await drivePanel(session.page);
    await session.page.locator(`a[href*="${CLAIMS.b.id}"]`).first().click();
    const { text } = await panel.waitForPanel((state) => state.text.includes(CLAIMS.b.orderSn));
    expect(text).not.toContain(CLAIMS.c.orderSn);
    expect(await session.page.locator('[data-refund-lens="panel"]').count()).toBe(1);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
