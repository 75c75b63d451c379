/** The little of the browser's extension API that the loader needs; its own, since a polyfill costs every page more. */
interface ExtensionApi {
  readonly runtime: {
    readonly id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<Answer | undefined>;
    readonly onMessage: {
      addListener(listener: Listener): void;
      removeListener(listener: Listener): void;
    };
  };
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } };
}

interface Answer {
  readonly res?: unknown;
  readonly err?: { readonly message?: string };
}

export interface HeardMessage {
  readonly type?: unknown;
  readonly data?: unknown;
}

interface Sender {
  readonly id?: string;
  readonly url?: string;
}

type Listener = (message: HeardMessage, sender: Sender, respond: (answer: Answer) => void) => boolean;

const { browser, chrome } = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };

/** Firefox has `browser`; in Chromium an element of the page could have that name. */
export const extensionApi: ExtensionApi = browser?.runtime?.id ? browser : chrome;

/**
 * Sends one message of utils/messages.ts to the background, in the form of the library that receives it.
 * @throws what the background threw, or that the extension is gone from under this page
 */
export async function askBackground(type: string, data?: unknown): Promise<unknown> {
  const answer = await extensionApi.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
  if (!answer) throw new Error('No response');
  if (answer.err) throw new Error(answer.err.message);
  return answer.res;
}

/**
 * Hears the messages that the extension sends to this page's tab, until the signal ends.
 * @param answer gives what to answer, at once or later; null for a message that others answer
 */
export function hearMessages(
  answer: (message: HeardMessage, sender: Sender) => Promise<unknown> | null,
  signal: AbortSignal,
): void {
  const { onMessage } = extensionApi.runtime;
  const listener: Listener = (message, sender, respond) => {
    const answered = answer(message, sender);
    answered?.then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: { message: String(error) } }),
    );
    return answered !== null;
  };
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener), { once: true });
}
