/**
 * How the script in the page's world hands over what it observed to the extension's world. Both start before any script
 * of the page: one asks, the other answers once with the name of the events that carry the answers, a new one for every
 * load. A page that learnt it could only add text of its own, which is worth as much as what the page shows.
 */
const ASK = 'refund-lens:which-channel';
const ANSWER = 'refund-lens:channel';
/** The page's world is there: for a listener that was first. */
const HERE = 'refund-lens:here';

/**
 * Page's world: opens the channel.
 * @param name of the events that carry the texts; nobody else may know it
 * @returns sends one text; nothing is sent where the other side is not there
 */
export function offerChannel(target: EventTarget, name: string): (text: string) => void {
  let isJoined = false;
  const tell = () => {
    isJoined = true;
    target.dispatchEvent(new CustomEvent(ANSWER, { detail: name }));
  };
  target.addEventListener(ASK, tell, { once: true });
  // The other side may have been first; if it was not, this is heard by nobody and it asks.
  target.dispatchEvent(new CustomEvent(HERE));
  return (text) => {
    if (isJoined) target.dispatchEvent(new CustomEvent(name, { detail: text }));
  };
}

/** Extension's world: listens for what the page's world sends. Anything but text is left out. */
export function joinChannel(target: EventTarget, onText: (text: string) => void): void {
  const ask = () => target.dispatchEvent(new CustomEvent(ASK));
  target.addEventListener(
    ANSWER,
    (event) => {
      target.removeEventListener(HERE, ask);
      const name: unknown = (event as CustomEvent).detail;
      if (typeof name !== 'string') return;
      target.addEventListener(name, (sent) => {
        const text: unknown = (sent as CustomEvent).detail;
        if (typeof text === 'string') onText(text);
      });
    },
    { once: true },
  );
  target.addEventListener(HERE, ask, { once: true });
  ask();
}
