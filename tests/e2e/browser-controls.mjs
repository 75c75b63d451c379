// What a person does outside of pages: the toolbar button, the menu over a picture, a key of the extension.

/**
 * Clicks the extension's button in the toolbar over a page. The browser then permits the extension to look at that tab.
 * @param {import('playwright-core').Page} page
 * @param {string} extensionId
 */
export async function clickToolbarButton(page, extensionId) {
  await page.bringToFront();
  const session = await page.context().browser().newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  await session.detach();
}

/**
 * Has the background hear that a menu entry or a key was chosen on the tab in front: no test reaches the browser's menus.
 * @param {import('playwright-core').BrowserContext} context
 * @param {'contextMenus.onClicked' | 'commands.onCommand'} event
 * @param {unknown} detail the event's first argument
 */
export async function fireInBackground(context, event, detail) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(
    async ([area, name, first]) => {
      const [tab] = await globalThis.chrome.tabs.query({ active: true, lastFocusedWindow: true });
      globalThis.chrome[area][name].dispatch(first, tab);
    },
    [...event.split('.'), detail],
  );
}
