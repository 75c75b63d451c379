import type { Finding } from '../checks/check.ts';
import type { JsonObject, JsonValue } from '../checks/json.ts';
import { formatTime } from './format-time.ts';
import { plainLine } from './plain-line.ts';
import type { Text } from './text.ts';

/** The texts that every kind of finding has, `brief` only those that have to fit into little room; see the check's locale file. */
export type FindingPart = 'title' | 'says' | 'means' | 'meansNot' | 'rebuttal' | 'brief';

/** Longest piece of a picture's or page's own text inside a sentence. */
const MAX_PARAM_CHARACTERS = 80;
/** Longest name of a listing picture beside its number. */
const MAX_NAME_CHARACTERS = 24;
/** A value's space stands before Latin or digits; after a full-width mark, which has its own, it leaves a hole. */
const SPACE_AFTER_FULL_WIDTH = /(?<=[）」』”]) (?=\p{Script=Han})/gu;
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * One of a finding's texts with its parameters filled in.
 * @param timeZone the zone in which moments are written
 * @throws Error when the locale files lack the text
 */
export function findingText(
  text: Text,
  finding: Pick<Finding, 'kind' | 'params'>,
  part: FindingPart,
  timeZone: string,
): string {
  const sentence = text.t(`finding.${finding.kind}.${part}`, readableParams(finding.params, text, timeZone));
  return sentence.replace(SPACE_AFTER_FULL_WIDTH, '');
}

/**
 * Parameters as a person reads them: text of foreign origin on one line, moments in the claim's zone, and for every
 * share `xFraction` its percentage `xPercent` beside it, for every moment `x` its zone `xZone`, a listing or packing picture with its number,
 * and when a packing picture was stored as a sentence.
 */
export function readableParams(params: JsonObject, text: Text, timeZone: string): JsonObject {
  const readable: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(params)) {
    readable[name] = typeof value === 'string' ? readableString(value, text, timeZone) : value;
    if (typeof value === 'string' && ISO_MOMENT.test(value)) {
      readable[`${name}Zone`] = zoneName(value, timeZone);
    }
    if (typeof value === 'number' && name.endsWith('Fraction')) {
      readable[`${name.slice(0, -'Fraction'.length)}Percent`] = Math.round(value * 1000) / 10;
    }
  }
  for (const owned of ['listing', 'packing'] as const) {
    const [name, number] = [params[owned], params[`${owned}Number`]];
    if (typeof name === 'string' && typeof number === 'number')
      readable[owned] = text.t('listing.numbered', { number, name: shortName(name) });
  }
  if (typeof params.packingTime === 'string') {
    const time = text.t('packing.time', { time: readable.packedAt ?? '', zone: readable.packedAtZone ?? '' });
    readable.packingTime = text.t(`packing.time.${params.packingTime}`, { time });
  }
  return readable;
}

function readableString(value: string, text: Text, timeZone: string): string {
  return ISO_MOMENT.test(value) ? formatTime(value, text.language, timeZone) : plainLine(value, MAX_PARAM_CHARACTERS);
}

/** `UTC+08:00`: the zone's distance from UTC at that moment. */
function zoneName(moment: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(moment));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `UTC${offset || '+00:00'}`;
}

/** A file name with its middle left out, where it is too long to be read anyway. */
function shortName(name: string): string {
  const line = plainLine(name, MAX_PARAM_CHARACTERS);
  return line.length <= MAX_NAME_CHARACTERS ? line : `${line.slice(0, 8)}…${line.slice(-10)}`;
}
