// What befalls a browser and an extension in it: done on purpose, over the debugging protocol.

/**
 * Stops the extension's service worker, as the browser does when it is idle or short of memory.
 * @param {import('playwright-core').Page} ownPage an open page of the extension
 */
export async function stopServiceWorker(ownPage) {
  const session = await ownPage.context().newCDPSession(ownPage);
  const stopped = new Promise((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

/**
 * Has the analysis worker throw where nobody catches it. A crash of the worker reaches its host the same way.
 * @param {import('playwright-core').BrowserContext} context
 * @throws when no offscreen page is open or no worker runs in it
 */
export async function crashAnalysisWorker(context) {
  await runInAnalysisWorker(context, 'setTimeout(() => { throw new Error("crashed on purpose"); })');
}

/**
 * Ends the analysis worker without a word: no error reaches its host, as when something else ends it.
 * @param {import('playwright-core').BrowserContext} context
 * @throws when no offscreen page is open or no worker runs in it
 */
export async function endAnalysisWorkerSilently(context) {
  await runInAnalysisWorker(context, 'self.close()');
}

async function runInAnalysisWorker(context, expression) {
  const session = await context.browser().newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const offscreen = targetInfos.find(
    ({ url }) => url.endsWith('/offscreen.html') && url.startsWith('chrome-extension:'),
  );
  if (!offscreen) throw new Error('No offscreen page is open');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: offscreen.targetId, flatten: false });
  const command = (method, params) => JSON.stringify({ id: 1, method, params });
  const worker = new Promise((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { method, params } = JSON.parse(message);
      if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'worker') resolve(params.sessionId);
    });
  });
  const autoAttach = command('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await session.send('Target.sendMessageToTarget', { sessionId, message: autoAttach });
  const evaluation = command('Runtime.evaluate', { expression });
  const inWorker = command('Target.sendMessageToTarget', { sessionId: await worker, message: evaluation });
  await session.send('Target.sendMessageToTarget', { sessionId, message: inWorker });
  await session.detach();
}

/**
 * Ends the whole browser at once, with nothing written that was not: a power cut, or the task manager.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function killBrowser(context) {
  const browser = context.browser();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
  await gone;
}

/**
 * Loads the extension anew over the running one, which is what an update does to it: every context of the old one ends.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} extensionDir the folder it was loaded from
 */
export async function reloadExtension(context, extensionDir) {
  const session = await context.browser().newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked', { path: extensionDir });
  await session.detach();
}
