const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const CLOCK = '(?:[T\\s,]*(?:at\\s*)?(\\d{1,2})[:时](\\d{2})(?:[:分](\\d{2}))?\\s*(am|pm)?)?';
const ZONE = '(?:\\.\\d+)?\\s*(Z|[+-]\\d{2}:?\\d{2})?';
const YEAR_FIRST = new RegExp(`(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?${CLOCK}${ZONE}`, 'i');
const MONTH_NAME_FIRST = new RegExp(`([a-z]{3})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${CLOCK}`, 'i');
const DAY_MONTH_NAME = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([a-z]{3})[a-z]*\\.?,?[\\s-]+(\\d{4})${CLOCK}`,
  'i',
);
const YEAR_LAST = new RegExp(`(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${CLOCK}`, 'i');
const CLOCK_FIRST =
  /(?<![\d:])(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)[,\s]+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s[a-z]{3,9}\.?,?\s\d{4}|[a-z]{3,9}\.?\s\d{1,2},?\s\d{4})(?![,T\s]*\d{1,2}:\d)/i;
const WITHOUT_YEAR = /(?:^|\D)(\d{1,2})[-/月](\d{1,2})日?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/;

/**
 * Reads a time as a page shows it and gives it as ISO 8601 with the zone's offset, for example
 * `2026-11-20T10:11:12+08:00`; a day without a time stays a day, `2026-11-20`.
 * @param timeZone IANA zone, assumed where the text names none
 * @param now decides the year where the text has none: the latest that is not in the future
 * @returns null where the text holds no time
 */
export function parseTime(text: string, timeZone: string, now: Date): string | null {
  const plain = withClockLast(text.normalize('NFKC'));
  const found =
    yearFirst(plain, timeZone) ??
    monthName(plain, timeZone) ??
    yearLast(plain, timeZone) ??
    withoutYear(plain, timeZone, now);
  return found && fromNamedZone(found, plain, timeZone);
}

/** Hours from UTC of the names that pages write behind a time (tz database). CST is left out: it is China's, too. */
const NAMED_ZONE_HOURS: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, BST: 1, CET: 1, CEST: 2 },
  ...{ EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
};
const NAMED_ZONE = new RegExp(
  `:\\d{2}\\s*(?:[ap]m)?\\s*\\(?(${Object.keys(NAMED_ZONE_HOURS).join('|')})(?:\\s?([+-]\\d{1,2})(?::?(\\d{2}))?)?(?![a-z\\d])`,
  'i',
);

/** A time that was read as the seller center's, where a zone stands behind it: `3:42 pm PST`, `10:11 (GMT+7)`. */
function fromNamedZone(found: string, text: string, timeZone: string): string {
  const [, name, hours = '0', minutes = '0'] = NAMED_ZONE.exec(text) ?? [];
  if (name === undefined || found.length < 19) return found;
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset = ((NAMED_ZONE_HOURS[name.toUpperCase()] ?? 0) + Number(hours)) * 60 + sign * Number(minutes);
  return isoInZone(new Date(Date.parse(`${found.slice(0, 19)}Z`) - offset * 60_000), timeZone);
}

/** `09:12 20-11-2026`, as in Vietnam, with the day first as the rest of this file expects it. */
function withClockLast(text: string): string {
  return text.replace(CLOCK_FIRST, (_, clock: string, day: string) => `${day} ${clock}`);
}

/** Seconds or milliseconds since 1970 as ISO 8601 in the zone; null where the number is no plausible time. */
export function timeFromEpoch(epoch: number, timeZone: string): string | null {
  const epochMs = epoch >= 1e11 ? epoch : epoch * 1000;
  const isPlausible = epochMs > Date.UTC(2010, 0) && epochMs < Date.UTC(2100, 0);
  return isPlausible ? isoInZone(new Date(epochMs), timeZone) : null;
}

/** An instant as ISO 8601 in the zone, to the second. */
export function isoInZone(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  return new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19) + offsetText(offset);
}

function yearFirst(text: string, timeZone: string): string | null {
  const match = YEAR_FIRST.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, half, zone] = match;
  if (hour !== undefined && zone)
    return Number.isNaN(Date.parse(match[0])) ? null : isoInZone(new Date(match[0]), timeZone);
  return isoOf(wall(year, month, day, hour, minute, second, half), hour !== undefined, timeZone);
}

function monthName(text: string, timeZone: string): string | null {
  const named = MONTH_NAME_FIRST.exec(text);
  const reversed = named ? null : DAY_MONTH_NAME.exec(text);
  const match = named ?? reversed;
  if (!match) return null;
  const [, first, second, year, hour, minute, seconds, half] = match;
  const month = MONTHS.indexOf((named ? first : second)?.toLowerCase() ?? '') + 1;
  return isoOf(
    wall(year, String(month), named ? second : first, hour, minute, seconds, half),
    hour !== undefined,
    timeZone,
  );
}

/** Day first, as everywhere but in North America, unless the numbers allow only the other order. */
function yearLast(text: string, timeZone: string): string | null {
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  const [, first, second, year, hour, minute, seconds, half] = match;
  const isMonthFirst = /^(US|America)\/(?!Sao_Paulo|Argentina|Bogota|Santiago|Mexico)/.test(timeZone)
    ? Number(first) <= 12
    : Number(second) > 12;
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return isoOf(wall(year, month, day, hour, minute, seconds, half), hour !== undefined, timeZone);
}

function withoutYear(text: string, timeZone: string, now: Date): string | null {
  const match = WITHOUT_YEAR.exec(text);
  if (!match) return null;
  const [, month, day, hour, minute, second] = match;
  const inYear = (year: number) => isoOf(wall(String(year), month, day, hour, minute, second), true, timeZone);
  const thisYear = Number(isoInZone(now, timeZone).slice(0, 4));
  const latest = inYear(thisYear);
  return latest && Date.parse(latest) > now.getTime() + 86_400_000 ? inYear(thisYear - 1) : latest;
}

function wall(
  year?: string,
  month?: string,
  day?: string,
  hour = '0',
  minute = '0',
  second = '0',
  half?: string,
): WallTime {
  const hours = (Number(hour) % (half ? 12 : 25)) + (/pm/i.test(half ?? '') ? 12 : 0);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hours,
    minute: Number(minute),
    second: Number(second),
  };
}

function isoOf(time: WallTime, hasClock: boolean, timeZone: string): string | null {
  const { year, month, day, hour, minute, second } = time;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const isDay = year >= 2000 && month >= 1 && month <= 12 && day >= 1 && new Date(asUtc).getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null;
  const local = new Date(asUtc).toISOString().slice(0, 19);
  if (!hasClock) return local.slice(0, 10);
  return (
    local + offsetText(offsetMinutes(new Date(asUtc - offsetMinutes(new Date(asUtc), timeZone) * 60_000), timeZone))
  );
}

/** The part of Temporal (ECMAScript 2026) that tells a zone's offset; Node 20 has none. */
interface TemporalNow {
  readonly Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): { readonly offsetNanoseconds: number } };
  };
}

/** Making one takes as long as reading a page: one a zone is kept, and none is made where Temporal is there. */
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutes(instant: Date, timeZone: string): number {
  const { Temporal } = globalThis as { Temporal?: TemporalNow };
  if (Temporal)
    return (
      Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).offsetNanoseconds / 6e10
    );
  const format = offsetFormats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  offsetFormats.set(timeZone, format);
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
  const match = /([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  return match ? Number(`${match[1]}1`) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
