// Draws every view in both languages, light and dark, narrow and wide, from a real browser with the extension, and says
// what axe-core finds in it. The pictures are to be looked at: .cache/views/<view>-<language>-<colours>-<width>.png
// Usage: node scripts/screenshot-views.mjs [--profile FOLDER] [name…]   a name is how the views' own names begin;
// a profile is kept, and the claims in it are not analysed again.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { accessibilityFaults } from '../tests/e2e/views/accessibility-faults.mjs';
import { FIRST_VIEWS, SURROUNDINGS, surround, VIEWS } from '../tests/e2e/views/all-views.mjs';
import { startViewWorld } from '../tests/e2e/views/view-world.mjs';

const OUT = resolve(import.meta.dirname, '../.cache/views');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { profile: { type: 'string' } } });
const isKept = values.profile !== undefined && existsSync(values.profile);

mkdirSync(OUT, { recursive: true });
const world = await startViewWorld(values.profile ? { profileDir: resolve(values.profile) } : {});
let faultCount = 0;
try {
  if (!isKept) {
    for (const view of FIRST_VIEWS.filter(isWanted)) await draw(view);
    await world.set({ language: 'zh-CN' });
    await (await world.checkAllClaims('.queue-view[data-status="done"]')).close();
  }
  for (const view of VIEWS.filter(isWanted)) await draw(view);
} finally {
  await world.close();
}
console.log(`${OUT}: ${faultCount} faults`);
process.exitCode = faultCount === 0 ? 0 : 1;

function isWanted({ name }) {
  return positionals.length === 0 || positionals.some((part) => name.startsWith(part));
}

async function draw(view) {
  for (const language of new Set(SURROUNDINGS.map((one) => one.language))) {
    await world.set({ language });
    await world.page.setViewportSize({ width: 1440, height: 900 });
    try {
      await view.open(world);
    } catch (error) {
      faultCount++;
      console.log(`${view.name} ${language}: ${error}`);
      continue;
    }
    for (const surroundings of SURROUNDINGS.filter((one) => one.language === language)) {
      const name = [view.name, language, surroundings.colorScheme, surroundings.width].join('-');
      await surround(world.page, surroundings);
      const faults = await accessibilityFaults(world.page, view.context);
      for (const fault of faults) console.log(`${name}: ${fault}`);
      faultCount += faults.length;
      // What is fixed to the window would stand somewhere on a longer picture.
      const isWhole = view.context === null && (await world.page.locator('.modal').count()) === 0;
      await world.page.screenshot({ path: join(OUT, `${name}.png`), fullPage: isWhole });
    }
    await view.close?.(world);
  }
  console.log(`drawn: ${view.name}`);
}
