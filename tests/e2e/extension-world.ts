import type { CDPSession, Page } from 'playwright-core';

/** What the background answered a message with: its result, or the error's text. */
export type Answer = { readonly result: unknown } | { readonly error: string };

/**
 * Speaks to the background from the extension's own world of a page, as a page could that had taken over its renderer.
 * @returns a function that sends one message of `utils/messages.ts`
 */
export async function speakAsContentScript(
  page: Page,
  extensionId: string,
): Promise<(type: string, data: unknown) => Promise<Answer>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string };
      if (context.origin.includes(extensionId) && frameId === frameTree.frame.id) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  return async (type, data) => {
    const { result } = await session.send('Runtime.callFunctionOn', {
      executionContextId: contextId,
      functionDeclaration: String(send),
      arguments: [{ value: type }, { value: data }],
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value as Answer;
  };
}

/** Runs in the extension's world. */
async function send(type: string, data: unknown): Promise<Answer> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
  ).chrome;
  const answer = (await runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() })) as {
    res?: unknown;
    err?: { message?: string };
  };
  // Blobs do not leave the page this way; the rest is data.
  return answer.err ? { error: answer.err.message ?? '' } : { result: JSON.parse(JSON.stringify(answer.res ?? null)) };
}
