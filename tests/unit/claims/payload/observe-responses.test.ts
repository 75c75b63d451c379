import { describe, expect, it, vi } from 'vitest';
import { observeResponses, type PageGlobals } from '../../../../utils/claims/payload/observe-responses.ts';

const CLAIM = '{"result":{"id":182930471002,"orderSn":"261118-123456789012345"}}';

/** A realm of its own, so that nothing here stands in for the test's own functions. */
function page() {
  const PageResponse = class extends Response {};
  for (const name of ['json', 'text', 'arrayBuffer', 'blob'] as const) {
    Object.defineProperty(PageResponse.prototype, name, {
      value: Response.prototype[name],
      writable: true,
      configurable: true,
    });
  }
  class PageRequest extends EventTarget {
    status = 200;
    responseType = '';
    responseText = '';
    response: unknown = null;
    type = 'application/json; charset=utf-8';
    getResponseHeader(name: string) {
      return name === 'content-type' ? this.type : null;
    }
    send() {
      this.dispatchEvent(new Event('load'));
    }
  }
  const PageFunction = { prototype: Object.create(Function.prototype, {}) } as FunctionConstructor;
  const globals = {
    Response: PageResponse,
    XMLHttpRequest: PageRequest,
    Function: PageFunction,
  } as unknown as PageGlobals;
  return { globals, PageResponse, PageRequest };
}

function observed() {
  const realm = page();
  const texts: string[] = [];
  observeResponses(realm.globals, (text) => texts.push(text));
  return { ...realm, texts };
}

const jsonInit = (type = 'application/json') => ({ headers: { 'content-type': type } });
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('what the page reads with fetch', () => {
  it.each(['json', 'text', 'arrayBuffer', 'blob'] as const)(
    'is handed over, and still the page’s: %s()',
    async (reader) => {
      const { PageResponse, texts } = observed();
      const answer = await new PageResponse(CLAIM, jsonInit())[reader]();
      expect(answer).toEqual(await new Response(CLAIM, jsonInit())[reader]());
      await settled();
      expect(texts).toEqual([CLAIM]);
    },
  );

  it('is read no further than it may be long, where it does not say how long it is', async () => {
    const { PageResponse, texts } = observed();
    let chunks = 0;
    const chunk = new TextEncoder().encode(`${CLAIM.slice(0, -1)},"x":"${'x'.repeat(100_000)}`);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (++chunks > 100) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const response = new PageResponse(body, jsonInit());
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const text = await response.text();
    await settled();
    expect(text).toHaveLength(100 * chunk.length);
    expect(texts).toEqual([]);
    expect(decode.mock.calls.length).toBeLessThan(30);
    decode.mockRestore();
  });

  it.each([
    ['a picture', 'abc "orderSn":', 'image/jpeg'],
    ['an answer about something else', '{"menu":[1,2]}', 'application/json'],
    ['an answer that is too long', `{"orderSn":"${'1'.repeat(2_000_001)}"}`, 'application/json'],
  ])('is left alone where it is %s', async (_, body, type) => {
    const { PageResponse, texts } = observed();
    await new PageResponse(body, jsonInit(type)).text();
    await settled();
    expect(texts).toEqual([]);
  });

  it('rejects with the page’s own error, once', async () => {
    const { PageResponse, texts } = observed();
    const broken = new PageResponse('{"orderSn":', jsonInit());
    await expect(broken.json()).rejects.toBeInstanceOf(SyntaxError);
    await expect(broken.json()).rejects.toBeInstanceOf(TypeError);
    await settled();
    expect(texts).toEqual(['{"orderSn":']);
  });

  it('is not disturbed by an error of the one who listens', async () => {
    const realm = page();
    observeResponses(realm.globals, () => {
      throw new Error('ours');
    });
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await expect(new realm.PageResponse(CLAIM, jsonInit()).json()).resolves.toBeTypeOf('object');
    await settled();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('what the page reads with XMLHttpRequest', () => {
  it.each([
    ['', { responseText: CLAIM }],
    ['text', { responseText: CLAIM }],
    ['json', { response: JSON.parse(CLAIM) }],
  ])('is handed over with responseType "%s"', async (responseType, answer) => {
    const { PageRequest, texts } = observed();
    const request = Object.assign(new PageRequest(), { responseType }, answer);
    request.send();
    await settled();
    expect(texts.map((text) => JSON.parse(text))).toEqual([JSON.parse(CLAIM)]);
  });

  it('is left alone where the server refused', async () => {
    const { PageRequest, texts } = observed();
    Object.assign(new PageRequest(), { status: 403, responseText: CLAIM }).send();
    await settled();
    expect(texts).toEqual([]);
  });
});

it('prints every function as the browser’s own', () => {
  const { globals, PageResponse } = observed();
  const print = (value: unknown) => Reflect.apply(globals.Function.prototype.toString, value, []);
  expect(print(PageResponse.prototype.json)).toBe(String(Response.prototype.json));
  expect(print(globals.Function.prototype.toString)).toBe('function toString() { [native code] }');
  expect(PageResponse.prototype.json.name).toBe('json');
  expect(() => print({})).toThrow(TypeError);
});
