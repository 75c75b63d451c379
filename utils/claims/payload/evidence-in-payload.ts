import type { EvidenceKey, PayloadRules } from '../../platforms/platform.ts';
import type { EvidenceItem, EvidenceRole, FieldSource } from '../claim.ts';
import type { PayloadNode } from './payload-nodes.ts';

/** Keys that mean evidence on any platform; whose it is, they do not say. */
const COMMON_KEYS: readonly EvidenceKey[] = [
  ...[
    'evidence',
    'evidences',
    'evidenceList',
    'evidence_list',
    'evidenceImages',
    'evidenceUrls',
    'proofImages',
    'proofs',
  ],
  ...['proveImgs', 'prove_imgs', 'voucherList', 'vouchers', 'voucherPics', 'applyImages', 'refundImages'],
].map((key) => ({ key, role: 'unknown' }));
const SELLERS = /seller|merchant|shop|mall/i;
const ADDRESS_KEYS = /^(?:url|src|uri|image_?url|image|img|pic_?url|file_?path|path|origin(?:al)?_?url|urls)$/i;
const VIDEO_KEYS = /^video_?(?:url|src)?$/i;
const VIDEO_FILE = /\.(?:mp4|mov|m3u8|webm|avi)(?:\?|$)/i;
const MAX_ITEMS = 100;

/**
 * The evidence that an object of a payload holds under its own keys. The seller's own is given with its role, so that
 * the same picture elsewhere on the page can be told from the buyer's.
 * @param isAnchor whether the object holds the claim's own id
 */
export function evidenceInPayload(
  node: PayloadNode,
  rules: PayloadRules,
  isAnchor: boolean,
  via: FieldSource['via'],
): EvidenceItem[] {
  const keys = [
    ...rules.evidence,
    ...COMMON_KEYS.filter(({ key }) => !rules.evidence.some((rule) => rule.key === key)),
  ];
  return keys.flatMap((rule) => {
    const value = node.entries[rule.key];
    if (value === undefined || value === null || (rule.besideId && !isAnchor)) return [];
    const inherited = sideOf(node, rule) ?? rule.role;
    const role = inherited === 'unknown' && isWithinSellers(node, rule.key) ? 'seller' : inherited;
    return mediaOf(value, rule, role, 0)
      .slice(0, MAX_ITEMS)
      .map((item) => ({ ...item, source: { via, hint: rule.key } }));
  });
}

function sideOf(node: PayloadNode, { side }: EvidenceKey): EvidenceRole | null {
  for (let around: PayloadNode | null = node; side && around; around = around.isListEntry ? null : around.parent) {
    const value = around.entries[side.key];
    if (typeof value === 'string' || typeof value === 'number') return side.roles[String(value)] ?? sideNamed(value);
  }
  return null;
}

function isWithinSellers(node: PayloadNode, key: string): boolean {
  for (let around: PayloadNode | null = node; around; around = around.parent) if (SELLERS.test(around.key)) return true;
  return SELLERS.test(key);
}

/** The side that a value names, in whichever of the usual words. */
function sideNamed(value: unknown): EvidenceRole {
  const word = String(value).toLowerCase();
  if (/^(?:buyer|customer|user|consumer|client|买家|客户|用户|消费者)$/.test(word)) return 'buyer';
  if (/^(?:seller|merchant|shop|mall|supplier|vendor|商家|卖家)$/.test(word)) return 'seller';
  return /^(?:system|platform|admin|operator|service|cs|agent|平台|系统|客服|小二)$/.test(word)
    ? 'platform'
    : 'unknown';
}

type Media = Pick<EvidenceItem, 'url' | 'kind' | 'role'>;

function mediaOf(value: unknown, rule: EvidenceKey, role: EvidenceRole, depth: number): Media[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return addressesIn(value).map((url) => ({ url, kind: kindOf(url), role }));
  if (Array.isArray(value)) return value.flatMap((item) => mediaOf(item, rule, role, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const entries = value as Record<string, unknown>;
  const own = rule.side ? entries[rule.side.key] : undefined;
  const side = own === undefined ? role : (rule.side?.roles[String(own)] ?? sideNamed(own));
  const video = Object.entries(entries).find(
    ([key, inner]) => VIDEO_KEYS.test(key) && typeof inner === 'string' && inner,
  );
  if (video) return addressesIn(video[1] as string).map((url) => ({ url, kind: 'video' as const, role: side }));
  const address = Object.entries(entries).find(([key, inner]) => ADDRESS_KEYS.test(key) && inner);
  if (address) return mediaOf(address[1], rule, side, depth + 1);
  return Object.values(entries).flatMap((inner) => (Array.isArray(inner) ? mediaOf(inner, rule, side, depth + 1) : []));
}

/** One address, or several joined by commas or written as a JSON list. */
function addressesIn(text: string): string[] {
  const list = /^\s*\[/.test(text) ? text.replace(/[[\]"\s]/g, '') : text;
  return list.split(/[,;|](?=https?:|\/\/)/).flatMap((part) => {
    const address = part.trim().replace(/[,;|]$/, '');
    return /^(?:https?:)?\/\/[^\s]+$/.test(address) ? [address.replace(/^\/\//, 'https://')] : [];
  });
}

function kindOf(url: string): 'image' | 'video' {
  return VIDEO_FILE.test(url) ? 'video' : 'image';
}
