import { CLAIMS, claimUrl, LIST_URL } from '../../demo/claims.mjs';

/** @typedef {import('./all-views.mjs').View} View */

const PANEL = '[data-refund-lens="panel"]';
const TEACH = '[data-refund-lens="teach"]';

/** Of a seller who has analysed nothing yet. @type {readonly View[]} */
export const LAUNCHER_VIEWS = [
  { name: 'launcher-claim', context: PANEL, open: (world) => world.openSellerPage(claimUrl(CLAIMS.b)) },
  { name: 'launcher-list', context: PANEL, open: (world) => world.openSellerPage(LIST_URL) },
  {
    name: 'launcher-not-ready',
    context: PANEL,
    open: (world) => world.openSellerPage('https://mms.pinduoduo.com/aftersales-ssr/detail?id=1&orderSn=261110-1'),
  },
];

/** @type {readonly View[]} */
export const PANEL_VIEWS = [
  panel('panel-altered', CLAIMS.a),
  panel('panel-genuine', CLAIMS.b),
  panel('panel-generated', CLAIMS.c),
  panel('panel-problems', CLAIMS.bad),
  ...['2', '3', '4', '5', '[', 'm'].map((key) =>
    panel(`panel-key-${key === '[' ? 'place' : key}`, CLAIMS.a, async ({ page }) => {
      await inRoot(page, '.compare-view');
      await focusIn(page, '.panel-scroll');
      await page.keyboard.press(key);
    }),
  ),
  panel('panel-enlarged', CLAIMS.a, async ({ page }) => {
    await inRoot(page, '.compare-view');
    await focusIn(page, '.panel-scroll');
    await page.keyboard.press('e');
    await inRoot(page, '.modal .compare-view');
  }),
  panel('panel-picture', CLAIMS.a, async ({ page }) => {
    await pressIn(page, '.picture-open');
    await inRoot(page, '.modal canvas');
  }),
  panel('panel-keys', CLAIMS.a, async ({ page }) => {
    await focusIn(page, '.panel-scroll');
    await page.keyboard.press('?');
    await inRoot(page, '.modal');
  }),
  panel('panel-reply', CLAIMS.a, async ({ page }) => {
    await pressIn(page, '.rebuttal-box [aria-expanded]');
    await inRoot(page, '.rebuttal-editor textarea');
  }),
  panel('panel-details', CLAIMS.b, async ({ page }) => {
    await openFolds(page);
    await inRoot(page, '.inspection-frame');
  }),
  panel('panel-listing', CLAIMS.b, async ({ page }) => {
    await openFolds(page, '.listing-pictures, .claim-facts details');
  }),
  panel('panel-collapsed', CLAIMS.a, ({ page }) => pressIn(page, '.panel-header [aria-expanded]')),
  {
    name: 'panel-running',
    context: PANEL,
    async open(world) {
      await openPanel(world, CLAIMS.bad);
      // One of its pictures never arrives, so the run stays for as long as a request may take.
      await pressIn(world.page, '.panel-actions .button');
      await inRoot(world.page, '.run-progress');
    },
    async close({ page }) {
      await pressIn(page, '.panel-actions .button');
      await inRoot(page, '.run-note');
    },
  },
  panel('panel-cancelled', CLAIMS.bad),
];

/** @type {readonly View[]} */
export const TEACH_VIEWS = [
  {
    name: 'teach-pointing',
    context: TEACH,
    async open(world) {
      await world.openSellerPage(claimUrl(CLAIMS.a));
      await world.openTeaching();
    },
  },
  {
    name: 'teach-review',
    context: TEACH,
    async open(world) {
      await world.openSellerPage(claimUrl(CLAIMS.a));
      await world.openTeaching();
      const steps = await world.page.evaluate(
        (host) => document.querySelector(host).shadowRoot.querySelectorAll('.teach-steps button').length,
        TEACH,
      );
      await pressIn(world.page, '.teach-steps li:last-child button', TEACH);
      for (let step = 0; step < steps; step++) {
        const isThere = await world.page.evaluate(
          (host) => document.querySelector(host).shadowRoot.querySelector('.teach-save') !== null,
          TEACH,
        );
        if (isThere) break;
        await pressIn(world.page, '.teach-buttons .is-primary', TEACH);
      }
      await inRoot(world.page, '.teach-save', TEACH);
    },
  },
];

/** @returns {View} */
function panel(name, claim, act) {
  return {
    name,
    context: PANEL,
    async open(world) {
      await openPanel(world, claim);
      await act?.(world);
    },
  };
}

async function openPanel(world, claim) {
  await world.set({ panel: { side: 'right', foldedOn: [] } });
  // The stored result takes the place of the card, with a root of its own.
  await world.openSellerPage(claimUrl(claim), ({ status }) => status === 'done' || status === 'cancelled');
  await world.page.waitForFunction(
    (host) => !document.querySelector(host).shadowRoot.querySelector('.picture-canvas[data-loading="true"]'),
    PANEL,
  );
}

function inRoot(page, selector, host = PANEL) {
  return page.waitForFunction(
    ([name, wanted]) => document.querySelector(name)?.shadowRoot?.querySelector(wanted),
    [host, selector],
  );
}

async function pressIn(page, selector, host = PANEL) {
  await inRoot(page, selector, host);
  await page.evaluate(
    ([name, wanted]) => document.querySelector(name).shadowRoot.querySelector(wanted).click(),
    [host, selector],
  );
}

async function focusIn(page, selector) {
  await inRoot(page, selector);
  await page.evaluate(
    ([name, wanted]) => document.querySelector(name).shadowRoot.querySelector(wanted).focus(),
    [PANEL, selector],
  );
}

async function openFolds(page, selector = 'details') {
  await inRoot(page, selector);
  for (let round = 0; round < 3; round++) {
    await page.evaluate(
      ([name, wanted]) => {
        for (const fold of document.querySelector(name).shadowRoot.querySelectorAll(wanted)) fold.open = true;
      },
      [PANEL, selector],
    );
  }
}
