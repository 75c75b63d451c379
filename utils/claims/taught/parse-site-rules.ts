import {
  type FieldRule,
  isPictureField,
  type Locator,
  SITE_RULE_VERSION,
  type SiteRule,
  TAUGHT_FIELDS,
  type TaughtField,
} from './site-rule.ts';

/** What a file of rules holds, or why it is refused; the texts are `taught.import.<reason>`. */
export type ParsedSiteRules =
  | { readonly rules: readonly SiteRule[] }
  | {
      readonly reason: 'too-large' | 'not-json' | 'not-rules' | 'other-version' | 'broken-rule';
      readonly place: string;
    };

/** The first line of an export, by which a file is known. */
export const SITE_RULES_FORMAT = 'refund-lens-site-rules';

/** No file with more bytes is read: rules of a site have some 5 kB. */
export const MAX_RULES_FILE_BYTES = 1_000_000;
const MAX_RULES = 200;
const MAX_LOCATORS = 12;
const MAX_TEXT = 200;
const MAX_STEPS = 60;

type Plain = Readonly<Record<string, unknown>>;

export const TOO_LARGE: ParsedSiteRules = { reason: 'too-large', place: String(MAX_RULES) };

/** Rules as a file that another shop can read. */
export function exportSiteRules(rules: readonly SiteRule[]): string {
  return `${JSON.stringify({ format: SITE_RULES_FORMAT, version: SITE_RULE_VERSION, rules }, null, 2)}\n`;
}

/** Reads such a file. It comes from another person: every part is checked, and one broken rule refuses the file. */
export function parseSiteRules(text: string): ParsedSiteRules {
  if (text.length > MAX_RULES_FILE_BYTES) return TOO_LARGE;
  const file = parsed(text);
  if (file === undefined) return { reason: 'not-json', place: '' };
  if (!isPlain(file) || file.format !== SITE_RULES_FORMAT || !Array.isArray(file.rules))
    return { reason: 'not-rules', place: '' };
  if (file.version !== SITE_RULE_VERSION) return { reason: 'other-version', place: String(file.version).slice(0, 20) };
  if (file.rules.length > MAX_RULES) return TOO_LARGE;
  const broken = file.rules.findIndex((rule) => !isSiteRule(rule));
  if (broken >= 0) return { reason: 'broken-rule', place: String(broken + 1) };
  return { rules: file.rules };
}

/** Whether a value from a message or a file is a rule. */
export function isSiteRule(value: unknown): value is SiteRule {
  if (!isPlain(value) || value.version !== SITE_RULE_VERSION) return false;
  const { origin, pages, currency, timeZone, imageHosts, fields, updatedAt } = value;
  return (
    isOrigin(origin) &&
    isText(pages) &&
    pages.startsWith('/') &&
    isText(currency) &&
    /^[A-Z]{3}$/.test(currency) &&
    isTimeZone(timeZone) &&
    isListOf(imageHosts, 50, isHostPattern) &&
    isTime(updatedAt) &&
    isPlain(fields) &&
    Object.keys(fields).length > 0 &&
    Object.entries(fields).every(
      ([field, rule]) =>
        (TAUGHT_FIELDS as readonly string[]).includes(field) && isFieldRule(rule, isPictureField(field as TaughtField)),
    )
  );
}

function isFieldRule(value: unknown, isPictures: boolean): value is FieldRule {
  if (!isPlain(value) || !isListOf(value.locators, MAX_LOCATORS, isLocator) || value.locators.length === 0)
    return false;
  if (!isCount(value.depth, MAX_STEPS) || !isTime(value.taughtAt)) return false;
  const { pictures } = value;
  if (!isPictures) return pictures === undefined;
  return (
    isPlain(pictures) &&
    isListOf(pictures.tags, MAX_STEPS, isText) &&
    isListOf(pictures.until, MAX_LOCATORS, isText) &&
    (pictures.role === 'buyer' || pictures.role === 'seller')
  );
}

function isLocator(value: unknown): value is Locator {
  if (!isPlain(value)) return false;
  if (value.by === 'attribute') return isText(value.css) && isSelector(value.css);
  if (value.by === 'path') return isListOf(value.steps, MAX_STEPS, isText) && value.steps.length > 0;
  return (
    value.by === 'label' &&
    isText(value.key) &&
    isText(value.label) &&
    ['inside', 'after', 'before', 'column'].includes(value.place as string) &&
    isCount(value.skipped, 20) &&
    isCount(value.climb, MAX_STEPS) &&
    isCount(value.nth, 200) &&
    typeof value.isSure === 'boolean'
  );
}

/** Only the two forms that rules are made of: a name in an attribute, or a class. A free selector could be slow. */
function isSelector(css: string): boolean {
  return /^(?:\.[A-Za-z][\w-]*|\[class\*="[\w-]+"\]|\[[a-z-]+="[^"\\\r\n]*"\])$/.test(css);
}

function isOrigin(value: unknown): value is string {
  return isText(value) && URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value);
}

/** Match patterns of exactly one host: a file must not ask for more than the pictures' servers. */
function isHostPattern(value: unknown): value is string {
  return isText(value) && /^https?:\/\/[a-z0-9.-]+\/\*$/.test(value);
}

function isTimeZone(value: unknown): value is string {
  return isText(value) && /^[A-Za-z_]+(?:\/[A-Za-z_+-]+)*(?:[+-]?\d{1,2})?$/.test(value);
}

function isTime(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT;
}

function isCount(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
}

function isListOf<T>(value: unknown, max: number, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.length <= max && value.every(isItem);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
