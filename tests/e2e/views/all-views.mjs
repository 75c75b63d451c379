import { HISTORY_VIEWS } from './history-views.mjs';
import { PACK_VIEWS } from './pack-views.mjs';
import { LAUNCHER_VIEWS, PANEL_VIEWS, TEACH_VIEWS } from './panel-views.mjs';

/**
 * @typedef {object} View something that a person sees
 * @property {string} name
 * @property {string | null} context the element on somebody else's page that is ours; null where the whole page is
 * @property {(world: import('./view-world.mjs').ViewWorld) => Promise<void>} open shows it on `world.page`, anew
 * @property {(world: import('./view-world.mjs').ViewWorld) => Promise<void>} [close] ends what would go on
 */

/** @type {View} */
const POPUP = {
  name: 'popup',
  context: null,
  async open(world) {
    await world.openOwnPage('/popup.html');
    await world.page.locator('.platform-list li').first().waitFor();
  },
};

/** Before anything was analysed. */
export const FIRST_VIEWS = [
  ...LAUNCHER_VIEWS,
  {
    name: 'history-empty',
    context: null,
    async open(world) {
      await world.set({ hasSeenFirstSteps: true });
      await world.openOwnPage('/history.html');
      await world.page.locator('.empty-state').waitFor();
    },
  },
];

/** With a history of all the demo's claims. */
export const VIEWS = [POPUP, ...HISTORY_VIEWS, ...PACK_VIEWS, ...PANEL_VIEWS, ...TEACH_VIEWS];

/** What every view is shown in: language, colours and width. */
export const SURROUNDINGS = ['zh-CN', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((colorScheme) => [360, 1440].map((width) => ({ language, colorScheme, width }))),
);

/** Half of them, in which every two of language, colours and width still meet: what fails takes no three of them together. */
export const PAIRED_SURROUNDINGS = SURROUNDINGS.filter(
  ({ language, colorScheme, width }) => (language === 'zh-CN') === ((colorScheme === 'light') === (width === 360)),
);

/** Brings the page that is open into one of the surroundings; the language is set before it is opened. */
export async function surround(page, { colorScheme, width }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}
