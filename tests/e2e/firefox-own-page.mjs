/**
 * A page of the extension that the extension itself has opened: WebDriver BiDi goes to no such address, and
 * puppeteer lists none, but what runs there can be asked.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} path for example `/history.html`
 * @returns {Promise<{ ask: (declaration: Function) => Promise<any>, text: () => Promise<string>, click: (name: string) => Promise<boolean> } | null>} null where none is open
 */
export async function findOwnPage(browser, path) {
  const send = async (method, params) => (await browser.connection.send(method, params)).result;
  const { contexts } = await send('browsingContext.getTree', {});
  const own = contexts.find(({ url }) => url.startsWith('moz-extension://') && new URL(url).pathname === path);
  if (!own) return null;

  async function call(declaration, ...given) {
    const answer = await send('script.callFunction', {
      functionDeclaration: String(declaration),
      awaitPromise: false,
      target: { context: own.context },
      arguments: given.map((value) => ({ type: 'string', value })),
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** Calls a function without arguments, waits for its answer, which goes through JSON. */
  async function ask(declaration) {
    const answer = await send('script.callFunction', {
      functionDeclaration: `async () => JSON.stringify(await (${declaration})())`,
      awaitPromise: true,
      target: { context: own.context },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  }

  return {
    ask,
    text: () => call(() => document.body?.innerText ?? ''),
    /** Clicks the button of that name; false where there is none. */
    click: (name) =>
      call((wanted) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === wanted);
        button?.click();
        return button !== undefined;
      }, name),
  };
}
