/** The little of the browser's extension API that the loader needs; its own, since a polyfill costs every page more. */
interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<Answer | undefined>;
  };
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } };
}

interface Answer {
  readonly res?: unknown;
  readonly err?: { readonly message?: string };
}

/**
 * Firefox has `browser`; in Chromium an element of the page, and one within it, could have those names. Looked at when it is needed: the browser
 * makes it when it is first looked at, which costs a page about as much as the card.
 */
export function extensionApi(): ExtensionApi {
  const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
  return typeof browser?.runtime?.sendMessage === 'function' ? browser : chrome;
}

/**
 * Sends one message of utils/messages.ts to the background, in the form of the library that receives it.
 * @throws what the background threw, or that the extension is gone from under this page
 */
export async function askBackground(type: string, data?: unknown): Promise<unknown> {
  const answer = await extensionApi().runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
  if (!answer) throw new Error('No response');
  if (answer.err) throw new Error(answer.err.message);
  return answer.res;
}
