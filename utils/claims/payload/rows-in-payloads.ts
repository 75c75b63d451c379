import type { PayloadRules, Platform, PlatformRegion } from '../../platforms/platform.ts';
import type { ClaimRow } from '../claim-list.ts';
import type { LabelDictionary } from '../page/find-labels.ts';
import type { PageOutline } from '../page/page-outline.ts';
import { rowLink } from '../page/row-link.ts';
import { claimAround } from './claim-in-payload.ts';
import { payloadReader } from './join-payload.ts';
import { flattenPayload, type PayloadNode } from './payload-nodes.ts';

/** What reading the rows of a payload needs. */
export interface ListContext {
  readonly outline: PageOutline;
  readonly dictionary: LabelDictionary;
  readonly url: URL;
  readonly now: Date;
}

/** Objects of one payload that are read as claims. */
const MAX_ROWS = 500;

/**
 * The claims that payloads list. A payload counts only where the page shows one of its claims: others are earlier
 * searches, other tabs, or about something else.
 */
export function rowsInPayloads(
  payloads: readonly unknown[],
  platform: Platform,
  region: PlatformRegion,
  context: ListContext,
): ClaimRow[] {
  const { payload: rules } = platform;
  if (!rules) return [];
  const shownText = context.outline.tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('\n');
  const rows = new Map<string, ClaimRow>();
  for (const payload of payloads) {
    const found = rowsIn(flattenPayload(payload), rules, platform, region, context);
    const isShown = found.some(
      (row) => shownText.includes(row.claimId) || shownText.includes(row.orderId ?? row.claimId),
    );
    if (!isShown) continue;
    for (const row of found) if (!rows.has(row.claimId)) rows.set(row.claimId, row);
  }
  return [...rows.values()];
}

function rowsIn(
  nodes: readonly PayloadNode[],
  rules: PayloadRules,
  platform: Platform,
  region: PlatformRegion,
  { dictionary, url, now }: ListContext,
): ClaimRow[] {
  const idOf = (node: PayloadNode, field: 'claimId' | 'orderId') => {
    const key = rules.keys[field]?.find((name) => /^(string|number)$/.test(typeof node.entries[name]));
    const value = key === undefined ? '' : String(node.entries[key]);
    return /\d{4}/.test(value) ? value : null;
  };
  const anchors = nodes.filter((node) => idOf(node, 'claimId') !== null && isListed(node)).slice(0, MAX_ROWS);
  return anchors.flatMap((anchor): ClaimRow[] => {
    const claim = claimAround(nodes, anchor, rules, dictionary, 'page-json');
    const reader = payloadReader(claim, platform, region, now);
    const claimId = idOf(anchor, 'claimId') as string;
    const orderId = reader.text('orderId')?.value ?? null;
    const amount = reader.money(null)?.value ?? null;
    if (orderId === null && amount === null) return [];
    return [
      {
        platform: platform.id,
        claimId,
        orderId,
        amount,
        reason: reader.text('reason')?.value ?? null,
        claimTypeText: wordsOf(reader.text('claimType')?.value),
        statusText: wordsOf(reader.text('status')?.value),
        deadline: reader.time('deadline')?.value ?? null,
        ...rowLink([], { claimId, orderId }, platform, url),
        isShown: false,
      },
    ];
  });
}

/** Whether an object is an entry of a list, or part of one. */
function isListed(node: PayloadNode): boolean {
  for (let around: PayloadNode | null = node; around; around = around.parent) if (around.isListEntry) return true;
  return false;
}

/** A code says nothing to a person. */
function wordsOf(value: string | undefined): string | null {
  return value === undefined || /^\d+$/.test(value) ? null : value;
}
