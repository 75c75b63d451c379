import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireInBackground } from './browser-controls.mjs';
import { type DemoSession, startDemoSession } from './demo-session.ts';

let session: DemoSession;

beforeAll(async () => {
  session = await startDemoSession();
});

afterAll(() => session.close());

describe('the key for 分析', () => {
  it('does on the page of a claim what the button does, before and after the panel is there', async () => {
    const panel = await session.openClaim('b');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await session.page.bringToFront();
    await fireInBackground(session.context, 'commands.onCommand', 'analyse');
    await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
    await fireInBackground(session.context, 'commands.onCommand', 'analyse');
    await panel.waitForPanel(({ status }) => status === 'running');
    await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
  });

  it('leads elsewhere to the other ways in', async () => {
    const elsewhere = await session.context.newPage();
    await elsewhere.goto('about:blank');
    await elsewhere.bringToFront();
    const opening = session.context.waitForEvent('page', { timeout: 15_000 }).then(
      (opened) => opened.url(),
      () => 'popup',
    );
    await fireInBackground(session.context, 'commands.onCommand', 'analyse');
    expect(await opening).toMatch(/popup|history\.html#new/);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
