import { MAX_ANSWER_LENGTH } from '../../limits.ts';

/** The page's own globals; a test hands in its own. */
export interface PageGlobals {
  readonly Response: typeof Response;
  readonly XMLHttpRequest: typeof XMLHttpRequest;
  readonly Function: FunctionConstructor;
}

/** A key that names a claim or an order, as every known seller center has one. Cheap enough to try on every answer. */
const CLAIM_KEY = /(?:order|refund|return|reverse|dispute|after_?sale|afs|issue)\w{0,24}"\s*:/i;
const READERS = ['json', 'text', 'arrayBuffer', 'blob'] as const;

/**
 * Hands over the JSON answers that a page reads, as text, while the page reads them: through `fetch` (Fetch Standard,
 * body mixin) and `XMLHttpRequest`. It makes no request, holds none up, and the page gets the same objects, promises and
 * errors as without it; functions that it stands before print as the browser's own.
 * @param onText called later, never within the page's call; whatever it throws stays out of the page
 */
export function observeResponses(page: PageGlobals, onText: (text: string) => void): void {
  const natives = new WeakMap<object, object>();
  const stand = <T extends object, K extends keyof T>(owner: T, name: K, before: (self: never) => void): void => {
    const native = owner[name] as (...args: unknown[]) => unknown;
    const standIn = new Proxy(native, {
      apply(target, self, args) {
        attempt(() => before(self as never));
        return Reflect.apply(target, self, args);
      },
    });
    natives.set(standIn, native);
    const { value: _, ...rest } = Object.getOwnPropertyDescriptor(owner, name) ?? {
      writable: true,
      configurable: true,
    };
    Object.defineProperty(owner, name, { ...rest, value: standIn });
  };

  const { clone } = page.Response.prototype;
  for (const reader of READERS) {
    stand(page.Response.prototype, reader, (response: Response) => {
      if (
        response.bodyUsed ||
        response.body?.locked ||
        !isOfInterest(response.ok, (name) => response.headers.get(name))
      )
        return;
      // A copy is read, so that the page's own promise and its errors are left alone.
      textWithin(MAX_ANSWER_LENGTH, clone.call(response)).then(
        (text) => attempt(() => text !== null && offer(text)),
        () => undefined,
      );
    });
  }
  stand(page.XMLHttpRequest.prototype, 'send', (request: XMLHttpRequest) => {
    request.addEventListener('load', () => attempt(() => offerRequest(request)), { once: true });
  });
  showNatives(page.Function, natives);

  function offerRequest(request: XMLHttpRequest): void {
    const isOk = request.status >= 200 && request.status < 300;
    if (!isOfInterest(isOk, (name) => request.getResponseHeader(name))) return;
    if (request.responseType === '' || request.responseType === 'text') offer(request.responseText);
    else if (request.responseType === 'json' && request.response !== null) {
      const { response } = request;
      setTimeout(() => attempt(() => offer(JSON.stringify(response))), 0);
    }
  }

  function offer(text: string): void {
    if (text.length <= MAX_ANSWER_LENGTH && CLAIM_KEY.test(text)) onText(text);
  }
}

/** The text of an answer; null where it is longer, of which no more is kept than was read: it may not say its length. */
async function textWithin(maxLength: number, { body }: Response): Promise<string | null> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    if (text.length <= maxLength) continue;
    // Ends with the page's own reading, which has its own copy.
    reader.cancel().catch(() => undefined);
    return null;
  }
  return text + decoder.decode();
}

function isOfInterest(isOk: boolean, header: (name: string) => string | null): boolean {
  const sizeBytes = Number(header('content-length') ?? 0);
  return isOk && /json|text\/plain/i.test(header('content-type') ?? '') && sizeBytes <= 3 * MAX_ANSWER_LENGTH;
}

/** Pages ask whether a function is the browser's own: the stand-ins, and this one, answer as what they stand for. */
function showNatives(Functions: FunctionConstructor, natives: WeakMap<object, object>): void {
  const native = Functions.prototype.toString;
  const standIn = new Proxy(native, {
    apply: (target, self, args) => Reflect.apply(target, natives.get(self as object) ?? self, args),
  });
  natives.set(standIn, native);
  Object.defineProperty(Functions.prototype, 'toString', { value: standIn, writable: true, configurable: true });
}

/** A page must never see an error of ours. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // What could not be observed is read from the page instead, as on pages that were open before the extension.
  }
}
