import type { EvidenceRole } from '../claim.ts';

/** Fields that a seller can point at, in the order in which they are asked for. */
export const TAUGHT_FIELDS = ['evidence', 'orderId', 'claimId', 'amount', 'buyer', 'reason', 'listing'] as const;
export type TaughtField = (typeof TAUGHT_FIELDS)[number];
/** `listing`: the seller's own pictures of the product, as the claim's page shows them. */
export type TaughtPictureField = 'evidence' | 'listing';
export type TaughtTextField = Exclude<TaughtField, TaughtPictureField>;

/** Without these there is nothing to look at, or nothing to file it under. */
export const REQUIRED_TAUGHT_FIELDS: readonly TaughtField[] = ['evidence', 'orderId'];

/** Whether a field is a list of pictures. */
export function isPictureField(field: TaughtField): field is TaughtPictureField {
  return field === 'evidence' || field === 'listing';
}

/** Version of the shape below; a file with another one is refused, not guessed at. */
export const SITE_RULE_VERSION = 1;

/** Where a value stands, seen from a label: in the same text, after it, before it, or below it in a table. */
export type LabelPlace = 'inside' | 'after' | 'before' | 'column';

/** A place in a page. None holds anything of the claim that it was taught on. */
export type Locator =
  | {
      readonly by: 'label';
      /** The label as `labelKey` writes it. */
      readonly key: string;
      /** The label as the page shows it, for a person to read. */
      readonly label: string;
      readonly place: LabelPlace;
      /** Texts between the label and the value. */
      readonly skipped: number;
      /** Levels from the label up to the element that holds label and value. */
      readonly climb: number;
      /** Which of the places with this label that lead to a value, from 0. */
      readonly nth: number;
      /** True where the text is a known label, ends with a colon, or stands in a heading's element. */
      readonly isSure: boolean;
    }
  | { readonly by: 'attribute'; readonly css: string }
  | {
      readonly by: 'path';
      /** Steps from the page's root, for example `div:2`: the second `div` among its siblings. */
      readonly steps: readonly string[];
    };

/** How one field is found: several ways, best first; the first that leads to a value counts. */
export interface FieldRule {
  readonly locators: readonly Locator[];
  /** Levels from the value's first text, or from a picture, up to the element that was pointed at. */
  readonly depth: number;
  /** Pictures only: tags from a picture up to their list, and the labels that stand after the list. */
  readonly pictures?: {
    readonly tags: readonly string[];
    readonly until: readonly string[];
    readonly role: Extract<EvidenceRole, 'buyer' | 'seller'>;
  };
  /** ISO 8601. */
  readonly taughtAt: string;
}

/** What a seller taught about the pages of one kind on one site. Inert data: texts of labels, names and positions. */
export interface SiteRule {
  readonly version: typeof SITE_RULE_VERSION;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The pages: path, and the parts of query and hash that name a page, with `*` for what changes per claim. */
  readonly pages: string;
  /** ISO 4217: what a bare amount is taken for. */
  readonly currency: string;
  /** IANA zone that times without a zone are read in. */
  readonly timeZone: string;
  /** Match patterns of the servers that the pictures came from when it was taught. */
  readonly imageHosts: readonly string[];
  readonly fields: Readonly<Partial<Record<TaughtField, FieldRule>>>;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** The key of a rule: one per site and kind of page. */
export function siteRuleId(rule: Pick<SiteRule, 'origin' | 'pages'>): string {
  return rule.origin + rule.pages;
}
