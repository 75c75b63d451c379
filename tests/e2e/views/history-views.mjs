import { CLAIMS } from '../../demo/claims.mjs';

/** @typedef {import('./all-views.mjs').View} View */

const TEMPLATE = { id: 'own', name: '补拍请求', body: '您好，订单 {订单号}，请补拍。' };
const NO_SETTINGS = { hasSeenFirstSteps: true, templates: [], panel: { side: 'right', foldedOn: [] } };

/** @type {readonly View[]} */
export const HISTORY_VIEWS = [
  own('history-first-steps', async (world) => {
    await world.set({ hasSeenFirstSteps: false });
    await openTab(world, 'cases');
    await world.page.locator('.first-steps').waitFor();
  }),
  own('history-cases', async (world) => {
    await openTab(world, 'cases');
    await world.page.locator('[data-row="3"]').waitFor();
  }),
  own('history-no-match', async (world) => {
    await openTab(world, 'cases');
    await world.page.locator('[data-row="3"]').waitFor();
    await world.page.locator('input[type="search"]').fill('zzzz');
    await world.page.locator('.empty-state').waitFor();
  }),
  own('history-case', (world) => world.openCase(CLAIMS.a)),
  own('history-case-genuine', (world) => world.openCase(CLAIMS.b)),
  own('history-case-problems', (world) => world.openCase(CLAIMS.bad)),
  own('history-case-folds', async (world) => {
    await world.openCase(CLAIMS.a);
    await openFolds(world, '.case-detail details');
    await world.page.locator('.inspection-frame').first().waitFor();
  }),
  ...['2', '3', '4', '5', '['].map((key) =>
    own(`history-case-compare-${key === '[' ? 'place' : key}`, async (world) => {
      await world.openCase(CLAIMS.a);
      await world.page.locator('.compare-view').first().waitFor();
      await world.page.keyboard.press(key);
    }),
  ),
  own('history-case-enlarged', async (world) => {
    await world.openCase(CLAIMS.a);
    await world.page.locator('.compare-view').first().waitFor();
    await world.page.keyboard.press('e');
    await world.page.locator('.modal .compare-view').waitFor();
  }),
  own('history-case-keys', async (world) => {
    await world.openCase(CLAIMS.a);
    await world.page.keyboard.press('?');
    await world.page.locator('.modal').waitFor();
  }),
  own('history-case-reply', async (world) => {
    await world.openCase(CLAIMS.a);
    await world.page.locator('.rebuttal-box [aria-expanded]').click();
    await world.page.locator('.rebuttal-editor textarea').waitFor();
  }),
  own('history-case-blur', async (world) => {
    await world.openCase(CLAIMS.a);
    await openFolds(world, '.evidence-pack details');
    await world.page.locator('.blur-surface').first().focus();
    await world.page.keyboard.press('Enter');
    await world.page.locator('.blur-surface .region-outline').first().waitFor();
  }),
  own('history-case-delete', async (world) => {
    await world.openCase(CLAIMS.a);
    await world.page.locator('.case-detail-handling > .button.is-quiet').last().click();
    await world.page.locator('.modal.is-question').waitFor();
  }),
  own('history-gone', async (world) => {
    await world.openOwnPage('/history.html#case=pinduoduo%3A404');
    await world.page.locator('.empty-state').waitFor();
  }),
  own('history-buyers', async (world) => {
    await openTab(world, 'buyers');
    await world.page.locator('.case-table').waitFor();
  }),
  own('history-buyer', async (world) => {
    await openTab(world, 'buyers');
    await world.page.locator('.case-table .is-link').first().click();
    await world.page.locator('.buyer-detail').waitFor();
  }),
  own('history-figures', async (world) => {
    await openTab(world, 'figures');
    await openFolds(world, '.month-charts details');
  }),
  own('history-new-check', async (world) => {
    await openTab(world, 'newCheck');
    await world.page
      .locator('[data-picker="evidence"]')
      .setInputFiles([world.pictureFile('cracked.jpg'), world.pictureFile('not-an-image.jpg')]);
    await world.page.locator('.file-thumbnail').waitFor();
  }),
  own('history-packing', async (world) => {
    await openTab(world, 'packing');
    await world.page.locator('[role="tabpanel"] :is(form, table, input)').first().waitFor();
  }),
  own('history-queue', async (world) => {
    await openTab(world, 'queue');
    await world.page.locator('.queue-view').waitFor();
  }),
  own('history-data', async (world) => {
    await openTab(world, 'data');
    await world.page.locator('.data-sections').waitFor();
  }),
  own('history-settings', async (world) => {
    await world.set({ templates: [TEMPLATE], panel: { side: 'right', foldedOn: ['mms.pinduoduo.com'] } });
    await openTab(world, 'settings');
    await openFolds(world, '.settings-page details');
    await world.page.locator('.own-templates .button.is-link').first().click();
    await world.page.locator('.template-editor').waitFor();
  }),
];

/** @returns {View} */
function own(name, show) {
  return {
    name,
    context: null,
    async open(world) {
      await world.set(NO_SETTINGS);
      await show(world);
    },
  };
}

async function openTab(world, tab) {
  await world.openOwnPage('/history.html');
  await world.page.locator(`[data-tab="${tab}"]`).click();
}

async function openFolds(world, selector) {
  await world.page.locator(selector).first().waitFor();
  // A fold may bring others with it.
  for (let round = 0; round < 3; round++) {
    await world.page.locator(selector).evaluateAll((folds) => {
      for (const fold of folds) fold.open = true;
    });
  }
}
