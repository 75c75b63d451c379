import { labelKey } from '../../platforms/label-key.ts';
import type { PayloadField, PayloadRules } from '../../platforms/platform.ts';
import type { EvidenceItem, FieldSource } from '../claim.ts';
import type { LabelDictionary } from '../page/find-labels.ts';
import { evidenceInPayload } from './evidence-in-payload.ts';
import { flattenPayload, type PayloadNode } from './payload-nodes.ts';

/** Ids by which the claim is told from others in a payload; null where neither the address nor the page has one. */
export interface KnownIds {
  readonly claimId: string | null;
  readonly orderId: string | null;
}

/** A value of a payload, with the key under which it stands and how the payload came. */
export interface PayloadValue {
  readonly key: string;
  readonly value: string | number;
  readonly via: FieldSource['via'];
}

/** What a payload says about the claim. */
export interface PayloadClaim {
  readonly fields: ReadonlyMap<PayloadField, PayloadValue>;
  readonly productImages: readonly string[];
  readonly evidence: readonly EvidenceItem[];
}

/** Fields whose value is never a bare number: a number under such a key is a code. */
const TEXT_FIELDS = new Set<PayloadField>(['reason', 'description', 'buyer', 'status', 'productTitle', 'productSpec']);
/** Keys under which a page carries goods that are not the claim's. */
const OTHER_GOODS = /recommend|guess|similar|banner|advert|promotion/i;
const LABEL_KEYS = ['label', 'title', 'name', 'key'];
const VALUE_KEYS = ['value', 'text', 'content', 'desc'];

/**
 * Finds the claim in a payload: the object that holds its id, then, for each field, the nearest value under one of the
 * field's keys, first within that object and then outwards, never into other entries of a list.
 * @returns null where no object holds an id of the claim, or one does beside a different id
 */
export function claimInPayload(
  payload: unknown,
  rules: PayloadRules,
  ids: KnownIds,
  dictionary: LabelDictionary,
  via: FieldSource['via'],
): PayloadClaim | null {
  const nodes = flattenPayload(payload);
  const anchor = anchorOf(nodes, rules, ids);
  return anchor ? claimAround(nodes, anchor, rules, dictionary, via) : null;
}

/** What a payload says about the claim whose id stands in `anchor`. */
export function claimAround(
  nodes: readonly PayloadNode[],
  anchor: PayloadNode,
  rules: PayloadRules,
  dictionary: LabelDictionary,
  via: FieldSource['via'],
): PayloadClaim {
  const fields = new Map<PayloadField, Omit<PayloadValue, 'via'>>();
  const evidence: EvidenceItem[] = [];
  const productImages: string[] = [];
  for (const circle of circlesAround(nodes, anchor)) {
    for (const node of circle) {
      collectFields(node, rules, fields);
      collectLabelled(node, dictionary, fields);
      if (isOfOtherGoods(node)) continue;
      evidence.push(...evidenceInPayload(node, rules, node === anchor, via));
      productImages.push(...imagesUnder(node, rules.keys.productImages ?? []));
    }
  }
  return {
    fields: new Map([...fields].map(([field, found]) => [field, { ...found, via }])),
    evidence,
    productImages: [...new Set(productImages)],
  };
}

/** Whether an object stands in what a page carries to sell more: recommended goods, banners. */
function isOfOtherGoods(node: PayloadNode): boolean {
  return OTHER_GOODS.test(node.key) || (node.parent !== null && isOfOtherGoods(node.parent));
}

/** The object with the claim's id, the order's id where that is all that is known, or the payload's only claim. */
function anchorOf(nodes: readonly PayloadNode[], rules: PayloadRules, ids: KnownIds): PayloadNode | null {
  const valuesOf = (node: PayloadNode, field: 'claimId' | 'orderId') =>
    (rules.keys[field] ?? []).flatMap((key) => (isPlain(node.entries[key]) ? [String(node.entries[key])] : []));
  const has = (node: PayloadNode, field: 'claimId' | 'orderId') =>
    ids[field] !== null && valuesOf(node, field).includes(ids[field]);
  const isOther = (node: PayloadNode, field: 'claimId' | 'orderId') =>
    ids[field] !== null && valuesOf(node, field).length > 0 && !has(node, field);
  const byClaim = nodes.find((node) => has(node, 'claimId') && !isOther(node, 'orderId'));
  const byOrder = nodes.find((node) => has(node, 'orderId') && !isOther(node, 'claimId'));
  if (ids.claimId !== null || ids.orderId !== null) return byClaim ?? byOrder ?? null;
  const claims = nodes.filter(
    (node) => valuesOf(node, 'orderId').length > 0 && hasField(node, rules, ['amount', 'reason']),
  );
  return new Set(claims.flatMap((node) => valuesOf(node, 'orderId'))).size === 1 ? (claims[0] ?? null) : null;
}

function hasField(node: PayloadNode, rules: PayloadRules, fields: readonly PayloadField[]): boolean {
  return fields.some((field) => rules.keys[field]?.some((key) => isPlain(node.entries[key])));
}

/** The object and what it holds; then its parent with the rest of what that holds; and so on, out of no list. */
function* circlesAround(nodes: readonly PayloadNode[], anchor: PayloadNode): Generator<PayloadNode[]> {
  const seen = new Set<PayloadNode>();
  for (let centre: PayloadNode | null = anchor; centre; centre = centre.isListEntry ? null : centre.parent) {
    const around = nodes.filter(
      (node) => !seen.has(node) && node.from >= (centre?.from ?? 0) && node.to <= (centre?.to ?? 0),
    );
    for (const node of around) seen.add(node);
    yield around;
  }
}

function collectFields(
  node: PayloadNode,
  rules: PayloadRules,
  fields: Map<PayloadField, Omit<PayloadValue, 'via'>>,
): void {
  for (const [field, keys] of Object.entries(rules.keys) as [PayloadField, readonly string[]][]) {
    if (fields.has(field)) continue;
    const key = keys.find((name) => isValueOf(field, node.entries[name]));
    if (key !== undefined) fields.set(field, { key, value: node.entries[key] as string | number });
  }
}

/** `{ "label": "售后原因", "value": "…" }`: payloads that carry the page's own labels. */
function collectLabelled(
  node: PayloadNode,
  dictionary: LabelDictionary,
  fields: Map<PayloadField, Omit<PayloadValue, 'via'>>,
): void {
  const label = LABEL_KEYS.map((key) => node.entries[key]).find((value) => typeof value === 'string');
  const value = VALUE_KEYS.map((key) => node.entries[key]).find(isPlain);
  const known = typeof label === 'string' && label.length < 40 ? dictionary.get(labelKey(label)) : undefined;
  if (!known || value === undefined || known.field === 'product') return;
  if (!fields.has(known.field) && isValueOf(known.field, value))
    fields.set(known.field, { key: label as string, value });
}

function imagesUnder(node: PayloadNode, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const value = node.entries[key];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((item) =>
      typeof item === 'string' && /^(https?:)?\/\//.test(item) ? [item.replace(/^\/\//, 'https://')] : [],
    );
  });
}

function isPlain(value: unknown): value is string | number {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

function isValueOf(field: PayloadField, value: unknown): boolean {
  return isPlain(value) && !(TEXT_FIELDS.has(field) && (typeof value === 'number' || /^\d{1,4}$/.test(value)));
}
