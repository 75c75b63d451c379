/** One object of a payload, with its place in the tree. */
export interface PayloadNode {
  readonly entries: Readonly<Record<string, unknown>>;
  readonly parent: PayloadNode | null;
  /** The key under which it stands, lists left out. */
  readonly key: string;
  /** Whether it is one of several objects in a list. */
  readonly isListEntry: boolean;
  /** The objects within it, itself included: numbers from `from` (inclusive) to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

const MAX_DEPTH = 40;
const MAX_NODES = 50_000;

/** Every object of a payload, outer ones first. JSON texts inside of strings are left alone. */
export function flattenPayload(payload: unknown): PayloadNode[] {
  const nodes: PayloadNode[] = [];
  visit(payload, null, '', false, 0);
  return nodes;

  function visit(value: unknown, parent: PayloadNode | null, key: string, isListEntry: boolean, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      const objects = value.filter((item) => typeof item === 'object' && item !== null);
      for (const item of objects) visit(item, parent, key, objects.length > 1, depth + 1);
      return;
    }
    const node = { entries: value as Record<string, unknown>, parent, key, isListEntry, from: nodes.length, to: 0 };
    nodes.push(node);
    for (const [name, inner] of Object.entries(node.entries)) visit(inner, node, name, false, depth + 1);
    node.to = nodes.length;
  }
}
