import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './views/accessibility-faults.mjs';
import { FIRST_VIEWS, PAIRED_SURROUNDINGS, surround, VIEWS } from './views/all-views.mjs';
import { startViewWorld, type ViewWorld } from './views/view-world.mjs';

type View = (typeof VIEWS)[number];

const LANGUAGES = [...new Set(PAIRED_SURROUNDINGS.map(({ language }) => language))];

let world: ViewWorld;

beforeAll(async () => {
  world = await startViewWorld();
});
afterAll(() => world?.close());

/** What axe-core finds in a view; `scripts/screenshot-views.mjs` looks at all that a view can be shown in. */
async function faultsOf(view: View): Promise<string[]> {
  const found = new Set<string>();
  for (const language of LANGUAGES) {
    await world.set({ language });
    await world.page.setViewportSize({ width: 1440, height: 900 });
    await view.open(world);
    for (const surroundings of PAIRED_SURROUNDINGS.filter((one) => one.language === language)) {
      await surround(world.page, surroundings);
      const { colorScheme, width } = surroundings;
      for (const fault of await accessibilityFaults(world.page, view.context))
        found.add(`${language} ${colorScheme} ${width}: ${fault}`);
    }
    await view.close?.(world);
  }
  return [...found];
}

describe('before anything was analysed, axe-core finds nothing in', () => {
  it.each(FIRST_VIEWS.map((view) => [view.name, view] as const))('%s', async (_, view) => {
    expect(await faultsOf(view)).toEqual([]);
  });
});

describe('with a history, axe-core finds nothing in', () => {
  beforeAll(async () => {
    await world.set({ language: 'zh-CN' });
    const queue = await world.checkAllClaims('.queue-view[data-status="running"]');
    expect(await accessibilityFaults(queue, null)).toEqual([]);
    await queue.locator('.queue-view[data-status="done"]').waitFor({ timeout: 170_000 });
    await queue.close();
  }, 300_000);

  it.each(VIEWS.map((view) => [view.name, view] as const))('%s', async (_, view) => {
    expect(await faultsOf(view)).toEqual([]);
  });
});
