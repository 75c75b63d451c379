const CHINESE = /(?:(\d+)\s*天)?\s*(?:(\d+)\s*(?:小时|个小时|时))?\s*(?:(\d+)\s*(?:分钟|分))?\s*(?:(\d+)\s*秒)?/g;
const ENGLISH =
  /(?:(\d+)\s*d(?:ays?)?)?[\s,]*(?:(\d+)\s*h(?:ours?|rs?)?)?[\s,]*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?[\s,]*(?:(\d+)\s*s(?:ec(?:ond)?s?)?)?\b/gi;

/** A time left, such as `2天3时5分`, `23小时59分`, `05:30:00` or `1 day 4 hours`, in seconds; null where the text holds none. */
export function parseDurationSeconds(text: string): number | null {
  const plain = text.normalize('NFKC');
  const clock = /(?:^|\s|剩|剩余)(\d{1,3}):(\d{2}):(\d{2})$/.exec(plain);
  if (clock) return Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3]);
  return longest(plain, CHINESE) ?? longest(plain, ENGLISH);
}

function longest(text: string, pattern: RegExp): number | null {
  const matches = [...text.matchAll(pattern)].filter((match) => /\d/.test(match[0]) && match.slice(1).some(Boolean));
  const best = matches.sort((a, b) => b[0].length - a[0].length)[0];
  if (!best) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = best.slice(1).map((part) => Number(part ?? 0));
  return days * 86_400 + hours * 3_600 + minutes * 60 + seconds;
}
