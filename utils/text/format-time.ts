import type { Language } from './text.ts';

/**
 * A moment as people write it, to the minute, in `timeZone`, or in the reader's own zone when it is omitted.
 * @param iso ISO 8601 with a zone; anything else comes back unchanged, since a page may have supplied it
 * @throws RangeError for a zone that is not in the IANA list
 */
export function formatTime(iso: string, language: Language, timeZone?: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: language === 'zh-CN' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(moment);
}
