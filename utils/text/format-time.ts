import type { Language } from './text.ts';

/**
 * A moment as people write it, to the minute, in `timeZone`, or in the reader's own zone when it is omitted.
 * @param iso ISO 8601 with a zone; anything else comes back unchanged, since a page may have supplied it
 * @throws RangeError for a zone that is not in the IANA list
 */
export function formatTime(iso: string, language: Language, timeZone?: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return formatterOf(language, timeZone).format(moment);
}

/** Making one takes longer than using it a hundred times, and a list uses it for every row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: Language, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${language} ${timeZone ?? ''}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: language === 'en' ? 'short' : '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  formatters.set(key, made);
  return made;
}
