import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS } from '../demo/claims.mjs';
import { analyse, type DemoSession, type PanelDriver, startDemoSession } from './demo-session.ts';
import { openClosedRoot } from './views/open-closed-root.mjs';

const PANEL = '[data-refund-lens="panel"]';

let session: DemoSession;
let panel: PanelDriver;

beforeAll(async () => {
  session = await startDemoSession();
  panel = await session.openClaim('a');
  await analyse(panel);
  await openClosedRoot(session.page, 'panel');
  await inPanel((root) => root.querySelector<HTMLElement>('.panel-scroll')?.focus());
  await until('.compare-view');
});

afterAll(() => session?.close());

/** Runs in the page, with the panel's root. */
function inPanel<Result>(look: (root: ShadowRoot) => Result): Promise<Result> {
  return session.page.evaluate(
    `(${look})(document.querySelector('${PANEL}').shadowRoot)` as unknown as () => Result,
  ) as Promise<Result>;
}

const until = (selector: string) =>
  session.page.waitForFunction(
    ([host, wanted]) => document.querySelector(host as string)?.shadowRoot?.querySelector(wanted as string),
    [PANEL, selector],
  );
const gone = (selector: string) =>
  session.page.waitForFunction(
    ([host, wanted]) => !document.querySelector(host as string)?.shadowRoot?.querySelector(wanted as string),
    [PANEL, selector],
  );
const press = (key: string) => session.page.keyboard.press(key);
const mode = () => inPanel((root) => root.querySelector<HTMLElement>('.compare-view')?.dataset.mode);
const focused = () => inPanel((root) => (root.activeElement as HTMLElement | null)?.innerText.trim().slice(0, 12));

describe('one key in the panel', () => {
  it.each([
    ['2', 'slider'],
    ['3', 'blink'],
    ['4', 'onion'],
    ['5', 'difference'],
    ['1', 'side'],
  ])('%s compares by %s', async (key, expected) => {
    await press(key);
    expect(await mode()).toBe(expected);
  });

  it('steps from the marked place to the whole picture and back', async () => {
    const place = () =>
      inPanel((root) => {
        const chosen = [...root.querySelectorAll<HTMLInputElement>('.compare-view input[type="radio"]:checked')];
        return chosen.at(-1)?.parentElement?.innerText.trim();
      });
    expect(await place()).toBe('位置 1');
    await press('[');
    expect(await place()).toBe('整张');
    await press(']');
    expect(await place()).toBe('位置 1');
  });

  it('moves the divider with the arrows of the slider', async () => {
    await press('2');
    await inPanel((root) => root.querySelector<HTMLElement>('.compare-view input[type="range"]')?.focus());
    const amount = () => inPanel((root) => Number(root.querySelector<HTMLInputElement>('input[type="range"]')?.value));
    const before = await amount();
    await press('ArrowRight');
    expect(await amount()).toBe(before + 1);
  });

  it('enlarges the comparison, keeps the focus in it, and gives it back on Escape', async () => {
    await press('e');
    await until('.modal .compare-view');
    for (let tab = 0; tab < 12; tab++) {
      await press('Tab');
      // A guard at the end of the dialog sends the focus back in the next frame.
      await expect
        .poll(() => inPanel((root) => root.activeElement?.closest('.modal') instanceof Element), {
          message: `after ${tab + 1} tabs`,
        })
        .toBe(true);
    }
    await press('3');
    expect(await inPanel((root) => root.querySelector<HTMLElement>('.modal .compare-view')?.dataset.mode)).toBe(
      'blink',
    );
    await press('Escape');
    await gone('.modal');
    expect(await focused()).toBe('放大');
  });

  it('opens and closes the comparison and what a finding means, and walks from finding to finding', async () => {
    await press('c');
    await gone('.compare-view');
    await press('c');
    await until('.compare-view');
    await press('m');
    expect(await inPanel((root) => root.querySelector<HTMLDetailsElement>('.finding > details')?.open)).toBe(true);
    await press('j');
    const isOnFinding = () => inPanel((root) => root.activeElement?.classList.contains('finding') ?? false);
    const findings = await inPanel((root) => root.querySelectorAll('.finding').length);
    expect(await isOnFinding()).toBe(findings > 1);
    await press('k');
  });

  it('says that the change is no drawing, takes it back, and says that it may be one', async () => {
    const word = () => inPanel((root) => root.querySelector<HTMLElement>('.finding')?.dataset.review);
    await press('y');
    await until('.finding[data-review="confirmed"]');
    await press('u');
    await until('.finding[data-review="none"] .region-confirm');
    await press('n');
    await until('.finding[data-review="wrong"]');
    expect(await word()).toBe('wrong');
  });

  it('loses no key, however soon one follows upon another', async () => {
    for (let round = 0; round < 10; round++) {
      await press('u');
      await until('.finding[data-review="none"] .region-confirm');
      await press(round % 2 ? 'y' : 'n');
      await until(`.finding[data-review="${round % 2 ? 'confirmed' : 'wrong'}"]`);
    }
  });

  it('copies the reply', async () => {
    await press('r');
    await until('.copy-status[data-copied="true"]');
    expect(await session.page.evaluate(() => navigator.clipboard.readText())).toContain(CLAIMS.a.orderSn);
  });

  it('lists the keys', async () => {
    await press('?');
    await until('.key-list');
    expect((await panel.readPanel())?.text).toContain('下一条发现');
    await press('Escape');
    await gone('.modal');
  });

  it('is a letter while the reply is edited', async () => {
    await inPanel((root) => root.querySelector<HTMLElement>('.rebuttal-box [aria-expanded]')?.click());
    await until('.rebuttal-editor textarea');
    await inPanel((root) => root.querySelector<HTMLTextAreaElement>('textarea')?.focus());
    await press('3');
    expect(await mode()).not.toBe('blink');
    expect(await inPanel((root) => root.querySelector<HTMLTextAreaElement>('textarea')?.value)).toContain('3');
  });
});

describe('keys in the history', () => {
  it('open a claim, put the focus into it, and lead back to its row', async () => {
    const history = await session.openOwnPage('/history.html');
    await history.locator('[data-row="0"] button').focus();
    await history.keyboard.press('Enter');
    await history.locator('.case-detail[data-status="done"]').waitFor();
    expect(await history.evaluate(() => document.activeElement?.className)).toBe('case-detail');
    await history.keyboard.press('c');
    await history.locator('.compare-view').waitFor();
    await history.keyboard.press('4');
    await history.locator('.compare-view[data-mode="onion"]').waitFor();
    await history.getByRole('button', { name: '返回列表' }).focus();
    await history.keyboard.press('Enter');
    await expect
      .poll(() => history.evaluate(() => document.activeElement?.closest('tr')?.dataset.row ?? null))
      .toBe('0');
  });

  it('move between the lists with the arrows', async () => {
    const history = await session.openOwnPage('/history.html');
    await history.locator('[data-tab="cases"]').focus();
    await history.keyboard.press('ArrowRight');
    await history.keyboard.press('Enter');
    await history.locator('[data-tab="buyers"][aria-selected="true"]').waitFor();
  });

  it('ask before deleting, and give the focus back', async () => {
    const history = await session.openOwnPage('/history.html');
    await history.locator('[data-row="0"] button').click();
    const remove = history.getByRole('button', { name: '删除这一单' });
    await remove.focus();
    await history.keyboard.press('Enter');
    await history.getByRole('alertdialog').waitFor();
    await history.keyboard.press('Escape');
    await history.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await expect.poll(() => history.evaluate(() => document.activeElement?.textContent)).toBe('删除这一单');
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
