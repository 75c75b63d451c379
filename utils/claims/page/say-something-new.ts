import { isMadeHere } from './own-element.ts';

/**
 * Whether changes of a page can be a part of it that arrives. Not those that put up or take away what the extension has on
 * the page, nor those that change nothing but digits, as a running countdown does every second: a figure that is still
 * counted up shows itself by two readings that differ.
 * @param changes of one moment, observed with `characterDataOldValue`
 */
export function saySomethingNew(changes: readonly MutationRecord[]): boolean {
  const before = new Map<Node, string>();
  const after = new Map<Node, string>();
  for (const { target, addedNodes, removedNodes, oldValue } of changes) {
    if (target.nodeType === Node.TEXT_NODE) {
      before.set(target, before.get(target) ?? oldValue ?? '');
      after.set(target, target.nodeValue ?? '');
      continue;
    }
    const changed = [...addedNodes, ...removedNodes];
    if (changed.every((node) => node instanceof Element && isMadeHere(node))) continue;
    if (!changed.every(({ nodeType }) => nodeType === Node.TEXT_NODE)) return true;
    before.set(target, (before.get(target) ?? '') + textOf(removedNodes));
    after.set(target, (after.get(target) ?? '') + textOf(addedNodes));
  }
  return [...before].some(([target, text]) => withoutDigits(text) !== withoutDigits(after.get(target) ?? ''));
}

function textOf(nodes: NodeList): string {
  return [...nodes].map(({ nodeValue }) => nodeValue ?? '').join('');
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '');
}
