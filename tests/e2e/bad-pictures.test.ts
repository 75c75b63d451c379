import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, type PanelDriver, startDemoSession } from './demo-session.ts';

let session: DemoSession;
let panel: PanelDriver;

beforeAll(async () => {
  session = await startDemoSession();
  panel = await session.openClaim('bad');
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.clickInPanel('分析');
});

afterAll(() => session.close());

describe('a claim of pictures that cannot be read', () => {
  it('answers for those that arrived while one never does', async () => {
    const { status, pictures } = await panel.waitForPanel(
      ({ pictures }) => pictures.filter(({ problem }) => problem).length >= 7,
    );
    expect(status).toBe('running');
    expect(pictures).toHaveLength(8);
  });

  it('can be cancelled at once, keeps what was found, and goes on later', async () => {
    await panel.clickInPanel('取消');
    const cancelled = await panel.waitForPanel(({ status }) => status === 'cancelled', { timeoutMs: 5_000 });
    expect(cancelled.pictures.filter(({ problem }) => problem).length).toBeGreaterThanOrEqual(7);
    await panel.clickInPanel('重新分析');
    await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 60_000 });
  });

  it('gives each its own line, saying what happened', async () => {
    const { pictures } = await panel.waitForPanel(({ status }) => status === 'done');
    const lines = pictures.map(({ problem }) => problem);
    expect(lines.every(Boolean)).toBe(true);
    expect(new Set(lines).size).toBe(8);
    expect(lines.join('\n')).toMatch(
      /不是图片[\s\S]*不完整[\s\S]*像素太多[\s\S]*0 字节[\s\S]*403[\s\S]*404[\s\S]*网页[\s\S]*没有传来/,
    );
  });

  it('judges none of them', async () => {
    const { pictures } = await panel.waitForPanel(({ status }) => status === 'done');
    for (const { verdict } of pictures) expect(['cannot-judge', 'note']).toContain(verdict);
  });
});
