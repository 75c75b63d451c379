// What befalls Firefox and an extension in it: done on purpose, by scripts with the browser's own rights.
import { findOwnPage } from './firefox-own-page.mjs';
import { until } from './until.ts';

const EXTENSION_ID = 'refund-lens@refund-lens.dev';

/** Calls a function in the browser's own window; its answer has to be text. */
async function callInBrowser(browser, declaration, ...given) {
  const send = async (method, params) => (await browser.connection.send(method, params)).result;
  const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  const answer = await send('script.callFunction', {
    functionDeclaration: String(declaration),
    awaitPromise: true,
    target: { context: window.context },
    arguments: given.map((value) => ({ type: 'string', value })),
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/**
 * Ends the extension's background page, and with it the analysis worker, as Firefox does when it has been idle.
 * @returns {Promise<string>} its state afterwards
 */
export function endBackgroundPage(browser) {
  return callInBrowser(
    browser,
    async (id) => {
      const { extension } = globalThis.WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    },
    EXTENSION_ID,
  );
}

/**
 * Has the background page keep the analysis workers that it starts from now on, for the two faults below. It forgets them
 * when it ends.
 * @param {{ ask: (declaration: Function) => Promise<any> }} ownPage an open page of the extension, which shares its process
 */
export function holdAnalysisWorkers(ownPage) {
  const hold = async () => {
    // A page that has just been opened has no interface of the extension yet.
    const background = await globalThis.browser?.runtime.getBackgroundPage();
    if (!background) return false;
    background.Worker = class extends background.Worker {
      constructor(...given) {
        super(...given);
        background.heldWorker = this;
      }
    };
    return true;
  };
  return until(() => ownPage.ask(hold));
}

/** Has the analysis worker throw where nobody catches it: what it is sent is no request. */
export function crashAnalysisWorker(ownPage) {
  return ownPage.ask(async () => {
    const { heldWorker } = await globalThis.browser.runtime.getBackgroundPage();
    heldWorker.postMessage(null);
    return true;
  });
}

/** Ends the analysis worker without a word: no error reaches its host, as when something else ends it. */
export function endAnalysisWorkerSilently(ownPage) {
  return ownPage.ask(async () => {
    const { heldWorker } = await globalThis.browser.runtime.getBackgroundPage();
    heldWorker.terminate();
    return true;
  });
}

/** Kills the process that all pages and workers of extensions run in. */
export async function killExtensionProcess(browser) {
  const pids = await callInBrowser(browser, async () => {
    const { children } = await globalThis.ChromeUtils.requestProcInfo();
    return children
      .filter(({ type }) => type === 'extension')
      .map(({ pid }) => pid)
      .join(' ');
  });
  if (pids === '') throw new Error('No process of extensions runs');
  for (const pid of pids.split(' ')) process.kill(Number(pid), 'SIGKILL');
}

/** Opens a page of the extension in a tab, which no page and no test may do from outside, and waits until it has loaded. */
export async function openOwnPage(browser, path) {
  await callInBrowser(
    browser,
    async (id, path) => {
      const { gBrowser, WebExtensionPolicy } = globalThis;
      gBrowser.addTrustedTab(WebExtensionPolicy.getByID(id).getURL(path));
      return '';
    },
    EXTENSION_ID,
    path,
  );
  return until(async () => {
    const own = await findOwnPage(browser, path);
    // The tab has its address before it has a document with a body.
    return own && (await own.ask(() => document.readyState === 'complete')) ? own : null;
  });
}
