import { browser } from 'wxt/browser';

/** Runs one of the extension's scripts in one frame of a page. */
export async function putScript(
  file: '/loader.js' | '/reader.js' | '/panel.js' | '/teach.js',
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
}
