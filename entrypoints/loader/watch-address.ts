/** For browsers that tell nobody of a new address (Firefox before its Navigation API): how often it is looked at. */
const LOOK_MS = 1_000;

/** Calls `onChange` when an application has changed the page's address without a new document. */
export function watchAddress(onChange: () => void, signal: AbortSignal): void {
  let last = location.href;
  const look = (): void => {
    if (location.href === last) return;
    last = location.href;
    onChange();
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
